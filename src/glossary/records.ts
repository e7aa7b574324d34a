/** Texts one after the other, and by text where its bytes begin; one more for the end. */
export interface Records {
  readonly bytes: Uint8Array
  readonly starts: Int32Array
}

export function writeRecords(texts: readonly string[]): Records {
  const encoder = new TextEncoder()
  const starts = new Int32Array(texts.length + 1)
  let bytes = new Uint8Array(1 << 16)
  let at = 0
  texts.forEach((text, i) => {
    // A unit of UTF-16 takes three bytes at most.
    while (bytes.length < at + text.length * 3) bytes = grown(bytes)
    at += encoder.encodeInto(text, bytes.subarray(at)).written
    starts[i + 1] = at
  })
  return { bytes: bytes.slice(0, at), starts }
}

function grown(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const twice = new Uint8Array(bytes.length * 2)
  twice.set(bytes)
  return twice
}

/** A text by its index. */
export function recordReader({ bytes, starts }: Records): (index: number) => string {
  const decoder = new TextDecoder()
  return index => decoder.decode(bytes.subarray(starts[index], starts[index + 1]))
}

/**
 * A list whose items are made when they are first looked at; to whoever reads it, it is an array. Who goes through all of it (`for`, a
 * spread) has each made for the moment: a large glossary would fill the memory.
 */
export function lazyList<T>(length: number, make: (index: number) => T): readonly T[] {
  const items: T[] = new Array(length)
  const item = (index: number): T => {
    items[index] ??= make(index)
    return items[index]
  }
  function* all() {
    for (let index = 0; index < length; index++) yield items[index] ?? make(index)
  }
  return new Proxy(items, {
    get(target, key, receiver) {
      if (key === Symbol.iterator) return all
      const index = typeof key === 'string' ? Number(key) : Number.NaN
      return index >= 0 && index < length ? item(index) : Reflect.get(target, key, receiver)
    },
    has: (target, key) => (typeof key === 'string' && Number(key) < length) || Reflect.has(target, key),
  })
}
