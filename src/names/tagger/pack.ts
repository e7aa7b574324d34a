import { bytesOf } from './base64.ts'
import { tagCount } from './crf.ts'
import { featureBits } from './features.ts'
import type { Weights } from './weights.ts'

/**
 * Weights as text: `rows` holds, in base64, for each place in order its distance from the last one (7 bits a byte, the highest bit
 * says that more follow), a byte whose bits are the tags that have a weight, and a signed byte for each of these, in units of `scale`.
 */
export interface Packed {
  readonly scale: number
  readonly pair: readonly number[]
  readonly rows: readonly string[]
}

export function unpack({ scale, pair, rows: lines }: Packed): Weights {
  const bytes = bytesOf(lines)
  const rows = new Int32Array(1 << featureBits).fill(-1)
  const values: number[] = []
  let place = 0
  for (let at = 0, row = 0; at < bytes.length; row++) {
    let shift = 0
    let distance = 0
    for (; bytes[at]! & 0x80; shift += 7) distance |= (bytes[at++]! & 0x7f) << shift
    distance |= bytes[at++]! << shift
    place += distance
    rows[place] = row
    const present = bytes[at++]!
    for (let t = 0; t < tagCount; t++) values.push(present & (1 << t) ? ((bytes[at++]! << 24) >> 24) * scale : 0)
  }
  return { rows, values: Float32Array.from(values), pair: Float64Array.from(pair) }
}

/** The reverse; what rounds to nothing is left out. */
export function pack({ rows, values, pair }: Weights): {
  readonly scale: number
  readonly pair: number[]
  readonly bytes: number[]
} {
  const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127
  const bytes: number[] = []
  let last = 0
  rows.forEach((row, place) => {
    if (row < 0) return
    const rounded = Array.from({ length: tagCount }, (_, t) => Math.round(values[row * tagCount + t]! / scale))
    const present = rounded.reduce((bits, value, t) => (value ? bits | (1 << t) : bits), 0)
    if (!present) return
    let distance = place - last
    for (; distance > 0x7f; distance >>>= 7) bytes.push((distance & 0x7f) | 0x80)
    bytes.push(distance, present, ...rounded.filter(Boolean).map(value => value & 0xff))
    last = place
  })
  return { scale, pair: Array.from(pair, value => Math.round(value * 1000) / 1000), bytes }
}
