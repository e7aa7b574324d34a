import { readFileSync } from 'node:fs'
import { formats } from '../src/formats/index.ts'
import { xliffExtensions } from '../src/project/index.ts'

const pages = new URL('../docs/formats/', import.meta.url)

const kinds = { text: 'text', catalog: 'messages of a program', package: 'package' } as const

/** `docs/formats/README.md`: the formats of the registry; each has a page of its own, written by hand. */
export function generated(): ReadonlyMap<string, string> {
  const rows = [
    ...formats.map(({ id, kind, extensions }) => row(id, extensions, kinds[kind])),
    row('xliff', xliffExtensions, 'translation'),
  ]
  return new Map([['docs/formats/README.md', `${head}${rows.join('')}${foot}`]])
}

function row(id: string, extensions: readonly string[], kind: string): string {
  const { title, about } = pageOf(id)
  return `| [${title}](${id}.md) | ${extensions.map(extension => `\`${extension}\``).join(' ')} | ${kind} | ${about} |\n`
}

/** The heading of a page and its first paragraph, in one line. */
function pageOf(id: string): { readonly title: string; readonly about: string } {
  const page = /^# (.+)\n\n([^#|\n](?:.|\n(?!\n))*)/.exec(readFileSync(new URL(`${id}.md`, pages), 'utf8'))
  if (!page) throw new Error(`docs/formats/${id}.md must begin with a heading and a paragraph`)
  return { title: page[1]!, about: page[2]!.replaceAll('\n', ' ') }
}

const head = `# Formats

What the program reads, changes in place, exports for translators and merges back.

| format | files | kind | about |
| --- | --- | --- | --- |
`

const foot = `
The extension decides; \`--read-as\` and \`readAs\` in the configuration say otherwise, \`--stdin-filename\` names standard input. Folders are
searched for all of them but JSON, which is named: most JSON files are no messages. An
\`.xml\` file that is named is NITF or NewsML-G2 if its root element says so.

In all of them:

- Text is UTF-8, or UTF-16 with a byte-order mark. Nothing is guessed: another encoding is refused with the place, but XML of news
  and catalogs of gettext may declare one, and stay in it.
- What is not changed stays byte for byte: line ends, byte-order mark, indentation, the order of attributes.
- Names in code, addresses and handles are left alone; those in quotations are reported and not changed (\`places\` in the configuration).
- Lines and columns count from 1, columns in UTF-16 units; a package is counted by its paragraphs.
`
