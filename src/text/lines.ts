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
  const counter = lineCounter()
  counter.add(text)
  return counter.lines((start, end) => {
    let last = end
    while (last > start && (text.charCodeAt(last - 1) === 10 || text.charCodeAt(last - 1) === 13)) last--
    return last
  })
}

/** Counts the lines of a text that comes in pieces and is not kept. */
export interface LineCounter {
  add(chunk: string): void
  /** `endOf` says where a line that reaches to the next one ends without its line end. */
  lines(endOf?: (start: number, end: number) => number): Lines
}

export function lineCounter(): LineCounter {
  const starts = [0]
  let length = 0
  let afterReturn = false
  return {
    add(chunk) {
      for (let i = 0; i < chunk.length; i++) {
        const unit = chunk.charCodeAt(i)
        if (afterReturn && unit !== 10) starts.push(length + i)
        afterReturn = unit === 13
        if (unit === 10) starts.push(length + i + 1)
      }
      length += chunk.length
    },
    lines(endOf = (_, end) => end) {
      const all = afterReturn ? [...starts, length] : starts
      return {
        count: all.length,
        at(offset) {
          const line = lastAtOrBefore(all, offset)
          return { line: line + 1, column: offset - all[line]! + 1 }
        },
        span(line) {
          const start = all[line - 1] ?? length
          return { start, end: endOf(start, all[line] ?? length) }
        },
      }
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
