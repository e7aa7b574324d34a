/**
 * A file's name for another language: `article.en.md` and the catalog `en.json` name their own, which is replaced; another name gets
 * the language appended. Folders are left out.
 */
export function targetName(path: string, language: string): { readonly base: string; readonly extension: string } {
  const name = path.replaceAll('\\', '/').split('/').at(-1)!
  const dot = name.lastIndexOf('.')
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  const own = stem.replace(/(?:^|\.)(?:en|uk|ru)$/i, '')
  // A template of gettext is translated into a catalog.
  const written = extension.toLowerCase() === '.pot' ? '.po' : extension
  return { base: own === '' ? language : `${own}.${language}`, extension: written }
}

/** The name of the file that carries a document to translators; with `isFull` two documents that differ in their extension have two. */
export const exportName = (path: string, language: string, isFull = false): string =>
  isFull ? `${path.replaceAll('\\', '/').split('/').at(-1)}.${language}` : targetName(path, language).base
