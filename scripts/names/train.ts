import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { learnFullNames } from './full.ts'
import { learnComparison, learnGeneration, type Weights } from './weights.ts'

const everything = () => true

/** What is learned, by the word that asks for it alone. */
const subjects: Readonly<Record<string, (data: string) => Weights | Promise<Weights>>> = {
  generation: data => learnGeneration(data, everything),
  comparison: data => learnComparison(data, everything),
  full: async data => ({ 'full-names': await learnFullNames(data, everything) }),
}

/** tsx scripts/names/train.ts DATA [generation | comparison | full]: learns the weights in src/names/*.json anew from labelled names. */
async function main(data: string, only?: string): Promise<void> {
  const target = join(import.meta.dirname, '../../src/names')
  for (const [subject, learn] of Object.entries(subjects)) {
    if (only !== undefined && only !== subject) continue
    for (const [name, value] of Object.entries(await learn(data)))
      writeFileSync(join(target, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`)
  }
}

await main(process.argv[2]!, process.argv[3])
