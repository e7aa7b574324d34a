import { dice } from './json-documents.ts'

export const poHeader = `msgid ""
msgstr ""
"Project-Id-Version: x 1.0\\n"
"Language: uk\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n"
"%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

`

const texts = ['Hello', 'a "quoted" \\ word', 'Рядок\nдва\n', '%d of %s', 'tab\there', 'довге '.repeat(30), '']
const quote = (text: string) => JSON.stringify(text).slice(1, -1)

/** A file of a random layout. */
export function poFile(seed: number): string {
  const roll = dice(seed)
  const string = (text: string): string => {
    const lines = text.match(/[^\n]{1,30}\n?|\n/g) ?? ['']
    return lines.length > 1 || roll(4) === 0
      ? ['""', ...lines.map(line => `"${quote(line)}"`)].join('\n')
      : `"${quote(text)}"`
  }
  const any = () => texts[roll(texts.length)]!
  const entry = (i: number) => {
    const head = [
      '# a comment',
      '#. extracted',
      '#: src/a.c:12',
      `#, ${roll(2) ? 'fuzzy, ' : ''}c-format`,
      '#| msgid "old"',
    ]
    const lines = head.filter(() => roll(2) === 0)
    if (roll(3) === 0) lines.push(`msgctxt "c${i}"`)
    lines.push(`msgid ${string(`${i} ${any()}`)}`)
    if (roll(3) > 0) return [...lines, `msgstr ${string(any())}`].join('\n')
    return [
      ...lines,
      `msgid_plural ${string(`${i}s ${any()}`)}`,
      ...[0, 1, 2].map(n => `msgstr[${n}] ${string(any())}`),
    ].join('\n')
  }
  const entries = Array.from({ length: 1 + roll(12) }, (_, i) => entry(i + 1))
  const whole = `${poHeader}${entries.join('\n\n')}\n\n#~ msgid "gone"\n#~ msgstr "нема"\n`
  return roll(3) === 0 ? whole.replaceAll('\n', '\r\n') : whole
}
