import { rulePage } from '../../node/index.ts'
import { listRules } from '../../project/index.ts'
import { showPage } from '../page.ts'
import type { Run } from '../spec.ts'
import { aboutOf } from './rules.ts'

/** Lines longer than this are hard to read, however wide the terminal. */
const widest = 100

/** A page to be read at a terminal, and the Markdown of it to be piped. */
export const run: Run = async ([code = ''], options, session) => {
  const { terminal, words, paint } = session
  const rule = listRules().find(each => each.code === code)
  if (!rule) {
    session.refuse('explain.unknown', { code })
    return 2
  }
  const page = (await rulePage(code, words.language)) ?? `# ${code}\n`
  if ((options.format ?? (terminal.outIsTerminal ? 'pretty' : 'markdown')) === 'markdown') {
    terminal.out(page)
    return 0
  }
  const { severity, on, clause } = rule
  const how = on ? words.message(`severity.${severity}`) : words.message('rules.off')
  const source = clause === undefined ? '' : words.message('explain.clause', { clause })
  const head = [`${paint.strong(code)}  ${paint.faint(how)}`, aboutOf(rule, words), source].filter(line => line !== '')
  const body = showPage(page.replace(/^# .*\n/, ''), Math.min(paint.columns ?? 80, widest), paint)
  terminal.out(`${head.join('\n')}\n\n${body}`)
  return 0
}
