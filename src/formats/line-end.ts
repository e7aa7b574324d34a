/** The line end that a source uses first; "\n" where it has none. */
export const lineEnd = (source: string): string => /\r\n?|\n/.exec(source)?.[0] ?? '\n'
