import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { observed } from './cyrillic-ops.ts'
import { boost } from './gbt.ts'
import { type Learned, learnOriginals, learnPairs, learnWriting, middle, treeWeight } from './learn.ts'
import { packStyles } from './pack.ts'
import { trainingPairs } from './pair-data.ts'
import { learnStyles } from './styles.ts'
import { cyrillicTrigrams } from './trigrams.ts'

/** tsx scripts/names/train.ts DATA [styles]: learns the weights in src/names/*.json anew (or styles.json alone) from labelled names. */
function main(data: string, only?: string): void {
  const target = join(import.meta.dirname, '../../src/names')
  const write = (name: string, value: unknown) =>
    writeFileSync(join(target, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`)
  const rows = observed(data).filter(o => o.trains)
  write('styles', packStyles(learnStyles(rows)))
  if (only === 'styles') return
  const writing = learnWriting(rows)
  const originals = learnOriginals(rows, writing)
  const logs = new Map(writing.graph.ops.map(([x, y], i) => [`${x}\t${y}`, Math.log(writing.theta[i]! + 1e-9)]))
  const personRows = rows.flatMap((o, i) => (o.place ? [] : [i]))
  const original = boost(
    personRows.map(i => originals.heldOut[i]!),
    personRows.map(i => rows[i]!.label),
    personRows.map(() => 1),
  )
  write('originals', { ...packed(originals, op => logs.get(`${op.x}\t${op.y}`)!) })
  const pairs = trainingPairs(data)
  const learned = learnPairs(pairs)
  write('pairs', packed(learned))
  const [person, place] = [false, true].map(kind => {
    const chosen = pairs.flatMap((e, i) => (e.place === kind && e.cat !== 'derived' ? [i] : []))
    const trees = boost(
      chosen.map(i => learned.heldOut[i]!),
      chosen.map(i => pairs[i]!.label),
      chosen.map(i => treeWeight(pairs[i]!)),
    )
    return { ...trees, base: trees.base + middle }
  })
  write('trees', { person, place, original })
  write('trigrams', cyrillicTrigrams(rows.filter(o => o.label === 1).map(o => o.original)))
}

/** One line an operation: the chunks, the weight, and more numbers. */
function packed(learned: Learned, more?: (op: { x: string; y: string }) => number) {
  const operations = learned.ops.map((op, i) => {
    const numbers = [learned.values[i]!, ...(more ? [more(op)] : [])]
    return [op.x, op.y, ...numbers.map(n => n.toFixed(2))].join(' ')
  })
  return {
    slips: [...learned.values.slice(learned.ops.length)].map(v => Number(v.toFixed(2))),
    operations,
  }
}

main(process.argv[2]!, process.argv[3])
