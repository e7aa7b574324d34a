import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from '../package/built.ts'
import { articles } from './lint/articles.ts'
import { madeGlossary } from './lint/made-glossary.ts'
import { installPeers, peerFigures } from './lint/peers.ts'

type Figures = Record<string, number | string>

/**
 * The built linter with glossaries of several sizes, counted in terms that a person would have typed, on articles with five names or
 * more a kilobyte. Ratios are of the fastest runs by turns in one process: `markdownVsLezer` to the library's Markdown parser alone.
 * With `--with-peers` the rivals are installed into the temporary folder and measured on the same text.
 * `start.cpuMs`: processor time of a whole process on an article of 3 KB, the glossary in the cache, over `node -e 0`.
 */
export async function run({ flags }: { readonly flags: ReadonlySet<string> }): Promise<Figures> {
  const built = build()
  const folder = mkdtempSync(join(tmpdir(), 'tlumach-lint-'))
  const peers = join(folder, 'peers')
  mkdirSync(peers)
  try {
    const figures: Figures = {}
    const rivals = flags.has('--with-peers') && installPeers(peers)
    if (flags.has('--with-peers') && !rivals) figures.peers = 'could not be installed'
    for (const size of [1000, 10_000, 100_000]) {
      const place = join(folder, String(size))
      prepare(place, size)
      const measured = measure(dirname(built.program), place)
      if (size !== 10_000) Object.assign(figures, keyed(size, measured))
      if (size === 1000) Object.assign(figures, threadFigures(built.program, place))
      if (size > 1000) figures[`start.cpuMs.${size}`] = startCpu(built.program, place)
      if (size === 100_000) {
        figures[`rssMB.${size}`] = rssOf(built.program, place)
        Object.assign(figures, grepFigures(place, Number(measured.matchMBps)), cacheFigures(built.program, place))
      }
      if (rivals && size !== 10_000) Object.assign(figures, keyed(size, peerFigures(peers, place, speeds(measured))))
      rmSync(place, { recursive: true, force: true })
    }
    return figures
  } finally {
    built.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

const speeds = ({ markdownMBps, plainMBps, matchMBps }: Figures) => ({
  markdown: Number(markdownMBps),
  plain: Number(plainMBps),
  match: Number(matchMBps),
})

const keyed = (size: number, figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).map(([key, value]) => [`${key}.${size}`, value]))

/** The glossary as JSON and as a file of our form, articles of both formats, and a short one. */
function prepare(place: string, size: number): void {
  mkdirSync(join(place, 'articles'), { recursive: true })
  const glossary = madeGlossary(size)
  writeFileSync(join(place, 'glossary.json'), JSON.stringify(glossary))
  const texts = { md: articles(glossary, 2e6, true), txt: articles(glossary, 2e6, false) }
  for (const [format, list] of Object.entries(texts)) writeFileSync(join(place, `${format}.json`), JSON.stringify(list))
  for (const [i, text] of texts.md.entries()) writeFileSync(join(place, 'articles', `${i}.md`), text)
  writeFileSync(join(place, 'article.md'), texts.md[0]!.slice(0, 3072))
  writeFileSync(join(place, 'glossary.yaml'), `${glossary.concepts.map(entryOf).join('')}`)
}

/** A concept as a line of our own form; JSON is YAML. */
function entryOf({ id, kind, gender, names, terms }: ReturnType<typeof madeGlossary>['concepts'][number]): string {
  const en = terms.map(({ text, part, status }) => ({ text, part, status }))
  return `- ${JSON.stringify({ id, kind, ...(gender && { gender }), ...names, en })}\n`
}

function measure(doors: string, place: string): Figures {
  const script = join(import.meta.dirname, 'lint/measure.mjs')
  return JSON.parse(execFileSync(process.execPath, [script, doors, place], { encoding: 'utf8' }))
}

const rounds = 9

/** The median of pairs, so that what else the machine does weighs on both. */
function startCpu(program: string, place: string): number {
  const args = [program, 'lint', ...withGlossary(place), join(place, 'article.md')]
  costOf(args, place)
  const over = Array.from({ length: rounds }, () => costOf(args, place).cpuMs - costOf(['-e', '0'], place).cpuMs)
  return Math.round(over.sort((a, b) => a - b)[rounds >> 1]!)
}

/** The most memory that the program holds over 32 MB of articles in one thread, the glossary in the cache. */
function rssOf(program: string, place: string): number {
  const folder = join(place, 'much')
  copied(JSON.parse(readFileSync(join(place, 'md.json'), 'utf8')), 'md', 16, folder)
  return costOf([program, 'lint', '--threads', '1', ...withGlossary(place), folder], place).rssMB
}

/** Writes texts some times over into a folder. */
function copied(texts: readonly string[], extension: string, copies: number, folder: string): void {
  mkdirSync(folder)
  for (let copy = 0; copy < copies; copy++)
    for (const [i, text] of texts.entries()) writeFileSync(join(folder, `${copy}-${i}.${extension}`), text)
}

const withGlossary = (place: string) => ['--no-default-glossary', '--glossary', join(place, 'glossary.yaml')]

/** Processor time of a whole process in milliseconds, all its threads counted, and the most memory that it held. */
function costOf(args: readonly string[], place: string): { readonly cpuMs: number; readonly rssMB: number } {
  const out = join(place, 'cost')
  const hook = join(import.meta.dirname, 'lint/process-cost.cjs')
  const env = { ...process.env, TLUMACH_CACHE: join(place, 'cache'), COST_FILE: out }
  spawnSync(process.execPath, ['--require', hook, ...args], { env, cwd: place, stdio: 'ignore' })
  return JSON.parse(readFileSync(out, 'utf8'))
}

/** `grep -F -w` with the same words on the same text, where there is one; what it takes to read the words is left out. */
function grepFigures(place: string, own: number): Figures {
  const text = join(place, 'text')
  const many = join(place, 'texts')
  for (let i = 0; i < 40; i++) appendFileSync(many, readFileSync(text))
  const seconds = (of: string): number =>
    fastest(() => spawnSync('grep', ['-F', '-w', '-c', '-f', join(place, 'words'), of]))
  if (spawnSync('grep', ['--version']).status !== 0) return { grep: 'not to be had' }
  const speed = (39 * readFileSync(text).length) / 1e6 / (seconds(many) - seconds(text))
  return { 'grep.MBps': Math.round(speed), 'matchVsGrep.100000': round(own / speed) }
}

function fastest(work: () => unknown): number {
  return Math.min(
    ...Array.from({ length: 5 }, () => {
      const started = performance.now()
      work()
      return (performance.now() - started) / 1000
    }),
  )
}

/**
 * Plain articles as files, some times over: how much sooner two threads are done with them than one, starts included. Each thread has to
 * warm up, so that the gain grows with the text.
 */
function threadFigures(program: string, place: string): Figures {
  const texts: string[] = JSON.parse(readFileSync(join(place, 'txt.json'), 'utf8'))
  const folders = Array.from({ length: 4 }, (_, i) => join(place, `many-${i}`))
  for (const folder of folders) copied(texts, 'txt', 32, folder)
  const seconds = (threads: string, of: readonly string[]) => {
    const started = performance.now()
    spawnSync(process.execPath, [program, 'lint', '--threads', threads, ...withGlossary(place), ...of], {
      env: { ...process.env, TLUMACH_CACHE: join(place, 'cache') },
      cwd: place,
      stdio: 'ignore',
    })
    return performance.now() - started
  }
  const speedup = (of: readonly string[], turns: number) => {
    const pairs = Array.from({ length: turns }, () => [seconds('1', of), seconds('2', of)] as const)
    const fastestOf = (at: 0 | 1) => Math.min(...pairs.map(pair => pair[at]))
    return round(fastestOf(0) / fastestOf(1))
  }
  seconds('1', folders.slice(0, 1))
  return { 'threads2.speedup': speedup(folders.slice(0, 1), 2), 'threads2.speedup.256MB': speedup(folders, 1) }
}

/** The second run over unchanged files with `--cache`, if the program has it. */
function cacheFigures(program: string, place: string): Figures {
  const help = spawnSync(process.execPath, [program, 'lint', '--help'], { encoding: 'utf8' }).stdout
  if (!/--cache\b/.test(help)) return { cacheSpeedup: 'there is no --cache' }
  const env = { ...process.env, TLUMACH_CACHE: join(place, 'cache') }
  const args = [program, 'lint', '--cache', ...withGlossary(place), join(place, 'articles')]
  const seconds = () => {
    const started = performance.now()
    spawnSync(process.execPath, args, { env, cwd: place })
    return performance.now() - started
  }
  const first = seconds()
  return { cacheSpeedup: round(first / Math.min(seconds(), seconds())) }
}

const round = (number: number) => Math.round(100 * number) / 100
