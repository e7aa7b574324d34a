import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Block, blockText, type Run } from '../../src/content/index.ts'
import { openFormat } from '../../src/formats/index.ts'
import { type Chooser, type Compiled, chooser, compile } from '../../src/glossary/index.ts'
import { type BilingualSegment, checkBitext, openBitext, segmentsOf } from '../../src/qa/index.ts'
import { readGlossary } from '../../src/termbase/index.ts'
import type { Problem } from '../../src/text/index.ts'
import { kinds } from './checks/seeds.ts'

const po = await openFormat('po')

interface Catalog {
  readonly language: 'uk' | 'ru'
  readonly segments: readonly BilingualSegment[]
}

/** How many seeds of a kind are sown in one reading of a catalog, at most; and how many readings there are. */
const [seedsAtOnce, rounds] = [25, 4]

/**
 * Checks of translations over the gettext catalogs below `data` (English into Ukrainian and Russian): problems of severity warning or
 * error in 1,000 segments by rule, and of errors sown one a segment the share that the rule for them finds (`found`, and with
 * information `noticed`). `--show` prints a sample of the problems, to be judged.
 */
export async function run({
  data,
  flags,
}: {
  readonly data: string | undefined
  readonly flags: ReadonlySet<string>
}): Promise<Record<string, number | string>> {
  if (data === undefined) throw new Error('checks: needs --data, a folder of .po files')
  const glossary = compile(['institutions', 'people', 'places', 'styles'].map(readShipped))
  const check = checker(glossary, chooser(glossary))
  const alarms = new Map<string, number>()
  const sown = new Map<string, Sown>(kinds.map(({ name }) => [name, { seeds: 0, found: 0, noticed: 0 }]))
  let segments = 0
  let milliseconds = 0
  for (const catalog of catalogsIn(data)) {
    segments += catalog.segments.length
    const begin = performance.now()
    const problems = check(catalog)
    milliseconds += performance.now() - begin
    for (const problem of problems.filter(isAlarm)) {
      alarms.set(problem.code, (alarms.get(problem.code) ?? 0) + 1)
      if (flags.has('--show')) show(problem, catalog)
    }
    for (let round = 0; round < rounds; round++) sow(catalog, problems, round, check, sown, glossary)
  }
  const total = [...alarms.values()].reduce((sum, count) => sum + count, 0)
  return {
    segments,
    'segments.per-second': Math.round(segments / (milliseconds / 1000)),
    'alarms.per-1000': perThousand(total, segments),
    ...Object.fromEntries(
      [...alarms].sort().map(([code, count]) => [`alarms.${code}.per-1000`, perThousand(count, segments)]),
    ),
    ...Object.fromEntries(
      [...sown].flatMap(([name, { seeds, found, noticed }]) =>
        seeds === 0
          ? []
          : [
              [`seeds.${name}`, seeds],
              [`found.${name}.percent`, percent(found, seeds)],
              [`noticed.${name}.percent`, percent(noticed, seeds)],
            ],
      ),
    ),
  }
}

const perThousand = (count: number, of: number): string => ((1000 * count) / Math.max(1, of)).toFixed(2)
const percent = (count: number, of: number): string => ((100 * count) / of).toFixed(1)

const isAlarm = ({ severity }: Problem): boolean => severity !== 'info'

const readShipped = (name: string) =>
  readGlossary(readFileSync(new URL(`../../glossaries/${name}.yaml`, import.meta.url), 'utf8')).value

const checker = (glossary: Compiled, style: Chooser) => (catalog: Catalog) =>
  checkBitext(
    openBitext(catalog.segments, {
      sourceLanguage: 'en',
      targetLanguage: catalog.language,
      codes: 'label',
      glossary,
      chooser: style,
    }),
    {},
  )

/** The catalogs in Ukrainian and Russian, with what is translated in them and confirmed. */
function* catalogsIn(folder: string): Generator<Catalog> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.po'))
  for (const file of files.sort()) {
    const { value } = po.read(decoded(readFileSync(join(folder, file))))
    const translated = segmentsOf(value).filter(({ target, state }) => target && !state && blockText(target) !== '')
    const named = /(?:^|[./_-])(uk|ru)(?:[_@][A-Za-z]+)?(?:[./]|$)/u.exec(file)?.[1]
    const language = translated[0]?.target?.language?.slice(0, 2) ?? named
    if (language !== 'uk' && language !== 'ru') continue
    const english = translated.filter(({ source }) => !/\p{Script=Cyrillic}/u.test(blockText(source)))
    yield { language, segments: english.map((segment, i) => withTags({ ...segment, number: i + 1 })) }
  }
}

/** By the charset of the header; old catalogs are in KOI8. */
function decoded(bytes: Uint8Array): string {
  const charset = /charset=([\w-]+)/u.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4000)))?.[1] ?? 'utf-8'
  return new TextDecoder(charset.toLowerCase() === 'charset' ? 'utf-8' : charset).decode(bytes)
}

/** Pairs of tags become inline codes, as formats with markup have them. */
function withTags(segment: BilingualSegment): BilingualSegment {
  const { source, target, alternatives } = segment
  return {
    ...segment,
    source: tagged(source),
    ...(target && { target: tagged(target) }),
    ...(alternatives && { alternatives: alternatives.map(tagged) }),
  }
}

function tagged(block: Block): Block {
  const open: { readonly name: string; readonly id: string }[] = []
  const runs = block.runs.flatMap((run, i): Run[] => (run.kind === 'text' ? tagRuns(run.text, open, i) : [run]))
  return { ...block, runs }
}

/** `open` are the tags that are open before the text, and then behind it. */
function tagRuns(text: string, open: { readonly name: string; readonly id: string }[], index: number): Run[] {
  const out: Run[] = []
  for (const piece of text.split(/(<\/?(?:b|i|tt|a|big|small|span|em|strong|code)(?:\s[^<>]*)?>)/u)) {
    const tag = /^<(\/?)(\w+)/u.exec(piece)
    if (!tag) {
      if (piece !== '') out.push({ kind: 'text', text: piece, map: [] })
      continue
    }
    const [, slash, name] = tag
    const place = open.findLastIndex(one => one.name === name)
    const closed = slash && place >= 0 ? open.splice(place, 1)[0] : undefined
    const id = closed?.id ?? `tag ${index} ${out.length}`
    if (!slash) open.push({ name: name!, id })
    out.push({ kind: slash ? 'close' : 'open', id, label: `<${name}>`, span: { start: 0, end: 0 } })
  }
  return out
}

function show({ code, data }: Problem, { segments, language }: Catalog): void {
  const segment = segments[Number(data?.segment) - 1]!
  const [source, target] = [segment.source, segment.target!].map(block => JSON.stringify(blockText(block)))
  process.stderr.write(`${code} ${language} ${JSON.stringify(data)}\n  ${source}\n  ${target}\n`)
}

interface Sown {
  seeds: number
  found: number
  noticed: number
}

/** Makes errors in a tenth of the segments, one in each where the rule for it was silent, and counts those that it finds. */
function sow(
  catalog: Catalog,
  before: readonly Problem[],
  round: number,
  check: (catalog: Catalog) => readonly Problem[],
  sown: ReadonlyMap<string, Sown>,
  glossary: Compiled,
): void {
  const pick = sequence(catalog.segments.length + 7919 * round)
  const ground = { language: catalog.language, glossary, chooser: chooser(glossary), pick }
  const made = new Map<number, (typeof kinds)[number]>()
  const counts = new Map<string, number>()
  const toldBefore = new Set(before.map(({ code, data }) => `${data?.segment} ${code}`))
  const segments = catalog.segments.map((segment, i) => {
    if (i % 10 !== round) return segment
    // rare kinds first, so that each has its share
    for (const kind of [...kinds].sort((a, b) => sown.get(a.name)!.seeds - sown.get(b.name)!.seeds)) {
      const isOpen = (counts.get(kind.name) ?? 0) < seedsAtOnce && !toldBefore.has(`${segment.number} ${kind.code}`)
      const seeded = isOpen ? kind.seed(segment, ground) : undefined
      if (!seeded) continue
      counts.set(kind.name, (counts.get(kind.name) ?? 0) + 1)
      sown.get(kind.name)!.seeds++
      made.set(segment.number, kind)
      return seeded
    }
    return segment
  })
  const after = check({ ...catalog, segments })
  const told = (problems: readonly Problem[]) => new Set(problems.map(({ code, data }) => `${data?.segment} ${code}`))
  const [alarms, all] = [told(after.filter(isAlarm)), told(after)]
  for (const [number, { name, code }] of made) {
    const one = sown.get(name)!
    if (all.has(`${number} ${code}`)) one.noticed++
    if (alarms.has(`${number} ${code}`)) one.found++
    else if (process.env.SHOW_MISSED) {
      const [source, target] = [segments[number - 1]!.source, segments[number - 1]!.target!].map(b =>
        JSON.stringify(blockText(b)).slice(0, 300),
      )
      process.stderr.write(`MISSED ${name} ${source}\n   ${target}\n`)
    }
  }
}

/** A fixed sequence of numbers that look random (xorshift). */
function sequence(seed: number): (limit: number) => number {
  let state = (seed * 2654435761 + 1) >>> 0 || 1
  return limit => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return limit === 0 ? 0 : state % limit
  }
}
