import type { Problem } from '../text/index.ts'

/** Reads what a file consists of from pieces of its text. */
export interface PieceReader<T> {
  /** What the piece completes. */
  write(chunk: string): readonly T[]
  end(): { readonly last: readonly T[]; readonly problems: readonly Problem[] }
  /** True after a fault that ends the reading. */
  readonly stopped: boolean
}

export interface PieceStream<T> extends AsyncIterableIterator<T> {
  /** What was found; complete when the iteration has ended. */
  readonly problems: readonly Problem[]
}

/** What a file consists of, as it is read; the caller holds it, nobody else. Spans are offsets from the first chunk. */
export function pieceStream<T>(
  chunks: AsyncIterable<string> | Iterable<string>,
  reader: PieceReader<T>,
): PieceStream<T> {
  const problems: Problem[] = []
  return Object.assign(generate(chunks, reader, problems), { problems })
}

async function* generate<T>(
  chunks: AsyncIterable<string> | Iterable<string>,
  reader: PieceReader<T>,
  problems: Problem[],
): AsyncGenerator<T, undefined> {
  for await (const chunk of chunks) {
    yield* reader.write(chunk)
    if (reader.stopped) break
  }
  const end = reader.end()
  problems.push(...end.problems)
  yield* end.last
}
