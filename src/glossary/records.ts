/** Texts one after the other, and by text its length in bytes. */
export interface Records {
  readonly bytes: Uint8Array
  readonly lengths: ArrayLike<number>
}

export function writeRecords(texts: readonly string[]): Records {
  const encoder = new TextEncoder()
  const lengths = new Uint32Array(texts.length)
  let bytes = new Uint8Array(1 << 16)
  let at = 0
  texts.forEach((text, i) => {
    // A unit of UTF-16 takes three bytes at most.
    while (bytes.length < at + text.length * 3) bytes = grown(bytes)
    lengths[i] = encoder.encodeInto(text, bytes.subarray(at)).written
    at += lengths[i]!
  })
  return { bytes: bytes.slice(0, at), lengths }
}

function grown(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const twice = new Uint8Array(bytes.length * 2)
  twice.set(bytes)
  return twice
}

/** A text by its index. */
export function recordReader({ bytes, lengths }: Records): (index: number) => string {
  const decoder = new TextDecoder()
  const starts = new Uint32Array(lengths.length + 1)
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = starts[i]! + lengths[i]!
  return index => decoder.decode(bytes.subarray(starts[index], starts[index + 1]))
}

/** A list whose items are made when they are first looked at; to whoever reads it, it is an array. */
export function lazyList<T>(length: number, make: (index: number) => T): readonly T[] {
  const items: T[] = new Array(length)
  const item = (index: number): T => {
    items[index] ??= make(index)
    return items[index]
  }
  return new Proxy(items, {
    get(target, key, receiver) {
      const index = typeof key === 'string' ? Number(key) : Number.NaN
      return index >= 0 && index < length ? item(index) : Reflect.get(target, key, receiver)
    },
    has: (target, key) => (typeof key === 'string' && Number(key) < length) || Reflect.has(target, key),
  })
}
