import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Case,
  decline,
  type Gender,
  type InflectedLanguage,
  type Kind,
  lemmas,
  type Paradigm,
} from '../../src/inflect/index.ts'

type NameType = 'giv' | 'sur' | 'pat' | 'geo'

/** A record of dict_LANG*.jsonl: a name and the forms that its source accepts. */
interface Entry {
  readonly lemma: string
  readonly type: NameType
  readonly gender: Gender
  readonly nv: boolean
  readonly forms: Partial<Record<Case, readonly string[]>>
}

/** A record of attest_LANG*.jsonl: how often texts have a form of a name in one case. */
interface Attested {
  readonly lemma: string
  readonly type: NameType
  readonly gender: Gender
  readonly case: Case
  readonly forms: Readonly<Record<string, number>>
}

const kinds: Readonly<Record<NameType, Kind>> = { giv: 'given', sur: 'family', pat: 'patronymic', geo: 'place' }
const types = Object.keys(kinds) as NameType[]
const languages: readonly InflectedLanguage[] = ['uk', 'ru']

/** Case, ё and the kind of apostrophe are not what is measured. */
const same = (form: string) =>
  form
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[’ʼ'`]/gu, "'")

class Share {
  right = 0
  all = 0
  add(right: number, all: number): void {
    this.right += right
    this.all += all
  }
  get percent(): number {
    return Math.round((10000 * this.right) / this.all) / 100
  }
}

/**
 * Figures for every type of name and language in DIR/a or DIR. A record's gender and its "does not decline" are given to the
 * rules, as a glossary gives them; `…Inferred` is the same with the gender alone, `…Bare` (places) with neither. `lemmaRecall`:
 * forms whose base form is among the candidates. `--errors=uk.sur` lists on stderr what is wrong.
 */
export async function run({ data, flags }: { readonly data: string | undefined; readonly flags: ReadonlySet<string> }) {
  const figures: Record<string, number | string> = {}
  const folder = data && existsSync(join(data, 'a')) ? join(data, 'a') : data
  if (!folder || !existsSync(folder)) return { skipped: 'no data folder: give --data DIR' }
  const wrong = [...flags].find(flag => flag.startsWith('--errors='))?.slice('--errors='.length)
  for (const language of languages) {
    const entries = records<Entry>(folder, `dict_${language}`)
    const attested = records<Attested>(folder, `attest_${language}`).filter(a => a.case !== 'nom')
    for (const type of types) {
      const listing = wrong === `${language}.${type}`
      const ofType = entries.filter(e => e.type === type)
      const texts = attested.filter(a => a.type === type)
      if (ofType.length) Object.assign(figures, paradigmFigures(`${language}.${type}`, language, ofType, listing))
      if (texts.length) figures[`${language}.${type}.attested`] = attestedFigure(language, texts, listing)
    }
    if (entries.length) figures[`${language}.formsPerSecond`] = speed(language, entries)
  }
  return figures
}

function paradigmFigures(key: string, language: InflectedLanguage, entries: readonly Entry[], listing: boolean) {
  const first = new Share()
  const covered = new Share()
  const precise = new Share()
  const whole = new Share()
  const inferred = new Share()
  const unknown = new Share()
  for (const entry of entries) {
    const paradigm = answer(language, entry, entry.nv)
    const bare = answer(language, entry, undefined)
    const blind = decline(entry.lemma, { language, kind: kinds[entry.type] })
    let right = true
    for (const [name, listed, wanted] of oblique(entry)) {
      const answers = (paradigm[name] ?? []).map(same)
      const good = wanted.has(answers[0] ?? '')
      right &&= good
      first.add(good ? 1 : 0, 1)
      const goodBare = wanted.has(same(bare[name]?.[0] ?? ''))
      inferred.add(goodBare ? 1 : 0, 1)
      if (listing && good && !goodBare) report('INFERRED', entry, name, listed, bare[name] ?? [])
      unknown.add(wanted.has(same(blind[name]?.[0] ?? '')) ? 1 : 0, 1)
      covered.add([...wanted].filter(form => answers.includes(form)).length, wanted.size)
      precise.add(answers.filter(form => wanted.has(form)).length, answers.length)
      const full = good && wanted.size === answers.length && answers.every(form => wanted.has(form))
      if (listing && !full) report(good ? 'variant' : 'WRONG', entry, name, listed, paradigm[name] ?? [])
    }
    whole.add(right ? 1 : 0, 1)
  }
  return {
    [`${key}.paradigms`]: first.percent,
    [`${key}.variants`]: covered.percent,
    [`${key}.variantPrecision`]: precise.percent,
    [`${key}.whole`]: whole.percent,
    [`${key}.paradigmsInferred`]: inferred.percent,
    ...(key.endsWith('geo') ? { [`${key}.paradigmsBare`]: unknown.percent } : {}),
    [`${key}.lemmaRecall`]: lemmaRecall(language, entries),
  }
}

/** Of every seventh name that declines; the others would tell no more and take longer. */
function lemmaRecall(language: InflectedLanguage, entries: readonly Entry[]): number {
  const share = new Share()
  for (const entry of entries.filter(e => !e.nv).filter((_, i) => i % 7 === 0)) {
    for (const [, listed] of oblique(entry)) {
      for (const form of listed) {
        const found = lemmas(form, { language, kind: kinds[entry.type] })
        share.add(found.some(c => same(c.lemma) === same(entry.lemma)) ? 1 : 0, 1)
      }
    }
  }
  return share.percent
}

function attestedFigure(language: InflectedLanguage, texts: readonly Attested[], listing: boolean): number {
  const share = new Share()
  for (const entry of texts) {
    const forms = answer(language, entry, undefined)[entry.case] ?? []
    for (const [form, count] of Object.entries(entry.forms)) {
      const good = same(form) === same(forms[0] ?? '')
      share.add(good ? count : 0, count)
      if (listing && !good) report('TEXT', entry, entry.case, [form], forms)
    }
  }
  return share.percent
}

function* oblique(entry: Entry): Generator<readonly [Case, readonly string[], ReadonlySet<string>]> {
  for (const [name, listed] of Object.entries(entry.forms) as [Case, readonly string[]][]) {
    if (name !== 'nom' && listed.length > 0) yield [name, listed, new Set(listed.map(same))]
  }
}

function answer(language: InflectedLanguage, entry: Entry | Attested, indeclinable: boolean | undefined): Paradigm {
  return decline(entry.lemma, { language, kind: kinds[entry.type], gender: entry.gender, indeclinable })
}

function report(what: string, entry: Entry | Attested, name: Case, wanted: readonly string[], got: readonly string[]) {
  process.stderr.write(
    `${what}\t${entry.gender}\t${entry.lemma}\t${name}\twanted ${wanted.join('/')}\tgot ${got.join('/')}\n`,
  )
}

/** Forms given a second, over whole paradigms, the rules compiled beforehand. */
function speed(language: InflectedLanguage, entries: readonly Entry[]): number {
  let forms = 0
  const start = performance.now()
  do {
    for (const entry of entries) {
      for (const variants of Object.values(answer(language, entry, entry.nv))) forms += variants.length
    }
  } while (performance.now() - start < 500)
  return Math.round((1000 * forms) / (performance.now() - start))
}

function records<T>(folder: string, prefix: string): readonly T[] {
  return readdirSync(folder)
    .filter(file => file.startsWith(prefix) && file.endsWith('.jsonl'))
    .sort()
    .flatMap(file => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean))
    .map(line => JSON.parse(line) as T)
}
