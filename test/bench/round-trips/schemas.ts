import type { XliffVersion } from '../../../src/xliff/index.ts'
import { schemaFaults, schemasAbsent } from '../../xliff/schemas.ts'

interface Given {
  readonly name: string
  readonly text: string
}

/** So many files go to one process of xmllint. */
const batch = 150

/** Asks the published schemas about files as they come; `fault` is told of each that is not valid, by the name that it was given with. */
export function schemaCheck(fault: (name: string, said: string) => void) {
  const waiting = new Map<XliffVersion, Given[]>()
  const flush = (version: XliffVersion, given: readonly Given[]): void => {
    const texts = given.map(({ text }) => text)
    for (const line of schemaFaults(texts, version)) {
      const index = /\/(\d+)\.xlf:\d/.exec(line)?.[1]
      if (index !== undefined) fault(given[Number(index)]!.name, `${version}: ${line}`)
    }
    waiting.set(version, [])
  }
  return {
    add(version: XliffVersion, given: Given): void {
      if (schemasAbsent !== undefined) return
      const all = [...(waiting.get(version) ?? []), given]
      waiting.set(version, all)
      if (all.length >= batch) flush(version, all)
    },
    end(): void {
      for (const [version, given] of waiting) if (given.length > 0) flush(version, given)
    },
  }
}
