/** Bytes in base64 (RFC 4648, §4). */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  const step = 0x8000
  for (let at = 0; at < bytes.length; at += step) binary += String.fromCharCode(...bytes.subarray(at, at + step))
  return btoa(binary)
}

/** The bytes of base64, white space in it allowed; undefined where it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), unit => unit.charCodeAt(0))
  } catch {
    return undefined
  }
}
