/** A line by offsets of the source, its end left out. */
export interface Line {
  readonly start: number
  readonly end: number
}

/** The lines of a source; \n, \r\n and a lone \r end a line. */
export function linesOf(source: string): Line[] {
  const lines: Line[] = []
  let start = source.startsWith('\ufeff') ? 1 : 0
  for (const match of source.matchAll(/\r\n?|\n/g)) {
    lines.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  lines.push({ start, end: source.length })
  return lines
}
