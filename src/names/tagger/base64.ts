/** Base64, in lines so that a data file can be shown. */
export const bytesOf = (lines: readonly string[]): Uint8Array =>
  Uint8Array.from(atob(lines.join('')), char => char.charCodeAt(0))

export function linesOf(bytes: Uint8Array): string[] {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).match(/.{1,2000}/g) ?? []
}
