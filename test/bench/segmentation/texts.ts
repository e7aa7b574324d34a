import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { taggedSentences } from './tagged.ts'

/** A sentence; rows of one document stand in its order. */
export interface Row {
  readonly id: string
  readonly src?: string
  readonly text: string
}

/**
 * Sentences of a language in a folder, at any depth: files `tok_LANGUAGE….jsonl`; for English also the files of the Brown
 * corpus (`ca01` …) and the rows of `en.…jsonl` whose source (`uner-…`) numbers the sentences of each document.
 */
export function sentenceRows(data: string, language: string): Row[] {
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).sort()
  return files.flatMap(file => {
    const name = basename(file)
    const path = join(data, file)
    if (name.startsWith(`tok_${language}`) && name.endsWith('.jsonl')) return readRows(path)
    if (language !== 'en') return []
    if (/^c[a-r]\d\d$/.test(name)) return brown(name, readFileSync(path, 'utf8'))
    return /^en\..*jsonl$/.test(name) ? readRows(path).filter(isNumbered).map(unclipped) : []
  })
}

const readRows = (path: string): Row[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Row)

const brown = (name: string, source: string): Row[] =>
  taggedSentences(source).map((text, i) => ({ id: `${name}-${i + 1}`, src: `brown.${name[1]}`, text }))

const isNumbered = ({ src }: Row): boolean => src?.startsWith('uner') ?? false

/** The name of its genre stands before a document's: email-…; clitics are parted there: do n't, Ray 's. */
function unclipped({ id, src, text }: Row): Row {
  const genre = /^[a-z]+(?=-)/.exec(id.split('/').at(-1)!)?.[0]
  return { id, src: `${src}.${genre}`, text: text.replace(/ (?=(?:'(?:s|re|ve|ll|d|m)|n't)\b)/gi, '') }
}
