import { resolve } from 'node:path'
import { diskHost } from '../../node/index.ts'
import { type Article, documentExtensions, type Rendering, status } from '../../project/index.ts'
import { refuseUnusable, type Session } from '../session.ts'
import { inputFiles, openSetup, shownPath, xliffExtensions } from '../setup.ts'
import type { Run } from '../spec.ts'
import { table } from '../table.ts'

const languages = ['en', 'uk', 'ru'] as const

/** Ends with 1 where a rendering is missing or stale and `--strict` asks for all. */
export const run: Run = async (args, options, session) => {
  const setup = await openSetup(options, session)
  if (!setup) return 2
  const { cwd } = session.terminal
  const extensions = [...documentExtensions, ...xliffExtensions]
  const files = await inputFiles(args.length > 0 ? args : ['.'], setup, session, extensions)
  const found = await status(
    diskHost,
    files.map(file => resolve(cwd, file)),
    setup.settings,
  )
  for (const file of found.flatMap(({ unusable }) => unusable))
    refuseUnusable({ ...file, path: shownPath(file.path, cwd) }, session)
  const articles = found.map(article => ({ ...article, name: shownPath(article.name, cwd) }))
  session.terminal.out(options.format === 'json' ? asJson(articles, cwd) : asText(articles, session))
  const isOpen = ({ status }: Rendering) => status === 'missing' || status === 'stale'
  return session.status(options.strict && articles.some(({ renderings }) => renderings.some(isOpen)) ? 1 : 0)
}

function asJson(articles: readonly Article[], cwd: string): string {
  const shown = articles.map(({ name, renderings }) => ({
    name,
    renderings: renderings.map(({ document, xliff, ...rest }) => ({
      ...rest,
      ...(document !== undefined && { document: shownPath(document, cwd) }),
      ...(xliff !== undefined && { xliff: shownPath(xliff, cwd) }),
    })),
  }))
  return `${JSON.stringify({ version: 1, articles: shown }, undefined, 2)}\n`
}

function asText(articles: readonly Article[], session: Session): string {
  const { words, paint } = session
  if (articles.length === 0) return `${words.message('status.none')}\n`
  const cell = (article: Article, language: string): string => {
    const rendering = article.renderings.find(each => each.language === language)
    if (!rendering) return '·'
    const { status, translated, total } = rendering
    const share = status === 'translating' || status === 'stale' ? ` ${translated}/${total}` : ''
    return words.message(`status.${status}`) + share
  }
  const head = [words.message('status.article'), ...languages]
  const rows = articles.map(article => [article.name, ...languages.map(language => cell(article, language))])
  const [first = '', ...rest] = table([head, ...rows], String).split(/(?<=\n)/)
  return `${paint.strong(first.trimEnd())}\n${rest.join('')}`
}
