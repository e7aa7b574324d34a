/** What the verbs know of files. Paths are the host's own; the disk's host lives in `node/`, a browser or a test brings its own. */
export interface Host {
  /** Undefined where nothing is there. */
  stat(path: string): Promise<Stat | undefined>
  /** Undefined where no file is there; rejects where one is but cannot be read. */
  read(path: string): Promise<Uint8Array | undefined>
  stream(path: string): AsyncIterable<Uint8Array>
  /** The names in a folder, sorted; a folder's name ends in `/`. Empty where no folder is there. */
  list(folder: string): Promise<readonly string[]>
  /** Atomic: whoever reads meanwhile sees the old file or the new one. Keeps the mode, follows links, makes folders. */
  replace(path: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void>
  /** A short name for the content: equal bytes, equal name. */
  hash(bytes: Uint8Array): string
}

export interface Stat {
  readonly kind: 'file' | 'folder' | 'other'
  /** Bytes. */
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modified: number
}
