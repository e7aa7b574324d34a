/** Plain text: which lines have text, and the white space around it. */
export const plainShape = (text: string): string[] => lines(text).map(line => line.replace(/\S(?:.*\S)?/u, '…'))

/** Subtitles: of a line of a cue its tags, in their order; every other line as it is, but for what says the language of the texts. */
export function subtitleShape(text: string): string[] {
  let isCue = false
  const all = lines(text)
  return all.map((line, i) => {
    if (line.includes('-->')) {
      isCue = true
      return line
    }
    if (line.trim() === '') isCue = false
    if (!isCue && line.startsWith('Language:')) return 'Language: …'
    // The next cue's number or name.
    const isText = isCue && !(all[i + 1]?.includes('-->') && /^\s*\d+\s*$/.test(line))
    return isText ? `… ${(line.match(/<[^<>]*>|\{\\[^{}]*\}/g) ?? []).join(' ')}` : line
  })
}

const lines = (text: string): string[] => text.split(/\r\n|\r|\n/)
