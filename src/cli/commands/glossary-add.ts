import { resolve } from 'node:path'
import type { MessageId } from '../../i18n/index.ts'
import { diskHost } from '../../node/index.ts'
import { importTerms, type NewConcept, newConcept } from '../../project/index.ts'
import type { Kind } from '../../termbase/index.ts'
import { decode, encode } from '../../text/index.ts'
import { replaceGlossary } from '../replace-glossary.ts'
import type { Session } from '../session.ts'
import type { Options, Run } from '../spec.ts'
import { openFile, tell } from '../term-file.ts'

/** Adds one concept, or extends the one of that name. A conflict is status 1: the file keeps its word. */
export const run: Run = async ([path = ''], options, session) => {
  const concept = newConcept(await answers(options, session))
  if (!concept) {
    session.refuse('add.no-name')
    return 2
  }
  const isThere = (await diskHost.stat(resolve(session.terminal.cwd, path))) !== undefined
  const target = isThere ? await openFile(path, session) : { path, bytes: new Uint8Array() }
  if (!target) return 2
  const decoded = decode(target.bytes)
  const result = importTerms(decoded.value.text, [concept])
  const broken = [...decoded.problems, ...result.problems]
  if (broken.length > 0) {
    session.refuseFile(path, decoded.value.text, broken)
    return 2
  }
  tell(path, '', result.conflicts, session)
  const after = encode({ ...decoded.value, text: result.text })
  if (result.text !== decoded.value.text)
    await replaceGlossary(path, isThere ? target.bytes : undefined, after, session)
  const counts = { added: result.added.length, changed: result.changed.length, unchanged: result.unchanged }
  session.note('glossary.imported', { path, ...counts })
  return session.status(result.conflicts.length > 0 ? 1 : 0)
}

const asked = ['kind', 'uk', 'ru', 'en', 'not', 'note', 'source'] as const

/** What the options say; without a name among them a person on a terminal is asked. */
async function answers(options: Options, session: Session): Promise<NewConcept> {
  const { ask } = session.terminal
  const given = options.uk ?? options.ru ?? options.en
  if (given !== undefined || !ask) return { ...options, kind: options.kind ?? 'person' }
  const said: Partial<Record<(typeof asked)[number], string>> = {}
  for (const key of asked) {
    if (options[key] !== undefined) continue
    const answer = (await ask(`${session.words.message(`add.ask.${key}` as MessageId)} `))?.trim()
    if (answer === undefined) break
    if (answer !== '') said[key] = answer
  }
  const { kind, not, ...texts } = said
  return {
    ...texts,
    ...(options.id !== undefined && { id: options.id }),
    kind: options.kind ?? (isKind(kind) ? kind : 'person'),
    not: options.not ?? not?.split(/\s*,\s*/) ?? [],
  }
}

const kinds: ReadonlySet<string> = new Set<Kind>(['person', 'place', 'organisation', 'work', 'term'])
const isKind = (word: string | undefined): word is Kind => word !== undefined && kinds.has(word)
