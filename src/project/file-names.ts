/** A file's name for another language: a trailing `.en`, `.uk` or `.ru` is replaced, not appended. Folders are left out. */
export function targetName(path: string, language: string): { readonly base: string; readonly extension: string } {
  const name = path.replaceAll('\\', '/').split('/').at(-1)!
  const dot = name.lastIndexOf('.')
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  return { base: `${stem.replace(/\.(?:en|uk|ru)$/i, '')}.${language}`, extension }
}
