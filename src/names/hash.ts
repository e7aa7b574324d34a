/** 32-bit FNV-1a over UTF-16 units, finished with a multiply so that low bits are good. */
export function hash(text: string, from = 0, to = text.length, seed = 2166136261): number {
  let h = seed
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
  h ^= h >>> 15
  return Math.imul(h, 2246822519) >>> 0
}
