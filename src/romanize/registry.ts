import type { Scheme } from './scheme.ts'
import { files } from './schemes/index.ts'

const all = files as readonly Scheme[]

/** Every scheme that is shipped, by name. */
export const schemes = (): readonly Scheme[] => all

/** The scheme of that name or alias; case does not matter. */
export function findScheme(name: string): Scheme | undefined {
  const wanted = name.toLowerCase()
  return all.find(scheme => scheme.name === wanted) ?? all.find(scheme => scheme.aliases?.includes(wanted))
}
