/** A document to be translated; its name tells its format. */
export interface Sample {
  readonly name: string
  readonly bytes: Uint8Array
  /** Made by chance: it may hold what a program shows and nobody translates (hidden text). */
  readonly generated?: true
}

/** One line of the table: what a program made of one format. */
export interface Row {
  readonly client: string
  readonly format: string
  readonly profile: string
  /** Documents that were tried. */
  readonly count: number
  /** What is not as it should be, a sentence each; none where all is well. */
  readonly faults: readonly string[]
}

/** A translator's program that can be run without a screen. */
export interface Client {
  readonly name: string
  /** Why it cannot be asked here; undefined where it can. */
  absent(): string | undefined
  run(samples: readonly Sample[], folder: string): Promise<readonly Row[]>
}

export const formatOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

/** Rows of outcomes by format, in the order in which they came. */
export function rowsOf(
  client: string,
  profile: string,
  outcomes: readonly { readonly name: string; readonly fault: string | undefined }[],
): Row[] {
  const formats = [...new Set(outcomes.map(({ name }) => formatOf(name)))]
  return formats.map(format => {
    const own = outcomes.filter(({ name }) => formatOf(name) === format)
    const faults = own.flatMap(({ name, fault }) => (fault === undefined ? [] : [`${name}: ${fault}`]))
    return { client, format, profile, count: own.length, faults }
  })
}
