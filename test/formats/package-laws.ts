import { inflateSync } from 'fflate'
import { expect } from 'vitest'
import { alignRuns, blockText, type Document, newText, type Run } from '../../src/content/index.ts'
import type { PackageFormat } from '../../src/formats/index.ts'
import { type Node, readXml } from '../../src/xml/index.ts'
import { changed, checkMaps } from './format-laws.ts'
import { structure, withoutMaps } from './show.ts'

/** The contents of an archive by name, read by its directory. */
export function contents(archive: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(archive)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const found = new Map<string, string>()
  for (let at = bytes.readUInt32LE(end + 16), i = 0; i < bytes.readUInt16LE(end + 10); i++) {
    const local = bytes.readUInt32LE(at + 42)
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(data, data + bytes.readUInt32LE(at + 20))
    const content = bytes.readUInt16LE(at + 10) === 0 ? packed : inflateSync(packed)
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
    found.set(bytes.toString('utf8', at + 46, nameEnd), Buffer.from(content).toString('utf8'))
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return found
}

/** Elements that are characters of a text. */
const characters = new Set(['w:t', 'w:noBreakHyphen', 'w:softHyphen', 'text:s'])

/** A part without its words: names, attributes and order. What only keeps white space is left out; text beside text is one. */
export function skeleton(xml: string): string {
  const { value: root, problems } = readXml(xml)
  expect(problems).toEqual([])
  const show = (node: Node): string => {
    if (node.kind !== 'element') return node.kind === 'text' ? '' : node.kind
    if (characters.has(node.name)) return '…'
    const attributes = node.attributes
      .filter(({ name }) => name !== 'xml:space')
      .map(({ name, value }) => `${name}=${name === 'descr' ? '…' : value}`)
    return `<${node.name} ${attributes.join(' ')}>${node.children.map(show).join('')}</>`
  }
  return root ? show(root).replaceAll('…', '') : ''
}

/** Other words of the same length class, as pseudo-translation makes them. */
export const pseudo = (text: string): string =>
  text.replace(/\p{L}/gu, letter => (/[aeiouаеиіоу]/iu.test(letter) ? `${letter}ø` : letter))

const translated = (runs: readonly Run[]): Run[] =>
  runs.map(run => (run.kind === 'text' ? newText(pseudo(run.text)) : run))

/** What holds of every package that can be read. `isSkeleton`: names of parts of which all but words stays. */
export function checkPackage(format: PackageFormat, source: Uint8Array): void {
  const { value: document, problems } = format.read(source)
  expect(problems).toEqual([])
  const before = contents(source)
  for (const part of document.parts)
    checkMaps(before.get(part)!, { ...document, blocks: document.blocks.filter(block => block.part === part) })
  expect(new Set(document.blocks.map(block => block.id)).size).toBe(document.blocks.length)
  const write = (change: (runs: readonly Run[]) => readonly Run[]) =>
    format.write(
      source,
      document,
      changed(document, block => change(block.runs)),
    )
  for (const bytes of [
    format.write(source, document, new Map()),
    write(runs => runs),
    write(runs => alignRuns(runs, withoutMaps(runs))),
  ])
    expect(Buffer.compare(bytes, source)).toBe(0)
  expect(structure(format.read(write(withoutMaps)).value)).toEqual(structure(document))
  checkTranslated(format, document, before, write(translated))
}

function checkTranslated(
  format: PackageFormat,
  document: Document,
  before: Map<string, string>,
  after: Uint8Array,
): void {
  const parts = contents(after)
  expect([...parts.keys()]).toEqual([...before.keys()])
  for (const [name, content] of before) {
    if (document.parts.includes(name)) expect(skeleton(parts.get(name)!)).toBe(skeleton(content))
    else expect(parts.get(name)).toBe(content)
  }
  // Which of two looks is most of a paragraph's hangs on the length of the words, so only the text is compared.
  expect(format.read(after).value.blocks.map(blockText)).toEqual(document.blocks.map(block => pseudo(blockText(block))))
}
