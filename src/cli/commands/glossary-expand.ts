import type { MessageId } from '../../i18n/index.ts'
import { type ExpandedSpelling, type Expansion, expandName } from '../../project/index.ts'
import { usageText } from '../../report/index.ts'
import { toldIn } from '../../termbase/index.ts'
import type { Session } from '../session.ts'
import type { Run } from '../spec.ts'
import { table } from '../table.ts'
import { openWork } from '../work.ts'

/** Status 1 where no glossary has the name. */
export const run: Run = async (args, options, session) => {
  const work = await openWork(options, session)
  if (!work) return 2
  const name = args.join(' ')
  const found = expandName(work.project, name, work.settings('').style)
  if (options.format === 'json')
    session.terminal.out(`${JSON.stringify({ version: 1, concepts: inLanguage(found, session) }, undefined, 2)}\n`)
  else session.terminal.out(found.map(one => section(one, session)).join('\n'))
  if (found.length === 0) session.note('expand.none', { name })
  return session.status(found.length > 0 ? 0 : 1)
}

function section({ concept, kind, spellings }: Expansion, session: Session): string {
  const { words, paint } = session
  const columns = ['language', 'part', 'spelling', 'status', 'basis', 'styles'] as const
  const head = columns.map(column => words.message(`expand.${column}`))
  const rows = spellings.map(spelling => [
    spelling.language,
    words.message(`expand.part.${spelling.part}`),
    spelling.text,
    words.message(`names.status.${spelling.status}`),
    whence(spelling, session),
    spelling.styles.join(', '),
  ])
  const users = spellings.flatMap(({ text, usedBy }) =>
    usedBy ? [`  ${usageText({ text, users: usedBy }, words)}\n`] : [],
  )
  const forms = spellings.flatMap(spelling => cases(spelling, session))
  return `${paint.strong(concept)}  ${paint.faint(kind)}\n${table([head, ...rows], String, paint.columns)}${users.join('')}${forms.length > 0 ? `\n${forms.join('')}` : ''}`
}

function whence({ basis, schemes, from, reason, source }: ExpandedSpelling, { words }: Session): string {
  const shown = schemes?.slice(0, schemesShown).join(', ') ?? ''
  const more = (schemes?.length ?? 0) > schemesShown ? ', …' : ''
  const said = [shown && `${shown}${more}`, from, reason && toldIn(reason, words.language), source]
    .filter(Boolean)
    .join('; ')
  return words.message(`expand.basis.${basis}`) + (said ? `: ${said}` : '')
}

/** Reasons as the language of the messages has them. */
const inLanguage = (found: readonly Expansion[], { words }: Session) =>
  found.map(one => ({
    ...one,
    spellings: one.spellings.map(({ reason, ...rest }) => ({
      ...rest,
      ...(reason && { reason: toldIn(reason, words.language) }),
    })),
  }))

/** Schemes that a line names; the JSON has them all. */
const schemesShown = 3

function cases({ language, text, cases }: ExpandedSpelling, { words }: Session): string[] {
  if (!cases) return []
  const forms = Object.entries(cases).map(
    ([name, texts]) => `${words.message(`expand.case.${name}` as MessageId)} ${texts.join(' / ')}`,
  )
  return [`  ${language} ${text}: ${forms.join(', ')}\n`]
}
