/** A place for people: both from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

export interface Lines {
  /** The place of an offset. O(log lines). */
  at(offset: number): Position
  /** The span of a line (from 1) without its line end; empty outside the text. */
  span(line: number): { readonly start: number; readonly end: number }
  readonly count: number
}

/** Finds the lines of a text once: \n, \r\n and a lone \r end a line. O(n). */
export function lines(text: string): Lines {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return {
    count: starts.length,
    at(offset) {
      const line = lastAtOrBefore(starts, offset)
      return { line: line + 1, column: offset - starts[line]! + 1 }
    },
    span(line) {
      const start = starts[line - 1] ?? text.length
      let end = starts[line] ?? text.length
      while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--
      return { start, end }
    },
  }
}

/** The index of the last number that is not greater than `value`; the numbers ascend and the first is 0. */
export function lastAtOrBefore(numbers: readonly number[], value: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (numbers[middle]! <= value) low = middle
    else high = middle - 1
  }
  return low
}
