/** Extensions of XLIFF files, as translation programs name them. */
export const xliffExtensions: readonly string[] = ['.xlf', '.xliff', '.sdlxliff', '.mqxliff', '.mxliff', '.txlf']
