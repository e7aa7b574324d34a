/** What a file is by its first bytes. */
export type Kind = 'zip' | 'empty' | 'encrypted' | 'doc' | 'rtf' | 'pdf' | 'html' | 'xml' | 'other'

/** OLE compound file ([MS-CFB] 2.2): Word before 2007, and the envelope of a document with a password ([MS-OFFCRYPTO] 2.3). */
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const zips = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
]

export function kindOf(bytes: Uint8Array): Kind {
  const begins = (sign: readonly number[]) => sign.every((byte, i) => bytes[i] === byte)
  if (bytes.length === 0) return 'empty'
  if (zips.some(begins)) return 'zip'
  if (begins(compound)) return holdsEncryptedPackage(bytes) ? 'encrypted' : 'doc'
  const first = bytes.subarray(0, looked).find(byte => byte > 0x20 && byte < 0x80)
  if (first === undefined || !openers.includes(first)) return 'other'
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, looked))
    .replace(/^\xef\xbb\xbf|^\xff\xfe|\0/g, '')
    .trimStart()
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (head.startsWith('%PDF-')) return 'pdf'
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(head)) return 'html'
  return head.startsWith('<?xml') ? 'xml' : 'other'
}

const looked = 1024
/** The ASCII signs that what is told by its beginning begins with: { % < */
const openers: readonly number[] = [0x7b, 0x25, 0x3c]

/** Names of streams stand in UTF-16 in the directory of a compound file. */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].flatMap(char => [char.charCodeAt(0), 0])
  for (let at = bytes.indexOf(name[0]!); at >= 0; at = bytes.indexOf(name[0]!, at + 1)) {
    if (name.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}
