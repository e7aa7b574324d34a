import { findScheme, type Scheme, schemes } from '../romanize/index.ts'
import { decode, encode } from '../text/index.ts'
import type { Session } from './session.ts'
import type { Options } from './spec.ts'
import { closest } from './usage-error.ts'

/** The work of `romanize` and `cyrillize`: the arguments a line each, or standard input (`-` or nothing given) as it is. */
export async function transliterate(
  convert: (text: string, scheme: Scheme) => string,
  args: readonly string[],
  options: Options,
  session: Session,
): Promise<number> {
  const { terminal } = session
  if (options.list) {
    terminal.out(schemeList())
    return 0
  }
  const scheme = chosenScheme(options, session)
  if (!scheme) return 2
  if (args.length > 0 && args[0] !== '-') {
    terminal.out(args.map(text => `${convert(text, scheme)}\n`).join(''))
    return 0
  }
  const { value, problems } = decode(await terminal.input())
  if (problems[0]) session.refuseFile('-', '', problems)
  else terminal.out(encode({ ...value, text: convert(value.text, scheme) }))
  return session.status(0)
}

function chosenScheme(options: Options, session: Session): Scheme | undefined {
  if (options.scheme === undefined) {
    session.refuse('usage.scheme-missing')
    return undefined
  }
  const scheme = findScheme(options.scheme)
  if (scheme) return scheme
  const near = closest(
    options.scheme.toLowerCase(),
    schemes().map(({ name }) => name),
  )
  if (near) session.refuse('usage.scheme-unknown-near', { name: options.scheme, near })
  else session.refuse('usage.scheme-unknown', { name: options.scheme })
  return undefined
}

function schemeList(): string {
  const rows = [...schemes()].sort((a, b) => (a.name < b.name ? -1 : 1))
  const width = Math.max(...rows.map(({ name }) => name.length))
  return rows
    .map(({ name, languages, title }) => `${name.padEnd(width)}  ${languages.join(',').padEnd(8)}  ${title}\n`)
    .join('')
}
