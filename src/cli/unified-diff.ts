/** A file before and after as a unified diff; undefined where more lines have changed than are wanted. */
export async function unifiedDiff(
  change: { readonly path: string; readonly before: string; readonly after: string },
  mostLines = Number.POSITIVE_INFINITY,
): Promise<string | undefined> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff')
  return createTwoFilesPatch(change.path, change.path, change.before, change.after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
    maxEditLength: mostLines,
  })
}
