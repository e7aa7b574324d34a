import type { Problem, Reading, Span } from '../text/index.ts'
import { attributeValue, childElements, type Element, type OpenElement, textContent, xmlParser } from '../xml/index.ts'
import { compact } from './compact.ts'
import type {
  Carried,
  Group,
  Inherited,
  Meta,
  Note,
  Skeleton,
  Unit,
  XliffDocument,
  XliffFile,
  XliffVersion,
} from './model.ts'
import { nowhere } from './model.ts'
import { carriedForm, coreNamespaces, isOwn, keepNamespace } from './namespaces.ts'
import { attributesOf, type Pool, pool } from './pool.ts'
import { readNotes1, readUnit1 } from './read-1.ts'
import { isKnown, readMetadata, readNotes, readUnit2 } from './read-2.ts'
import { structureOf } from './structure.ts'

/**
 * Reads XLIFF 1.2, 2.0, 2.1 and 2.2 into one model. What is not well-formed is read up to the fault. A text that is no
 * XLIFF is one problem `xliff-unknown`. Linear in the length of the text.
 */
export function readXliff(text: string): Reading<XliffDocument> {
  const building = build(() => {})
  const parser = xmlParser(structureOf(building))
  parser.write(text)
  return finished(building, parser.end(), text.length)
}

/** The same from pieces of a text that nobody keeps: the model holds no more of it than it says. */
export async function readXliffChunks(
  chunks: AsyncIterable<string> | Iterable<string>,
): Promise<Reading<XliffDocument>> {
  const building = build(compact)
  const parser = xmlParser(structureOf(building))
  let length = 0
  for await (const chunk of chunks) {
    parser.write(chunk)
    length += chunk.length
    if (parser.stopped) break
  }
  return finished(building, parser.end(), length)
}

function finished(
  building: ReturnType<typeof build>,
  found: readonly Problem[],
  length: number,
): Reading<XliffDocument> {
  const value = building.finish(length)
  const problems = value || found.length > 0 ? found : [unknown(building.strange ?? nowhere)]
  return { value: value ?? nothing, problems }
}

export const unknown = (span: Span): Problem => ({ code: 'xliff-unknown', severity: 'error', span })

const nothing: XliffDocument = { version: '2.1', files: [], notes: [], attributes: {}, span: nowhere }

/** 2.0 and 2.1 share a namespace, and files of old tools have none: version and namespace decide together. */
export function versionOf(root: OpenElement): XliffVersion {
  const version = attributeValue(root, 'version') ?? ''
  if (root.ns === coreNamespaces['2.2'] || version === '2.2') return '2.2'
  if (root.ns === coreNamespaces['2.0'] || version.startsWith('2')) return version === '2.0' ? '2.0' : '2.1'
  return '1.2'
}

export const readUnit = (element: Element, version: XliffVersion, inherited: Inherited, known: Pool): Unit =>
  version === '1.2' ? readUnit1(element, inherited, known) : readUnit2(element, inherited, known)

export const isUnit = (element: Element): boolean =>
  isOwn(element.ns) && (element.local === 'unit' || element.local === 'trans-unit')

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** A file or group that grows. */
interface Holder {
  readonly kind: 'file' | 'group'
  readonly element: OpenElement
  readonly children: (Group | Unit)[]
  readonly notes: Note[]
  readonly metadata: Meta[]
  readonly foreign: Span[]
  skeleton?: Skeleton
  carried?: Carried
}

/** Builds the model from the structure. */
function build(prepare: (unit: Element) => void) {
  let root: Mutable<XliffDocument> | undefined
  let strange: Span | undefined
  const known = pool()
  const files: XliffFile[] = []
  const notes: Note[] = []
  const stack: (Holder | undefined)[] = []
  const holder = () => stack.findLast(frame => frame !== undefined)
  const close = (span: Span) => {
    const frame = stack.pop()
    if (frame?.kind === 'file') files.push(fileOf(frame, span))
    else if (frame) holder()?.children.push(groupOf(frame, span))
  }
  return {
    get strange() {
      return strange
    },
    begin(element: OpenElement) {
      if (element.local === 'xliff') {
        root = rootOf(element, files, notes)
        stack.push(undefined)
      } else if (element.local === 'body') stack.push(undefined)
      else {
        const kind = element.local === 'file' ? 'file' : 'group'
        stack.push({ kind, element, children: [], notes: [], metadata: [], foreign: [] })
      }
    },
    end(span: Span) {
      close(span)
      if (root && stack.length === 0) root = { ...root, span }
    },
    child(element: Element, inherited: Inherited) {
      if (!root) strange = { start: element.span.start, end: element.openEnd }
      else if (isUnit(element)) {
        prepare(element)
        holder()?.children.push(readUnit(element, root.version, inherited, known))
      } else if (stack.length > 1) keep(element, holder(), known)
      else notes.push(...readNotes([element], known))
    },
    finish(length: number): XliffDocument | undefined {
      const cut = stack.length > 0
      while (stack.length > 0) close({ start: stack.at(-1)?.element.span.start ?? 0, end: length })
      return cut && root ? { ...root, span: { start: root.span.start, end: length } } : root
    },
  }
}

function rootOf(element: OpenElement, files: XliffFile[], notes: Note[]): Mutable<XliffDocument> {
  const [sourceLanguage, targetLanguage] = ['srcLang', 'trgLang'].map(name => attributeValue(element, name))
  return {
    version: versionOf(element),
    ...(sourceLanguage === undefined ? {} : { sourceLanguage }),
    ...(targetLanguage === undefined ? {} : { targetLanguage }),
    files,
    notes,
    attributes: attributesOf(element),
    span: element.span,
  }
}

/** What a file or group says besides its units. */
function keep(element: Element, holder: Holder | undefined, known: Pool): void {
  if (!holder) return
  holder.notes.push(...readNotes([element], known), ...(isOwn(element.ns) ? readNotes1([element]) : []))
  holder.metadata.push(...readMetadata([element]))
  if (element.local === 'skeleton' && isOwn(element.ns))
    holder.skeleton = skeletonOf(element, attributeValue(element, 'href'))
  if (element.local === 'original' && element.ns === keepNamespace) holder.carried = carriedBy(element, element)
  else if (element.local === 'header' && isOwn(element.ns)) readHeader(element, holder)
  else if (!isKnown(element) && element.local !== 'note') holder.foreign.push(element.span)
}

const carriedBy = (element: Element, inside: Element): Carried => ({ text: textContent(inside), span: element.span })

function skeletonOf(element: Element, href: string | undefined): Skeleton {
  const { span } = element
  if (element.local === 'skeleton')
    return href === undefined ? { embedded: textContent(element), span } : { href, span }
  const said = defined({ crc: attributeValue(element, 'crc'), form: attributeValue(element, 'form') })
  return href === undefined ? { embedded: textContent(element), ...said, span } : { href, ...said, span }
}

/** `<header>` of 1.2: notes and skeleton; the rest is foreign. */
function readHeader(element: Element, holder: Holder): void {
  const children = childElements(element)
  holder.notes.push(...readNotes1(children))
  for (const child of children) {
    const inside = child.local === 'skl' ? childElements(child)[0] : undefined
    const carrier = child.local === 'reference' ? childElements(child)[0] : undefined
    if (inside) holder.skeleton = skeletonOf(inside, attributeValue(inside, 'href'))
    else if (carrier && attributeValue(carrier, 'form') === carriedForm) holder.carried = carriedBy(child, carrier)
    else if (child.local !== 'note') holder.foreign.push(child.span)
  }
}

function fileOf(frame: Holder, span: Span): XliffFile {
  const { element, children, notes, metadata, foreign, skeleton, carried } = frame
  const optional = {
    original: attributeValue(element, 'original'),
    sourceLanguage: attributeValue(element, 'source-language'),
    targetLanguage: attributeValue(element, 'target-language'),
    skeleton,
    carried,
  }
  return {
    kind: 'file',
    id: attributeValue(element, 'id') ?? '',
    ...defined(optional),
    notes,
    metadata,
    children,
    attributes: attributesOf(element),
    foreign,
    span,
  }
}

function groupOf(frame: Holder, span: Span): Group {
  const { element, children, notes, metadata, foreign } = frame
  const name = attributeValue(element, 'name') ?? attributeValue(element, 'resname')
  const optional = { id: attributeValue(element, 'id'), name }
  return {
    kind: 'group',
    ...defined(optional),
    notes,
    metadata,
    children,
    attributes: attributesOf(element),
    foreign,
    span,
  }
}

/** The fields that have a value. */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
