import { resolve } from 'node:path'
import { shippedGlossaries } from '../node/index.ts'
import type { Setup } from './setup.ts'
import type { Options } from './spec.ts'

/** The shipped ones first, then the configuration's, then the command line's: a later one overrides an earlier one. */
export async function glossaryPaths(options: Options, setup: Setup, cwd: string): Promise<string[]> {
  const withDefault = options.defaultGlossary !== false && setup.config.defaultGlossary !== false
  return [
    ...(withDefault ? await shippedGlossaries() : []),
    ...(setup.config.glossaries ?? []).map(path => resolve(setup.root, path)),
    ...(options.glossary ?? []).map(path => resolve(cwd, path)),
  ]
}
