/** A generator of numbers that gives the same ones for a seed. */
export function dice(seed: number): (sides: number) => number {
  let state = (seed + 1) * 2654435761
  return sides => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

type Messages = (roll: (sides: number) => number) => string

const texts = [
  'Hello',
  "It's fine",
  'Київ — столиця',
  'a "quote" \\ and / slash',
  'line\nbreak\ttab',
  '50 % <',
  '\u00a0\ud83d\ude00',
]

export const i18nextMessage: Messages = roll =>
  [texts[roll(texts.length)], '{{name}}', '<1>bold</1>', '$t(other, {"a": 1})', '<br/>', '{{n, number}}']
    .filter(() => roll(3) === 0)
    .concat(texts[roll(texts.length)]!)
    .join(' ')

export const icuMessage: Messages = roll => {
  const text = () => texts[roll(texts.length)]!.replace(/[<{}]/g, "'$&'")
  const piece = [
    text,
    () => '{name}',
    () => '<b>bold</b>',
    () => "''",
    () => "'{'quoted'}'",
    () => '{when, date, short}',
    () => `{n, plural, =0 {none} one {# ${text()}} other {# ${text()} {who}}}`,
    () => `{g, select, female {${text()}} other {${text()}}}`,
    () => `{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}`,
  ]
  return Array.from({ length: 1 + roll(4) }, () => piece[roll(piece.length)]!()).join(' ')
}

/** A catalog of a random layout: indentation, line ends, nesting, escapes, arrays, plural suffixes. */
export function jsonCatalog(seed: number, message: Messages, suffixes: readonly string[]): string {
  const roll = dice(seed)
  const indent = [0, 2, 4, '\t'][roll(4)]!
  const leaf = (depth: number): unknown => {
    const kind = depth > 2 ? 0 : roll(8)
    if (kind === 6) return Array.from({ length: roll(4) }, () => message(roll))
    if (kind === 7) return object(depth + 1)
    return kind === 5 ? [12.5e3, true, null, ''][roll(4)] : message(roll)
  }
  const object = (depth: number): Record<string, unknown> => {
    const members: Record<string, unknown> = {}
    for (let i = roll(6) + 1; i > 0; i--) {
      const key = ['title', 'a.b', 'кнопка', 'x"y', 'item'][roll(5)]! + i
      if (roll(4) > 0 || suffixes.length === 0) members[key] = leaf(depth)
      else for (const suffix of suffixes) members[`${key}${suffix}`] = message(roll)
    }
    return members
  }
  const json = JSON.stringify(object(0), null, indent)
  const spelled =
    roll(3) === 0 ? json.replace(/[^\0-\x7f]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`) : json
  const ended = roll(2) === 0 ? `${spelled}\n` : spelled
  return roll(3) === 0 ? ended.replaceAll('\n', '\r\n') : ended
}
