/** Where two files first differ, with what stands there; undefined where they are equal. */
export function differingBytes(before: Uint8Array, after: Uint8Array | undefined): string | undefined {
  if (!after) return 'nothing was given back'
  if (Buffer.compare(before, after) === 0) return undefined
  const length = Math.min(before.length, after.length)
  let at = 0
  while (at < length && before[at] === after[at]) at++
  const shown = (bytes: Uint8Array) =>
    JSON.stringify(Buffer.from(bytes.subarray(Math.max(0, at - 30), at + 40)).toString('utf8'))
  return `byte ${at}: ${shown(before)} became ${shown(after)}`
}

/** The first of two lists' members that differs. */
export function differingLines(before: readonly string[], after: readonly string[]): string | undefined {
  const at = before.findIndex((line, i) => line !== after[i])
  if (at < 0 && before.length === after.length) return undefined
  const [was, is] = [before, after].map(lines => lines[at < 0 ? before.length : at]?.slice(0, 300) ?? '(nothing)')
  return `${was} became ${is}`
}
