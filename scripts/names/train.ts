import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { learnComparison, learnGeneration } from './weights.ts'

/** tsx scripts/names/train.ts DATA [generation]: learns the weights in src/names/*.json anew (or those of spellings alone) from labelled names. */
function main(data: string, only?: string): void {
  const target = join(import.meta.dirname, '../../src/names')
  const everything = () => true
  const weights = {
    ...learnGeneration(data, everything),
    ...(only === 'generation' ? {} : learnComparison(data, everything)),
  }
  for (const [name, value] of Object.entries(weights))
    writeFileSync(join(target, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`)
}

main(process.argv[2]!, process.argv[3])
