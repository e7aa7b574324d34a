import { rulePage } from '../../node/index.ts'
import { listRules } from '../../project/index.ts'
import type { Run } from '../spec.ts'
import { aboutOf } from './rules.ts'

export const run: Run = async ([code = ''], _options, session) => {
  const { terminal, words, paint } = session
  const rule = listRules().find(each => each.code === code)
  if (!rule) {
    session.refuse('explain.unknown', { code })
    return 2
  }
  const { severity, on, clause } = rule
  const how = on ? words.message(`severity.${severity}`) : words.message('rules.off')
  const about = aboutOf(rule, words)
  const source = clause === undefined ? '' : `${words.message('explain.clause', { clause })}\n`
  const page = (await rulePage(code))?.replace(/^# .*\n/, '') ?? ''
  terminal.out(`${paint.strong(code)}  ${paint.faint(how)}\n${about === '' ? '' : `${about}\n`}${source}${page}`)
  return 0
}
