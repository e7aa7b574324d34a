import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { foldLatin } from '../../src/names/letters.ts'
import { buckets, groupsOf, placesOf } from '../../src/names/slavic.ts'
import { observed } from './cyrillic-ops.ts'
import { identity } from './data.ts'
import { random } from './latent.ts'

/**
 * tsx scripts/names/train-slavic.ts DATA WORDS: learns src/names/slavic.json, which tells romanized names from English words and
 * other names. WORDS is a list of English words and names, one a line (SCOWL; Debian wamerican-large).
 */
function main(data: string, list: string): void {
  const names = [
    ...new Set(
      observed(data)
        .filter(o => o.trains && o.label === 1 && o.language !== '?')
        .map(o => o.latin),
    ),
  ]
  const known = new Set(names)
  const lines = readFileSync(list, 'utf8')
    .split('\n')
    .filter(line => /^\p{L}{3,}$/u.test(line))
  const others = [...new Set(lines.map(foldLatin))].filter(word => !known.has(word))
  const rows = [...names.map(text => ({ text, label: 1 })), ...others.map(text => ({ text, label: 0 }))].map(row => ({
    ...row,
    groups: groupsOf(row.text),
    held: identity(row.text) % 10 === 0,
  }))
  const { weights, bias } = train(rows.filter(row => !row.held))
  const largest = weights.reduce((m, w) => Math.max(m, Math.abs(w)), 0)
  const scale = Math.min(largest, 4) / 127
  const quantised = Int8Array.from(weights, w => Math.max(-127, Math.min(127, Math.round(w / scale))))
  const p = (groups: readonly number[]) =>
    1 / (1 + Math.exp(-(groups.reduce((s, g) => s + quantised[g]!, 0) * scale + bias)))
  for (const label of [0, 1]) {
    const held = rows.filter(row => row.held && row.label === label)
    process.stdout.write(
      `${label}: ${held.length} held out, over one half ${held.filter(r => p(r.groups) > 0.5).length}\n`,
    )
  }
  const lower = new Set(lines.filter(line => /^\p{Ll}/u.test(line)).map(foldLatin))
  const words = [...lower].filter(word => known.has(word) || p(groupsOf(word)) > 0.02).sort()
  const english = new Set(lines.map(foldLatin))
  const sure = names.filter(name => !lower.has(name) && (!english.has(name) || p(groupsOf(name)) > 0.1))
  const set = new Uint8Array(Math.ceil((sure.length * 14) / 8))
  for (const name of sure) for (const place of placesOf(name, set.length * 8)) set[place >> 3]! |= 1 << (place & 7)
  const target = join(import.meta.dirname, '../../src/names/slavic.json')
  const value = {
    bias: Number(bias.toFixed(4)),
    scale: Number(scale.toFixed(6)),
    weights: Buffer.from(quantised.buffer).toString('base64'),
    known: Buffer.from(set).toString('base64'),
    words: words.join(' '),
  }
  writeFileSync(target, `${JSON.stringify(value, null, 2)}\n`)
  process.stdout.write(`${words.length} words listed, ${names.length} names, ${others.length} others\n`)
}

function train(rows: readonly { groups: readonly number[]; label: number }[]) {
  const weights = new Float64Array(buckets)
  const squares = new Float64Array(buckets).fill(1)
  let bias = -1
  const next = random(3)
  const order = rows.map((_, i) => i)
  for (let epoch = 0; epoch < 12; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    for (const index of order) {
      const { groups, label } = rows[index]!
      const z = groups.reduce((s, g) => s + weights[g]!, bias)
      const g = 1 / (1 + Math.exp(-z)) - label
      bias -= 0.002 * g
      for (const bucket of groups) {
        const step = g + 1e-4 * weights[bucket]!
        squares[bucket]! += step * step
        weights[bucket]! -= (0.15 * step) / Math.sqrt(squares[bucket]!)
      }
    }
  }
  return { weights, bias }
}

const [data, list] = process.argv.slice(2)
if (!data || !list || !existsSync(list)) process.exitCode = 2
else main(data, list)
