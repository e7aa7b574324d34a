/** What begins a placeholder in a file. */
export interface Dialect {
  /** In C's files %1d is a number one digit wide, in Qt's the first argument and a d. */
  readonly percent: 'c' | 'qt'
  /** $1 is the first argument; elsewhere it is a dollar. */
  readonly hasDollars: boolean
}

/** The dialect in which more of a file's texts can be read. O(n). */
export function dialectOf(texts: readonly string[]): Dialect {
  const count = (pattern: RegExp) => texts.filter(text => pattern.test(text)).length
  const c = count(/(?<!%)%(?:[1-9]\$)?[-+#0]?l?[sdiu](?!\p{L})/u)
  const qt = count(/(?<!%)%[1-9](?![\w$%.])/u)
  const dollars = count(/\$[1-9](?![\d.,]*\d|[\s-]?(?:thousand|[mb]illion|bn|[kmb](?!\p{L})))/iu)
  const money = count(/\$\d(?:[.,]?\d|[\s-]?(?:thousand|[mb]illion|bn|[kmb](?!\p{L})))/iu)
  return { percent: qt > c ? 'qt' : 'c', hasDollars: dollars > 2 && dollars > 10 * money }
}
