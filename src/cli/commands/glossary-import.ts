import { importTerms } from '../../project/index.ts'
import { decode, encode } from '../../text/index.ts'
import { replaceGlossary } from '../replace-glossary.ts'
import type { Run } from '../spec.ts'
import { openFile, openTermFile, tell } from '../term-file.ts'
import { unifiedDiff } from '../unified-diff.ts'

/** More changed lines than this nobody reads, and they take long to find: the counts say enough. */
const mostLines = 2000

/** Shows what would be added, or adds it with `--write`. A conflict is status 1: the file keeps its word. */
export const run: Run = async ([path = ''], options, session) => {
  const { into } = options
  if (into === undefined) {
    session.refuse('usage.option-needed', { option: '--into' })
    return 2
  }
  const terms = await openTermFile(path, options, session)
  const target = await openFile(into, session)
  if (!terms || !target) return 2
  const decoded = decode(target.bytes)
  const result = importTerms(decoded.value.text, terms.concepts)
  const broken = [...decoded.problems, ...result.problems]
  if (broken.length > 0) {
    session.refuseFile(into, decoded.value.text, broken)
    return 2
  }
  tell(path, terms.text, result.conflicts, session)
  const isNew = result.text !== decoded.value.text
  if (isNew && options.write)
    await replaceGlossary(into, target.bytes, encode({ ...decoded.value, text: result.text }), session)
  else if (isNew) {
    const diff = await unifiedDiff({ path: into, before: decoded.value.text, after: result.text }, mostLines)
    session.terminal.out(diff ?? '')
  }
  const counts = { added: result.added.length, changed: result.changed.length, unchanged: result.unchanged }
  session.note(options.write ? 'glossary.imported' : 'glossary.would-import', { path: into, ...counts })
  if (isNew && options.write) session.note('normalize.undo')
  return session.status(result.conflicts.length > 0 ? 1 : 0)
}
