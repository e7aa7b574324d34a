import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import type { Entry } from '../../src/memory/index.ts'
import { random } from '../support/random.ts'

/**
 * Segments as news has them, made of templates, names of the shipped glossaries and words whose frequencies fall as those of a language do
 * (Zipf): most segments are unlike any other, some repeat earlier ones with other names, numbers or a word.
 */
export function* segments(count: number, seed: number): Generator<Entry> {
  const next = random(seed)
  const names = glossaryNames()
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!
  const vocabulary = Array.from({ length: 60_000 }, () => invented(next))
  const word = () => vocabulary[Math.floor(vocabulary.length ** next()) - 1]!
  const recent: string[][] = []
  for (let n = 0; n < count; n++) {
    const repeats = recent.length > 50 && next() < 0.25
    const parts = repeats ? changed(pick(recent), word, next) : sentence(word, () => pick(names), next)
    recent[n % 5000] = parts
    const text = `${parts.join(' ')}.`
    yield {
      sourceLanguage: 'en',
      targetLanguage: 'uk',
      source: [text],
      target: [text.replaceAll(/[a-z]/g, letter => cyrillic[letter.charCodeAt(0) - 97]!)],
    }
  }
}

const cyrillic = 'абкдефгхіжклмнопярстувшщиз'
const function_ = 'the of to in and a that for on with was is as by at from said were has his it will'.split(' ')

function sentence(word: () => string, name: () => string, next: () => number): string[] {
  const length = 4 + Math.floor(18 * next() * (0.5 + next()))
  return Array.from({ length }, () => {
    const kind = next()
    if (kind < 0.38) return function_[Math.floor(function_.length ** next()) - 1]!
    if (kind < 0.48) return name()
    if (kind < 0.53) return String(Math.floor(3000 * next()))
    return word()
  })
}

function changed(parts: readonly string[], word: () => string, next: () => number): string[] {
  const out = [...parts]
  const changes = 1 + Math.floor(next() * Math.max(1, out.length / 5))
  for (let n = 0; n < changes; n++) {
    const at = Math.floor(next() * out.length)
    const how = next()
    if (how < 0.6) out[at] = word()
    else if (how < 0.8) out.splice(at, 0, word())
    else if (out.length > 4) out.splice(at, 1)
  }
  return out
}

const beginnings = 'b c d f g h j k l m n p r s t v w br cr dr fl gr pl pr sl st tr th sh ch'.split(' ')
const vowels = 'a e i o u ai ea ee oo ou'.split(' ')
const endings = ' n r s t l m d ck ng nt st ed ing er ion ly'.split(' ')

function invented(next: () => number): string {
  const pick = (from: readonly string[]) => from[Math.floor(next() * from.length)]!
  return (
    Array.from({ length: 1 + Math.floor(next() * 3) }, () => pick(beginnings) + pick(vowels)).join('') + pick(endings)
  )
}

/** What the shipped glossaries call their concepts in Latin letters. */
function glossaryNames(): string[] {
  const folder = resolve(import.meta.dirname, '../../glossaries')
  const files = readdirSync(folder).filter(name => name.endsWith('.yaml'))
  const concepts = files.map((name): unknown => parse(readFileSync(join(folder, name), 'utf8'))).filter(Array.isArray)
  const ids = concepts.flat().flatMap(({ id }: { readonly id?: string }) => id ?? [])
  return ids.map(id =>
    id
      .split('-')
      .map(part => part[0]!.toUpperCase() + part.slice(1))
      .join(' '),
  )
}
