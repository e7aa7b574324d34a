import { applyEdits, type Problem, type Reading, type Span } from '../text/index.ts'
import type { XliffDocument, XliffVersion } from './model.ts'
import { nowhere } from './model.ts'
import { readXliff } from './read.ts'
import { renameXliff } from './rename.ts'
import { revive } from './revive.ts'
import { toFamily1 } from './to-1.ts'
import { toFamily2 } from './to-2.ts'
import { composeXliff1 } from './write-1.ts'
import { composeXliff2 } from './write-2.ts'

/**
 * A file in another version of XLIFF. To its own version: the text as it is. Between 2.0, 2.1 and 2.2: the same text under
 * the other version's name. Between 1.2 and 2.x: written anew from the model, and the file itself travels inside. On the way
 * back it is that file again with the targets, states and notes changed since, as long as no more has been changed. What has
 * no counterpart is a problem `xliff-no-counterpart` with its place in the given file and how often it is there.
 */
export function convertXliff(text: string, document: XliffDocument, to: XliffVersion): Reading<string> {
  if (document.version === to) return { value: text, problems: [] }
  if (familyOf(document.version) === familyOf(to)) return renameXliff(text, to as Version2)
  const revived = returned(text, document, to)
  if (revived) return revived
  const { value, problems } = inOtherFamily(text, document, to)
  const outdated = document.files.flatMap(({ carried }) => (carried ? [outdatedAt(carried.span)] : []))
  return { value: composed(carrying(value, withoutCarried(text, document))), problems: [...problems, ...outdated] }
}

const outdatedAt = (span: Span): Problem => ({ code: 'xliff-original-outdated', severity: 'info', span })

type Version2 = '2.0' | '2.1' | '2.2'

const familyOf = (version: XliffVersion) => (version === '1.2' ? 1 : 2)

const inOtherFamily = (text: string, document: XliffDocument, to: XliffVersion): Reading<XliffDocument> =>
  to === '1.2' ? toFamily1(text, document) : toFamily2(text, document, to)

const composed = (document: XliffDocument): string =>
  document.version === '1.2' ? composeXliff1(document) : composeXliff2(document)

/** The document with the text it was made from in its first file. */
function carrying(document: XliffDocument, text: string): XliffDocument {
  const files = document.files.map((file, i) => ({ ...file, carried: i === 0 ? { text, span: nowhere } : undefined }))
  return { ...document, files }
}

/** The text without what travels inside it, which is out of date. */
function withoutCarried(text: string, { files }: XliffDocument): string {
  const spans = files.flatMap(({ carried }) => (carried ? [carried.span] : []))
  const edits = spans.map(span => ({ span, insert: '' }))
  return unencoded(applyEdits(text, edits))
}
/** The text with a declaration that is true of it wherever it travels: without the name of an encoding. */
function unencoded(text: string): string {
  const [declaration = '', before = ''] = /^(<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/.exec(text) ?? []
  return /utf-?8["']$/i.test(declaration) ? text : before + text.slice(declaration.length)
}

/** The file that this one was converted from, if it travels inside and still fits. */
function returned(text: string, document: XliffDocument, to: XliffVersion): Reading<string> | undefined {
  const carried = document.files.find(file => file.carried)?.carried
  if (!carried) return undefined
  const { value: original, problems: faults } = readXliff(carried.text)
  const { version } = original
  if (faults.length > 0 || familyOf(version) !== familyOf(to)) return undefined
  const made = composed(inOtherFamily(carried.text, original, document.version).value)
  const before = inOtherFamily(made, readXliff(made).value, version).value
  const after = inOtherFamily(text, document, version).value
  const revived = revive(carried.text, original, before, after)
  if (!revived) return undefined
  const { value, problems } = version === to ? revived : renameXliff(revived.value, to as Version2)
  // places in the carried file are none in this one
  return { value, problems: [...revived.problems, ...problems].map(problem => ({ ...problem, span: carried.span })) }
}
