/** Text in one style, as classes of the picture. */
interface Chunk {
  readonly classes: readonly string[]
  readonly text: string
}

interface Picture {
  /** The command line that printed the text. */
  readonly command: string
  /** What is to be seen, for those who do not see it. */
  readonly description: string
  /** With the escape sequences of colours. */
  readonly output: string
}

const columns = 120
const advance = 8.4
const lineHeight = 19
const rim = 14

/** Select Graphic Rendition (ECMA-48, §8.3.117): what the program uses of it. */
const turnsOn: Readonly<Record<string, string>> = {
  1: 'strong',
  2: 'faint',
  31: 'red',
  32: 'green',
  33: 'yellow',
  36: 'cyan',
}
const turnsOff: Readonly<Record<string, readonly string[]>> = {
  22: ['strong', 'faint'],
  39: ['red', 'green', 'yellow', 'cyan'],
}

/**
 * What a terminal of 120 columns shows, as SVG. The words are text: they can be read aloud, searched and copied. The picture has
 * a ground of its own, dark where the reader's pages are.
 */
export function terminalPicture({ command, description, output }: Picture): string {
  const rows = [
    [
      { classes: ['faint'], text: '$ ' },
      { classes: ['strong'], text: command },
    ],
    ...rowsOf(output.replace(/\n+$/, '')),
  ]
  const width = Math.ceil(columns * advance + 2 * rim)
  const height = rows.length * lineHeight + 2 * rim
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" lang="en" aria-labelledby="title" aria-describedby="description">
<title id="title">${xmlText(command)}</title>
<desc id="description">${xmlText(description)}</desc>
${style}
<rect class="ground" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>
${rows.map(rowText).filter(Boolean).join('\n')}
</svg>
`
}

const style = `<style>
text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace; white-space: pre; fill: #1f2328 }
.ground { fill: #fff; stroke: #8c959f }
.strong { font-weight: bold }
.faint { fill: #59636e }
.red { fill: #b3001e }
.green { fill: #116329 }
.yellow { fill: #7d4e00 }
.cyan { fill: #0b5c7a }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.ground { fill: #0d1117; stroke: #656c76 }
.faint { fill: #9198a1 }
.red { fill: #ff9492 }
.green { fill: #56d364 }
.yellow { fill: #e3b341 }
.cyan { fill: #76cfe8 }
}
</style>`

/** The lines of an output, broken where the terminal ends. */
function rowsOf(output: string): Chunk[][] {
  const rows: Chunk[][] = [[]]
  let left = columns
  for (const { classes, text } of chunksOf(output)) {
    for (const piece of text.split(/(\n)/)) {
      if (piece === '\n') {
        rows.push([])
        left = columns
        continue
      }
      for (let signs = Array.from(piece); signs.length > 0; ) {
        if (left === 0) {
          rows.push([])
          left = columns
        }
        const fitting = signs.splice(0, left)
        rows.at(-1)!.push({ classes, text: fitting.join('') })
        left -= fitting.length
      }
    }
  }
  return rows
}

function chunksOf(output: string): Chunk[] {
  const on = new Set<string>()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
  return output.split(/(\u001b\[[\d;]*m)/).flatMap((piece): Chunk[] => {
    if (!piece.startsWith('\u001b[')) return piece === '' ? [] : [{ classes: [...on], text: piece }]
    for (const code of piece.slice(2, -1).split(';')) turn(on, code)
    return []
  })
}

function turn(on: Set<string>, code: string): void {
  const name = turnsOn[code]
  const off = turnsOff[code]
  if (name) on.add(name)
  else if (off) for (const one of off) on.delete(one)
  else if (code === '' || code === '0') on.clear()
  else throw new Error(`A colour that the picture does not know: ${code}`)
}

/** `textLength` holds the columns, whatever font the reader has. */
function rowText(chunks: readonly Chunk[], row: number): string {
  const length = chunks.reduce((sum, { text }) => sum + Array.from(text).length, 0)
  if (chunks.every(({ text }) => text.trim() === '')) return ''
  const y = rim + row * lineHeight + 14
  const spans = chunks.map(({ classes, text }) =>
    classes.length === 0 ? xmlText(text) : `<tspan class="${classes.join(' ')}">${xmlText(text)}</tspan>`,
  )
  return `<text x="${rim}" y="${y}" textLength="${(length * advance).toFixed(1)}" xml:space="preserve">${spans.join('')}</text>`
}

const xmlText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
