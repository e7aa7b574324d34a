import {
  type Concept,
  openTermFormat,
  type Part,
  type Term,
  type TermFormatId,
  type WriteTermsOptions,
} from '../termbase/index.ts'
import type { Problem } from '../text/index.ts'
import type { Project } from './open.ts'

export interface ExportTermsOptions extends Pick<WriteTermsOptions, 'languages' | 'dialect' | 'markup' | 'usableOnly'> {
  readonly to: TermFormatId
  readonly style?: string
  /** Concepts to write, by id and in this order; all of the project's by default. */
  readonly ids?: ReadonlySet<string>
  /** False: spellings that only follow from others are not written. */
  readonly derived?: boolean
}

export interface ExportedTerms {
  readonly bytes: Uint8Array
  readonly count: number
  /** What the format does not keep. */
  readonly problems: readonly Problem[]
}

/** Formats of pairs, in which a person's family name has a line of its own. */
const ofPairs: ReadonlySet<TermFormatId> = new Set(['omegat', 'deepl', 'utx'])

/** Writes the concepts of a project as another program reads them, with the English spellings that a style, or none, prefers. */
export async function exportTerms(project: Project, options: ExportTermsOptions): Promise<ExportedTerms> {
  const { to, style, ids, derived, ...writing } = options
  const byId = new Map(project.glossary.concepts.map(concept => [concept.id, concept]))
  const concepts = [...(ids ?? byId.keys())].flatMap(id => byId.get(id) ?? [])
  const spell = englishOf(project, style, ofPairs.has(to))
  const { value, problems } = (await openTermFormat(to)).write(concepts, {
    ...writing,
    ...(derived !== false && { derived: spell }),
  })
  return { bytes: value, count: concepts.length, problems }
}

/** The preferred English spellings of a concept that it does not have as terms. */
function englishOf(project: Project, style: string | undefined, families: boolean): (concept: Concept) => Term[] {
  const chooser = project.chooserOf(style)
  const numbers = new Map(project.glossary.concepts.map(({ id }, i) => [id, i]))
  return concept => {
    const number = numbers.get(concept.id)
    if (number === undefined) return []
    const spelled = (part: Part) => chooser.preferred(number, part, 'en')?.text
    const family = spelled('family')
    const whole = concept.kind === 'person' && family ? [spelled('given'), family].filter(Boolean).join(' ') : undefined
    const found: readonly (readonly [Part, string | undefined])[] = [
      [concept.kind === 'person' ? 'full' : 'name', whole ?? spelled('full') ?? spelled('name')],
      ['family', families ? family : undefined],
    ]
    return found.flatMap(([part, text]): Term[] =>
      text === undefined || isListed(concept, text) ? [] : [{ lang: 'en', text, part, status: 'preferred' }],
    )
  }
}

const isListed = ({ terms, own }: Concept, text: string): boolean =>
  own?.form === text || terms.some(term => term.lang === 'en' && term.text === text)
