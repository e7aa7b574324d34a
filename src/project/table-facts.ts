import { originOf, type XliffDocument } from '../xliff/index.ts'
import type { Origin } from './verbs.ts'

/** What a table says of the document it was made from. */
export type TableFacts = Omit<Origin, 'embedded' | 'profile'>

const mark = 'tlumach-table'

const keys = ['original', 'format', 'hash', 'sourceLanguage', 'targetLanguage'] as const

/** The facts as one line of text, which any word processor keeps. */
export function factsLine(xliff: XliffDocument): string {
  const { sourceLanguage, targetLanguage } = xliff
  const facts = { ...originOf(xliff.files[0]!), sourceLanguage, targetLanguage }
  const said = keys.flatMap(key => (facts[key] === undefined ? [] : [`${key}=${encodeURIComponent(facts[key])}`]))
  return [mark, ...said].join(' ')
}

/** Reads `factsLine`; undefined for another line. */
export function readFacts(line: string): TableFacts | undefined {
  const [first, ...pairs] = line.trim().split(/\s+/)
  if (first !== mark) return undefined
  const said = new Map(pairs.map(pair => pair.split('=', 2) as [string, string | undefined]))
  return Object.fromEntries(keys.flatMap(key => (said.get(key) ? [[key, decoded(said.get(key)!)]] : [])))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
