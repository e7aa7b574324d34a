/** The bytes of a base64 text. A loop, since a start feels the hundred thousand calls of a callback. */
export function bytesOf(text: string): Uint8Array {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}
