import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Block, blockText, type Run } from '../../../src/content/index.ts'
import { openFormat } from '../../../src/formats/index.ts'
import { type BilingualSegment, segmentsOf } from '../../../src/qa/index.ts'

const po = await openFormat('po')

export interface Catalog {
  readonly file: string
  readonly language: 'uk' | 'ru'
  readonly segments: readonly BilingualSegment[]
}

/** The catalogs in Ukrainian and Russian, with what is translated in them and confirmed. */
export function* catalogsIn(folder: string): Generator<Catalog> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.po'))
  for (const file of files.sort()) {
    const { value } = po.read(decoded(readFileSync(join(folder, file))))
    const translated = segmentsOf(value).filter(({ target, state }) => target && !state && blockText(target) !== '')
    const named = /(?:^|[./_-])(uk|ru)(?:[_@][A-Za-z]+)?(?:[./]|$)/u.exec(file)?.[1]
    const language = translated[0]?.target?.language?.slice(0, 2) ?? named
    if (language !== 'uk' && language !== 'ru') continue
    const english = translated.filter(({ source }) => !/\p{Script=Cyrillic}/u.test(blockText(source)))
    yield { file, language, segments: english.map((segment, i) => withTags({ ...segment, number: i + 1 })) }
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
  // a text, a tag, a text …
  for (const [i, piece] of text.split(/(<\/?(?:b|i|tt|a|big|small|span|em|strong|code)(?:\s[^<>]*)?>)/u).entries()) {
    if (i % 2 === 0) {
      if (piece !== '') out.push({ kind: 'text', text: piece, map: [] })
      continue
    }
    const [, slash, name] = /^<(\/?)(\w+)/u.exec(piece)!
    const place = open.findLastIndex(one => one.name === name)
    const closed = slash && place >= 0 ? open.splice(place, 1)[0] : undefined
    const id = closed?.id ?? `tag ${index} ${out.length}`
    if (!slash) open.push({ name: name!, id })
    out.push({ kind: slash ? 'close' : 'open', id, label: `<${name}>`, span: { start: 0, end: 0 } })
  }
  return out
}
