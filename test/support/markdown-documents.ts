import { random } from './random.ts'

const words = (
  'talks corridor delegation Mykhailo Podoliak Vladimir Medinsky Київ переговори Подоляка делегація Слов’янськ ' +
  'ъезд Мединский гуманитарный коридор Zelenskyy’s snake_case 5*3 a_b_ 1990s C# R&D x<y y>z half-open “quoted” «лапки» ' +
  "don’t it's e\u0301 soft\u00adhyphen nb\u00a0space [sic] (aside) 12,345 50% $5 #tag @handle … — – ~5 № 2022. +1 = | ^"
).split(' ')

const inlineForms: readonly ((w: () => string, d: number) => string)[] = [
  (w, d) => `**${inline(w, d)}**`,
  (w, d) => `*${inline(w, d)}*`,
  (w, d) => `_${inline(w, d)}_`,
  (w, d) => `~~${inline(w, d)}~~`,
  (w, d) => `[${inline(w, d)}](https://example.org/a_b "A title &amp; \\"more\\"")`,
  (w, d) => `[${inline(w, d)}](<some place> 'it is')`,
  (w, d) => `[${inline(w, d)}][ref]`,
  () => '[ref]',
  () => '[Ref][]',
  () => '[undefined] and [un][defined]',
  w => `![${w()} ${w()}](pic.png "caption of ${w()}")`,
  w => `![${w()} **${w()}**][ref]`,
  () => '`code \\* &amp; *not*`',
  () => '``with ` tick``',
  () => '<https://example.org/x?y=1&z>',
  () => 'https://example.org/path_a_b',
  () => 'www.example.org/x',
  () => 'someone@example.org',
  (w, d) => `<b>${inline(w, d)}</b>`,
  w => `<span lang="fr">${w()}</span>`,
  () => '<br>',
  () => '<!-- tlumach-disable-line -->',
  w => `<code>${w()} *x*</code>`,
  () => '[^note]',
  () => '&amp; &#x41F; &nbsp; &unknown; &lt;b&gt;',
  () => '\\* \\_ \\[x\\] \\# \\\\ \\` \\& \\|',
  w => `un**${w()}**broken`,
  w => `***${w()}***`,
]

function inline(word: () => string, depth: number): string {
  return depth > 2
    ? `${word()} ${word()}`
    : `${word()} ${inlineForms[word().length % inlineForms.length]!(word, depth + 1)}`
}

/** A Markdown document with a little of everything; the same seed gives the same one. */
export function markdownDocument(seed: number): string {
  const next = random(seed)
  const below = (n: number) => Math.floor(next() * n)
  const word = () => words[below(words.length)]!
  const piece = (depth = 0): string => (next() < 0.25 ? inlineForms[below(inlineForms.length)]!(word, depth) : word())
  const text = (least: number, most: number, glue = ' ') =>
    Array.from({ length: least + below(most - least + 1) }, () => piece()).join(glue)
  /** Words over some lines: soft, hard and odd line ends. */
  const lines = (prefix: string) => {
    const ends = ['\n', '\n', '\n', '  \n', '\\\n', ' \n', '\t\n']
    let out = `A${text(2, 9)}`
    for (let n = below(4); n > 0; n--)
      out += `${ends[below(ends.length)]}${next() < 0.2 ? '' : prefix}and ${text(1, 8)}`
    return out
  }
  const row = () => `| ${text(1, 3).replaceAll('|', '\\|')} | ${text(0, 2).replaceAll('|', '\\|')} |`
  const block = (depth: number): string[] => {
    const nested = () => (depth > 3 ? [text(1, 4)] : blocks(depth + 1, 1 + below(2)))
    switch (below(16)) {
      case 0:
        return [`${'#'.repeat(1 + below(6))} ${text(1, 6)}${['', '', ' #', ' ##  '][below(4)]}`]
      case 1:
        return [...`S${lines('')}`.split('\n'), next() < 0.5 ? '===' : '---  ']
      case 2:
        return nested().map(line => (line === '' ? '>' : `> ${line}`))
      case 3:
        return nested().map((line, i) => (i === 0 ? `- ${line}` : line === '' ? '' : `  ${line}`))
      case 4:
        return nested().map((line, i) => (i === 0 ? `${1 + below(12)}. ${line}` : line === '' ? '' : `    ${line}`))
      case 5:
        return [`- [x] ${text(1, 5)}`, `- [ ] ${text(1, 5)}`, `* ${text(1, 5)}`]
      case 6:
        return [row(), '|:--|---|', row(), row(), `${word()} | ${word()}`.replace(/\|.*/, '| z')]
      case 7:
        return ['```js', 'const *x* = "[ref]"', '', '<!-- no comment -->', '```']
      case 8:
        return ['    indented *code*']
      case 9:
        return ['<div class="x">', `raw ${word()} *not text*`, '</div>']
      case 10:
        return ['<!-- tlumach-disable names', 'more -->']
      case 11:
        return [['***', '- - -', '___'][below(3)]!]
      case 12:
        return [`![${text(1, 3)}](photo.jpg)`, '', `*${word()} ${word()}*`]
      default:
        return lines('').split('\n')
    }
  }
  const blocks = (depth: number, count: number): string[] =>
    Array.from({ length: count }, () => block(depth)).flatMap((b, i) => (i > 0 ? ['', ...b] : b))
  const front = [
    '',
    '',
    '---\ntitle: "Say \\"hi\\""\ndescription: Plain words\nlang: uk\n---\n\n',
    '+++\ntitle = "x"\n+++\n\n',
  ]
  const foot = `\n\n[ref]: https://example.org 'Title *x*'\n[^note]: A note with ${text(1, 5)}\n    that goes on\n\n    and on.\n`
  const out = front[below(4)] + blocks(0, 3 + below(12)).join('\n') + (next() < 0.8 ? foot : '')
  const ended = next() < 0.2 ? out.trimEnd() : out
  return next() < 0.3 ? ended.replaceAll('\n', '\r\n') : ended
}
