import { marginOf } from '../../src/names/features.ts'
import { encodeCyrillic, encodeLatin, markCyrillic } from '../../src/names/letters.ts'
import { evaluate, unpackTrees } from '../../src/names/trees.ts'
import { observed } from './cyrillic-ops.ts'
import { boost, defaults } from './gbt.ts'
import { item } from './latent.ts'
import { boostPairs, learnOriginals, learnPairs, learnWriting, middle, pairItem, treeWeight } from './learn.ts'
import { curve, shown } from './metrics.ts'
import { foldOf, labelledPairs, touches, trainingPairs } from './pair-data.ts'
import { measureItem, withGroups } from './stack.ts'

/** tsx scripts/names/validate.ts DATA [FOLD]: figures on names that the training has not seen (a fifth of the names). */
function main(data: string, fold: number, what: string): void {
  if (what !== 'cyr') pairs(data, fold)
  if (what !== 'pairs') originals(data, fold)
}

function pairs(data: string, fold: number): void {
  const all = labelledPairs(data)
  const train = trainingPairs(data).filter(e => !touches(e, fold))
  const val = all.filter(e => touches(e, fold))
  const learned = learnPairs(train)
  const features = val.map(e =>
    withGroups(measureItem(learned.table, pairItem(learned.table, e), learned.ops.length), learned.context),
  )
  for (const place of [false, true]) {
    const chosen = train.map((_, i) => i).filter(i => train[i]!.place === place && train[i]!.cat !== 'derived')
    const trees = unpackTrees(
      boostPairs(
        chosen.map(i => learned.heldOut[i]!),
        chosen.map(i => train[i]!.label),
        chosen.map(i => treeWeight(train[i]!)),
        place,
      ),
    )
    for (const model of ['sum', 'trees']) {
      const scored = val.flatMap((e, i) => {
        if (e.place !== place) return []
        const score = model === 'sum' ? features[i]![0]! : marginOf(features[i]!) + evaluate(trees, features[i]!)
        return [{ score, label: e.label, weight: e.label ? 1 : 0.55, cat: e.cat }]
      })
      const c = curve(scored)
      const t = model === 'trees' ? -middle : c.threshold
      process.stdout.write(`${place ? 'places' : 'persons'} ${model}: ${shown(c)}\n`)
      process.stdout.write(`  at ${t.toFixed(2)}: f1 ${f1(scored, t).toFixed(4)} ${rates(scored, t)}\n`)
    }
  }
}

function f1(items: readonly { score: number; label: number; weight: number }[], t: number): number {
  const sum = (test: (i: { score: number; label: number }) => boolean) =>
    items.reduce((s, i) => s + (test(i) ? i.weight : 0), 0)
  return (2 * sum(i => i.score >= t && i.label === 1)) / (sum(i => i.score >= t) + sum(i => i.label === 1))
}

function rates(items: readonly { score: number; cat: string }[], t: number): string {
  return [...new Set(items.map(i => i.cat))]
    .sort()
    .map(cat => {
      const list = items.filter(i => i.cat === cat)
      return `${cat} ${(list.filter(i => i.score >= t).length / list.length).toFixed(4)}`
    })
    .join('  ')
}

function originals(data: string, fold: number): void {
  const all = observed(data)
  const train = all.filter(o => foldOf(o.name) !== fold && o.trains)
  const val = all.filter(o => foldOf(o.name) === fold)
  const learned = learnOriginals(train, learnWriting(train))
  const items = val.map(o =>
    item(learned.table, encodeCyrillic(markCyrillic(o.original)), encodeLatin(`^${o.latin}$`), o.label, 1),
  )
  const features = items.map(i => measureItem(learned.table, i, learned.ops.length).features)
  const chosen = train.map((_, i) => i).filter(i => !train[i]!.place)
  const trees = unpackTrees(
    boost(
      chosen.map(i => learned.heldOut[i]!),
      chosen.map(i => train[i]!.label),
      chosen.map(() => 1),
      defaults,
    ),
  )
  for (const model of ['sum', 'trees']) {
    const scored = val.flatMap((o, i) => {
      if (o.place) return []
      const score = model === 'sum' ? features[i]![0]! : evaluate(trees, features[i]!)
      return [{ score, label: o.label, weight: 1, cat: o.cat }]
    })
    const c = curve(scored)
    const t = model === 'trees' ? 0 : c.threshold
    process.stdout.write(
      `originals ${model}: ${shown(c)}\n  at ${t.toFixed(2)}: f1 ${f1(scored, t).toFixed(4)} ${rates(scored, t)}\n`,
    )
  }
}

const [data, fold, what] = process.argv.slice(2)
if (!data) process.exitCode = 2
else main(data, Number(fold ?? 0), what ?? 'all')
