import { sheetDocx, sheetHtml, styleSheet } from '../../project/index.ts'
import { writeResult } from '../output.ts'
import type { Session } from '../session.ts'
import type { Options, Run } from '../spec.ts'
import { openWork } from '../work.ts'

/** Writes the A–Z style sheet of the project's glossaries. */
export const run: Run = async (_args, options, session) => {
  const work = await openWork(options, session)
  if (!work) return 2
  const { style } = work.settings('')
  const letters = styleSheet(work.project, style)
  const words = sheetWords(style, session)
  const isDocx = options.to === undefined ? /\.docx$/i.test(options.output ?? '') : String(options.to) === 'docx'
  const bytes = isDocx ? sheetDocx(letters, words) : new TextEncoder().encode(sheetHtml(letters, words))
  const path = await writeResult({ input: '-', name: 'names', bytes }, outputOf(options), session)
  const count = letters.reduce((sum, { entries }) => sum + entries.length, 0)
  if (path !== undefined && path !== '-') session.note('glossary.exported', { path, count })
  return session.status(0)
}

const outputOf = (options: Options): Options => ({ ...options, output: options.output ?? '-' })

function sheetWords(style: string | undefined, { words }: Session) {
  return {
    language: words.language,
    title: words.message('sheet.title', { style: style ?? 'none' }),
    name: words.message('sheet.name'),
    uk: words.message('sheet.uk'),
    ru: words.message('sheet.ru'),
    avoid: words.message('sheet.avoid'),
    note: words.message('sheet.note'),
  }
}
