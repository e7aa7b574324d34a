import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GFM, parser } from '@lezer/markdown'
import { parse } from 'parse5'
import { tokens } from '../../src/formats/html/tokens.ts'
import { openFormat } from '../../src/formats/index.ts'
import { htmlDocument } from '../support/html-documents.ts'

const html = await openFormat('html')
const markdown = await openFormat('markdown')

/** Milliseconds of the fastest of 15 runs of each, taken by turns so that a busy machine is busy for both. */
function times(...runs: readonly (() => unknown)[]): number[] {
  const fastest = runs.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < 15; round++) {
    for (const [i, run] of runs.entries()) {
      const start = performance.now()
      run()
      fastest[i] = Math.min(fastest[i]!, performance.now() - start)
    }
  }
  return fastest
}

/** What the files below a folder that match hold, up to a MiB, with the line ends of one. */
function sample(folder: string, pattern: RegExp): { readonly files: number; readonly text: string } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && pattern.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
  let text = ''
  for (const file of files) if (text.length < 1 << 20) text += `${readFileSync(file, 'utf8')}\n\n`
  return { files: files.length, text: text.replaceAll('\r', '').slice(0, 1 << 20) }
}

/** What a format's reading costs beside its parser alone. */
function compare(
  { files, text }: { readonly files: number; readonly text: string },
  parse: (text: string) => unknown,
  read: (text: string) => unknown,
): Record<string, number | string> {
  const [parsing, reading] = times(
    () => parse(text),
    () => read(text),
  ) as [number, number]
  const megabytes = Buffer.byteLength(text) / 1e6
  return {
    files,
    megabytes: megabytes.toFixed(2),
    'parser.MBps': (megabytes / (parsing / 1000)).toFixed(1),
    'read.MBps': (megabytes / (reading / 1000)).toFixed(1),
    'read.share': (parsing / reading).toFixed(2),
  }
}

const prefixed = (prefix: string, figures: Record<string, number | string>) =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [prefix + name, figure]))

/**
 * Reading against the parser alone: Markdown below `data` (default: the installed packages) and HTML there (default: a generated
 * page), where the parsers are the tokenizer and, for comparison, one that builds a tree.
 */
export async function run({ data }: { readonly data: string | undefined }): Promise<Record<string, number | string>> {
  const folder = data ?? fileURLToPath(new URL('../../node_modules', import.meta.url))
  const reference = parser.configure(GFM)
  const figures = compare(sample(folder, /\.md$/i), text => reference.parse(text), markdown.read)
  const found = sample(folder, /\.x?html?$/i)
  const pages = found.text === '' ? generated() : found
  const tokenize = (text: string) => {
    for (const _ of tokens(text, false));
  }
  return {
    ...figures,
    ...prefixed('html.', compare(pages, tokenize, html.read)),
    'html.tree.MBps': compare(pages, text => parse(text), html.read)['parser.MBps']!,
  }
}

function generated() {
  let text = ''
  for (let seed = 1; text.length < 1 << 20; seed++) text += htmlDocument(seed)
  return { files: 0, text: text.replaceAll('\r', '') }
}
