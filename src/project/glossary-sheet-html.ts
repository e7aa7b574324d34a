import { escapeAttribute, escapeText } from '../xml/index.ts'
import type { SheetEntry, SheetLetter, SheetWords } from './glossary-sheet.ts'

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
nav a{display:inline-block;padding:.2rem .5rem}a{color:#0b57a4}
table{border-collapse:collapse;width:100%;margin:0 0 2rem}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ccc}
thead th{border-bottom:2px solid #555}tbody th{font-weight:600}
@media print{nav{display:none}tr{break-inside:avoid}h2{break-after:avoid}}`

/** A style sheet as one page of HTML that needs nothing else. */
export function sheetHtml(letters: readonly SheetLetter[], words: SheetWords): string {
  const links = letters.map(({ letter }) => `<a href="#${anchor(letter)}">${escapeText(letter)}</a>`)
  return `<!doctype html>
<html lang="${escapeAttribute(words.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(words.title)}</title>
<style>
${style}
</style>
</head>
<body>
<main>
<h1>${escapeText(words.title)}</h1>
<nav aria-label="A–Z">${links.join(' ')}</nav>
${letters.map(letter => section(letter, words)).join('\n')}
</main>
</body>
</html>
`
}

const anchor = (letter: string): string => (letter === '#' ? 'other' : letter)

function section({ letter, entries }: SheetLetter, words: SheetWords): string {
  const heads = [words.name, words.uk, words.ru, words.avoid, words.note]
  return `<section id="${anchor(letter)}">
<h2>${escapeText(letter)}</h2>
<table>
<thead><tr>${heads.map(head => `<th scope="col">${escapeText(head)}</th>`).join('')}</tr></thead>
<tbody>
${entries.map(row).join('\n')}
</tbody>
</table>
</section>`
}

function row({ concept, name, uk, ru, avoid, note }: SheetEntry): string {
  const cells = [
    `<th scope="row" lang="en">${escapeText(name)}</th>`,
    `<td lang="uk">${escapeText(uk)}</td>`,
    `<td lang="ru">${escapeText(ru)}</td>`,
    `<td lang="en">${escapeText(avoid.join(', '))}</td>`,
    `<td lang="en">${escapeText(note)}</td>`,
  ]
  return `<tr id="${escapeAttribute(concept)}">${cells.join('')}</tr>`
}
