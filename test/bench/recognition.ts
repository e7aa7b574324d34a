import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, match, type Naming } from '../../src/glossary/index.ts'
import type { Concept, NameParts } from '../../src/termbase/index.ts'

type Lemma = readonly [
  lemma: string,
  kind: 'giv' | 'sur' | 'pat' | 'geo' | 'per',
  gender: 'Masc' | 'Fem' | 'Neut' | 'Plur' | null,
]
type Token = readonly [
  token: string,
  start: number,
  end: number,
  lemma: string | readonly string[] | null,
  kind: string | null,
  grammar: readonly (string | null)[] | null,
]
interface Row {
  readonly text: string
  readonly tokens: readonly Token[]
}

const parts: Readonly<Record<string, keyof NameParts>> = {
  giv: 'given',
  pat: 'patronymic',
  sur: 'family',
  per: 'name',
  geo: 'name',
}
const genders = { Masc: 'm', Fem: 'f', Neut: 'n', Plur: 'p' } as const

/**
 * Token recall (of all cases, and of those other than the nominative) and precision of a glossary with the lemmas and distractors of
 * `gloss_LANG*.json` on the name tokens of `tok_LANG*.jsonl`, in DIR/b or DIR.
 */
export async function run({ data, flags }: { readonly data: string | undefined; readonly flags: ReadonlySet<string> }) {
  const figures: Record<string, number | string> = {}
  if (!data || !existsSync(data)) return { skipped: 'no --data folder' }
  const folder = existsSync(join(data, 'b')) ? join(data, 'b') : data
  for (const language of ['uk', 'ru'] as const) {
    const glossary = find(folder, `gloss_${language}`, '.json')
    const rows = find(folder, `tok_${language}`, '.jsonl')
    if (!glossary || !rows) continue
    Object.assign(
      figures,
      measure(language, JSON.parse(readFileSync(glossary, 'utf8')), readRows(rows), flags.has('--errors')),
    )
  }
  return figures
}

function find(folder: string, stem: string, ending: string): string | undefined {
  const name = readdirSync(folder).find(n => n.startsWith(stem) && n.endsWith(ending))
  return name && join(folder, name)
}

const readRows = (path: string): Row[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Row)

function conceptOf(language: string, [lemma, kind, gender]: Lemma, index: number): Concept {
  return {
    id: `c${index}`,
    kind: kind === 'geo' ? 'place' : 'person',
    ...(gender && { gender: genders[gender] }),
    names: { [language]: { [parts[kind] ?? 'name']: lemma } },
    terms: [],
    former: [],
    except: [],
  }
}

const same = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[’ʼ'`]/gu, "'")

function measure(
  language: string,
  glossary: { lemmas: readonly Lemma[]; distractors: readonly Lemma[] },
  rows: readonly Row[],
  errors: boolean,
) {
  const all = [...glossary.lemmas, ...glossary.distractors]
  const concepts = all.map((lemma, i) => conceptOf(language, lemma, i))
  const started = performance.now()
  const compiled = compile([{ concepts, styles: [] }])
  const compileMs = performance.now() - started
  const known = new Set(glossary.lemmas.map(([lemma]) => same(lemma)))
  const count = { gold: 0, found: 0, oblique: 0, obliqueFound: 0, predicted: 0, right: 0 }
  for (const row of rows) {
    const named = namedTokens(compiled.concepts, language, row.text, n =>
      match(compiled, n, { language }).flatMap(m => m.namings.filter(naming => naming.lang === language)),
    )
    const units = unitOffsets(row.text)
    for (const token of row.tokens) {
      const lemmas = [token[3] ?? []].flat().map(same)
      const gold = lemmas.some(lemma => known.has(lemma))
      const predicted = insideToken(named, units[token[1]]!, units[token[2]]!)
      const right = predicted !== undefined && lemmas.some(lemma => predicted.has(lemma))
      const oblique = token[5]?.[0] !== 'Nom'
      if (gold) {
        count.gold++
        count.found += Number(right)
        count.oblique += Number(oblique)
        count.obliqueFound += Number(oblique && right)
      }
      if (predicted) {
        count.predicted++
        count.right += Number(right)
      }
      if (errors && (gold || predicted) && !right) {
        process.stderr.write(
          `${language} ${gold ? 'MISS' : 'FALSE'} ${token[0]} gold=${token[3]} said=${[...(predicted ?? [])]} | ${row.text.slice(Math.max(0, token[1] - 30), token[2] + 30).replaceAll('\n', ' ')}\n`,
        )
      }
    }
  }
  const percent = (a: number, b: number) => Math.round((10000 * a) / b) / 100
  return {
    [`${language}.recall`]: percent(count.found, count.gold),
    [`${language}.recallOblique`]: percent(count.obliqueFound, count.oblique),
    [`${language}.precision`]: percent(count.right, count.predicted),
    [`${language}.tokens`]: count.gold,
    [`${language}.compileMs`]: Math.round(compileMs),
  }
}

/** Where each code point of a text begins in UTF-16 units: the data count code points. */
function unitOffsets(text: string): number[] {
  const offsets = [0]
  for (const point of text) offsets.push(offsets.at(-1)! + point.length)
  return offsets
}

function insideToken(named: ReadonlyMap<number, Set<string>>, start: number, end: number): Set<string> | undefined {
  for (let at = start; at < end; at++) if (named.has(at)) return named.get(at)
  return undefined
}

/** By the start of a token, the lemmas that it is taken for. */
function namedTokens(
  concepts: readonly Concept[],
  language: string,
  text: string,
  namings: (text: string) => readonly Naming[],
): Map<number, Set<string>> {
  const found = new Map<number, Set<string>>()
  for (const naming of namings(text)) {
    const lemma = same(Object.values(concepts[naming.concept]!.names[language]!)[0]!)
    for (const part of naming.parts) {
      const set = found.get(part.start) ?? new Set()
      found.set(part.start, set.add(lemma))
    }
  }
  return found
}
