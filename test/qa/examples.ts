import { readFileSync } from 'node:fs'
import type { Block, Limits, Run } from '../../src/content/index.ts'
import { chooser, compile } from '../../src/glossary/index.ts'
import { type BilingualSegment, checkBitext, openBitext, type State } from '../../src/qa/index.ts'
import { readGlossary } from '../../src/termbase/index.ts'

const glossary = compile(
  ['glossary.yaml', 'terms.yaml'].map(
    name => readGlossary(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')).value,
  ),
)

/** One example of a page: pairs of lines, source and target, with what is found marked as «found→preferred». */
export interface Example {
  readonly expects: 'finds' | 'silent' | 'informs'
  readonly languages: readonly [string, string]
  readonly options: Readonly<Record<string, string>>
  readonly marked: string
}

export function examplesOf(page: string): Example[] {
  return [...page.matchAll(/^```text (finds|silent|informs) (\w+) (\w+)(.*)\n([\s\S]*?)\n```$/gm)].map(m => ({
    expects: m[1] as Example['expects'],
    languages: [m[2]!, m[3]!],
    options: Object.fromEntries(
      m[4]!
        .trim()
        .split(/\s+/)
        .filter(Boolean)
        .map(pair => pair.split('=') as [string, string]),
    ),
    marked: m[5]!,
  }))
}

type Lines = readonly (readonly [source: string, target: string])[]

/** What all rules find in pairs of lines. Spans count in the target's line, segments from 1. */
export function problemsIn(lines: Lines, languages: Example['languages'], options: Example['options'] = {}) {
  const [from, to] = languages
  const segments = lines.map(
    ([source, target], i): BilingualSegment => ({
      id: String(i + 1),
      number: i + 1,
      source: block(source, from, options),
      target: block(target, to, options),
      place: { start: 0, end: target.length },
      ...(options.state && { state: options.state as State }),
    }),
  )
  const style = chooser(glossary, options.style)
  return checkBitext(
    openBitext(segments, { sourceLanguage: from, targetLanguage: to, codes: 'id', glossary, chooser: style }),
    {},
  )
}

/** What a rule finds in the unmarked example, marked in the same way. ␣ is a space at a rim, ⏎ a line break. */
export function mark(code: string, { expects, languages, options, marked }: Example): string {
  const bare = marked.split('\n\n').map(pair => {
    const [source, target] = pair.split('\n')
    return [source!, (target ?? '').replaceAll(/«([^«»→]*)→[^»]*»/gu, '$1')] as const
  })
  const shown = (text: string) => text.replaceAll('␣', ' ').replaceAll('⏎', '\n')
  const lines = bare.map(([source, target]) => [shown(source), shown(target)] as const)
  const found = problemsIn(lines, languages, options).filter(
    p => p.code === code && (expects === 'informs' ? p.severity === 'info' : p.severity !== 'info'),
  )
  return lines
    .map(([, target], i) => {
      let out = target
      for (const { span, data } of found.filter(p => p.data?.segment === i + 1).reverse()) {
        const inside = `${out.slice(span.start, span.end)}→${data?.preferred ?? ''}`
        out = `${out.slice(0, span.start)}«${inside}»${out.slice(span.end)}`
      }
      return `${bare[i]![0]}\n${spelled(out)}`
    })
    .join('\n\n')
}

/** Spaces that would not be seen: at a rim, or at one of a mark. */
const spelled = (text: string): string => text.replaceAll('\n', '⏎').replaceAll(/^ | $| (?= *[→»])|(?<=[«→] *) /gu, '␣')

const tag = /<(\/?)([\w]+)(\/?)>/gu

/** A block of a line: <1>…</1> and <x/> are inline codes. */
export function block(text: string, language: string, options: Example['options']): Block {
  const runs: Run[] = []
  let at = 0
  const addText = (end: number) => {
    if (end > at)
      runs.push({ kind: 'text', text: text.slice(at, end), map: [{ at: 0, length: end - at, start: at, end }] })
  }
  for (const found of text.matchAll(tag)) {
    addText(found.index)
    at = found.index + found[0].length
    const kind = found[1] ? 'close' : found[3] ? 'code' : 'open'
    runs.push({ kind, id: found[2]!, label: found[0], span: { start: found.index, end: at } })
  }
  addText(text.length)
  const limits = limitsOf(options)
  return {
    id: language,
    kind: 'paragraph',
    scope: 'body',
    span: { start: 0, end: text.length },
    language,
    runs,
    ...(limits && { limits }),
  }
}

function limitsOf({ characters, lines, line, seconds, speed }: Example['options']): Limits | undefined {
  const numbers = { characters, lines, charactersPerLine: line, seconds, charactersPerSecond: speed }
  const given = Object.entries(numbers).filter(([, value]) => value !== undefined)
  return given.length === 0 ? undefined : Object.fromEntries(given.map(([key, value]) => [key, Number(value)]))
}
