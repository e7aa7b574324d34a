import type { Problem } from '../../text/index.ts'
import { attributeValue, childElements } from '../../xml/index.ts'
import type { Part, Parts } from '../package/parts.ts'
import { fault } from '../package/problems.ts'

/** The parts of a document that hold text, found by their relationships (ECMA-376-2, §6.5), in reading order. */
export interface DocumentParts {
  readonly stories: readonly Part[]
  readonly styles: Part | undefined
  /** Title and the like. */
  readonly properties: Part | undefined
  readonly problems: readonly Problem[]
}

/** The last step of a relationship's type is the same in transitional, strict and Microsoft's own namespaces. */
const storyTypes = ['footnotes', 'endnotes', 'header', 'footer']

export function findDocumentParts(parts: Parts): DocumentParts {
  const nothing = { stories: [], styles: undefined, properties: undefined }
  if (!parts.archive) return { ...nothing, problems: [] }
  if (!parts.has('[Content_Types].xml'))
    return { ...nothing, problems: [mislabelled(parts.has('mimetype') ? 'odf' : 'zip')] }
  const top = relationships(parts, '')
  const main = top.find(({ type }) => type === 'officeDocument')?.target
  const document = main === undefined ? undefined : parts.need(main)
  if (main === undefined) return { ...nothing, problems: [mislabelled('zip')] }
  if (document && document.root.local !== 'document')
    return {
      ...nothing,
      problems: [
        mislabelled(
          document.root.local === 'workbook' ? 'xlsx' : document.root.local === 'presentation' ? 'pptx' : 'zip',
        ),
      ],
    }
  const below = relationships(parts, main)
  const named = (wanted: string) => below.filter(({ type }) => type === wanted).map(({ target }) => target)
  const stories = [...new Set(storyTypes.flatMap(named))].flatMap(name => parts.need(name) ?? [])
  const [styles] = named('styles')
  const properties = top.find(({ type }) => type === 'core-properties')?.target
  return {
    stories: document ? [document, ...stories] : [],
    styles: styles === undefined ? undefined : parts.need(styles),
    properties: properties === undefined ? undefined : parts.read(properties),
    problems: [],
  }
}

const mislabelled = (found: string) => fault('package-mislabelled', { found, format: 'DOCX' })

interface Relationship {
  readonly type: string
  /** A part's name without the leading slash. */
  readonly target: string
}

/** The relationships of a part (of the package: '') to other parts of the package. */
function relationships(parts: Parts, source: string): Relationship[] {
  const slash = source.lastIndexOf('/') + 1
  const part = parts.read(`${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`)
  if (!part) return []
  return childElements(part.root).flatMap(element => {
    const type = attributeValue(element, 'Type')?.split('/').at(-1)
    const target = attributeValue(element, 'Target')
    if (!type || target === undefined || attributeValue(element, 'TargetMode') === 'External') return []
    return [{ type, target: resolved(source.slice(0, slash), target) }]
  })
}

/** A target against the folder of its source. */
function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
