import { type NameEntry, type NameSpelling, names, propose, type Source } from '../../project/index.ts'
import { refuseUnusable, type Session } from '../session.ts'
import { inputFiles } from '../setup.ts'
import { sources } from '../sources.ts'
import type { Run } from '../spec.ts'
import { openWork } from '../work.ts'

export const run: Run = async (args, options, session) => {
  const work = await openWork(options, session)
  if (!work) return 2
  const files = await inputFiles(args, work, session)
  const texts: Source[] = []
  for await (const source of sources(files, options, session)) texts.push(source)
  const { entries, unusable } = await names(work.project, texts, work.settings)
  for (const file of unusable) refuseUnusable(file, session)
  if (options.propose) {
    const proposed = await propose(entries)
    if (proposed === '' && session.status(0) === 0) session.note('names.nothing-proposed')
    session.terminal.out(proposed)
    return session.status(0)
  }
  session.terminal.out(options.format === 'json' ? asJson(entries) : asText(entries, texts.length > 1, session))
  return session.status(0)
}

function asJson(entries: readonly NameEntry[]): string {
  const shown = entries.map(name => ({
    ...name,
    spellings: name.spellings.map(spelling => ({ ...spelling, count: spelling.places.length })),
  }))
  return `${JSON.stringify({ version: 1, names: shown }, undefined, 2)}\n`
}

/** `several`: whether there are several texts, whose paths are to be told. */
function asText(entries: readonly NameEntry[], several: boolean, session: Session): string {
  const { words, paint } = session
  if (entries.length === 0) return `${words.message('names.none')}\n`
  const listed = entries.filter(name => name.concept !== undefined)
  const unlisted = entries.filter(name => name.concept === undefined)
  const section = (title: string, some: readonly NameEntry[]) =>
    some.length === 0 ? '' : `${paint.strong(title)}\n${some.map(name => entry(name, several, session)).join('')}\n`
  return (
    section(words.message('names.listed'), listed) +
    section(words.message('names.unlisted'), unlisted) +
    `${words.message('names.summary', { listed: listed.length, unlisted: unlisted.length })}\n`
  )
}

function entry(name: NameEntry, several: boolean, session: Session): string {
  const { paint } = session
  const head = name.concept ? `${name.preferred ?? name.concept}  ${paint.faint(name.concept)}` : guess(name, session)
  const isListed = name.concept !== undefined
  const rows = name.spellings.map(spelling => `    ${row(spelling, isListed, several, session)}\n`)
  return head ? `  ${head}\n${rows.join('')}` : rows.map(line => line.slice(2)).join('')
}

/** What is thought of an unlisted name that is spelled in several ways: its original, and how sure it is that it is one name. */
function guess({ original, confidence, relation }: NameEntry, { words, paint }: Session): string {
  const sure = confidence && paint.faint(words.message('names.sure', { percent: Math.floor(100 * confidence) }))
  const related = relation && paint.faint(words.message(`names.relation.${relation}`))
  return [original && words.message('names.perhaps', { original }), sure, related].filter(Boolean).join('  ')
}

/** Places that a line shows; the JSON has them all. */
const placesShown = 4

function row(spelling: NameSpelling, isListed: boolean, several: boolean, session: Session): string {
  const { text, status, differs, places } = spelling
  const shown = places
    .slice(0, placesShown)
    .map(({ path, line, column }) => `${several ? `${path}:` : ''}${line}:${column}`)
  const more = places.length > placesShown ? ', …' : ''
  const label = status !== 'unlisted' || isListed ? standing(spelling, session) : ''
  const note = [label, differs].filter(Boolean).map(part => `${part}  `)
  return `${text.replace(/\s+/g, ' ')} × ${places.length}  ${note.join('')}${session.paint.faint(shown.join(', ') + more)}`
}

function standing({ status, within }: NameSpelling, { words, paint }: Session): string {
  if (within) return paint.warning(words.message('names.within', { within }))
  const label = words.message(`names.status.${status}`)
  if (status === 'deprecated' || status === 'unlisted') return paint.warning(label)
  return status === 'preferred' ? paint.good(label) : label
}
