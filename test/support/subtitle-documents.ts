import { random } from './random.ts'

const words = (
  'talks corridor delegation Mykhailo Podoliak Vladimir Medinsky Київ переговори Подоляка Слов’янськ “quoted” «лапки» ' +
  "don’t it's 12,345 50% <3 R&D AT&amp;T &lt;live&gt; nb\u00a0space e\u0301 … — - ♪ #tag {sic} [door] (sighs) 1."
).split(' ')

interface Dialect {
  readonly sign: ',' | '.'
  readonly tags: readonly ((text: string) => string)[]
  readonly settings: readonly string[]
  readonly names: (count: number) => readonly string[]
  readonly head: string
  readonly asides: readonly string[]
}

const shared: Dialect['tags'] = [
  text => `<i>${text}</i>`,
  text => `<b>${text}</b>`,
  text => `<u><i>${text}</i></u>`,
  text => `<i>${text}`,
]

const srt: Dialect = {
  sign: ',',
  tags: [
    ...shared,
    text => `<font color="#ffff00">${text}</font>`,
    text => `{\\an8}${text}`,
    text => `{\\i1}${text}{\\i0}`,
  ],
  settings: ['', '', ' X1:100 X2:600 Y1:010 Y2:060'],
  names: count => [`${count}\n`, `${count}\n`, `${count}\n`, ''],
  head: '',
  asides: [],
}

const vtt: Dialect = {
  sign: '.',
  tags: [
    ...shared,
    text => `<v Anna Maria>${text}</v>`,
    text => `<c.loud.yellow>${text}</c>`,
    text => `<lang fr>${text}</lang>`,
    text => `<00:00:01.500>${text}`,
    text => `<ruby>${text}<rt>${text}</rt></ruby>`,
  ],
  settings: ['', '', ' align:start position:10%', ' line:-1 region:fred', ' vertical:rl size:50%'],
  names: count => [`${count}\n`, `cue-${count} intro\n`, '', ''],
  head: 'WEBVTT - news\nKind: captions\nLanguage: en\n\nSTYLE\n::cue(b) {\n  color: red;\n}\n\nREGION\nid:fred\nwidth:40%\n\n',
  asides: ['NOTE one line\n\n', 'NOTE\nMedinsky is\nspelled so\n\n'],
}

/** A file of some variety: tags, positions, notes, line ends; the same seed gives the same one. */
function subtitles(seed: number, dialect: Dialect): string {
  const next = random(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!
  const clock = (tenths: number) => {
    const parts = [Math.floor(tenths / 36_000), Math.floor(tenths / 600) % 60, Math.floor(tenths / 10) % 60]
    return `${parts.map(part => String(part).padStart(2, '0')).join(':')}${dialect.sign}${tenths % 10}00`
  }
  const phrase = () => Array.from({ length: 1 + Math.floor(next() * 5) }, () => pick(words)).join(' ')
  const tagged = (text: string) => (next() < 0.4 ? pick(dialect.tags)(text) : text)
  const line = () =>
    next() < 0.2 ? `- ${tagged(phrase())}` : `${tagged(phrase())}${next() < 0.3 ? ` ${tagged(phrase())}` : ''}`
  let at = 0
  const cue = (count: number): string => {
    const start = at + Math.floor(next() * 40)
    at = start + 5 + Math.floor(next() * 60)
    const text = Array.from({ length: 1 + Math.floor(next() * 3) }, line).join('\n')
    const aside = dialect.asides.length > 0 && next() < 0.1 ? pick(dialect.asides) : ''
    return `${aside}${pick(dialect.names(count))}${clock(start)} --> ${clock(at)}${pick(dialect.settings)}\n${text}\n`
  }
  const cues = Array.from({ length: 3 + Math.floor(next() * 12) }, (_, i) => cue(i + 1))
  const whole = dialect.head + cues.join(pick(['\n', '\n', '\n\n']))
  const marked = next() < 0.2 ? `\ufeff${whole}` : whole
  return next() < 0.3 ? marked.replaceAll('\n', '\r\n') : marked
}

export const srtDocument = (seed: number): string => subtitles(seed, srt)
export const vttDocument = (seed: number): string => subtitles(seed, vtt)
