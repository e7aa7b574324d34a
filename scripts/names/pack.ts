import type { PackedStyles } from '../../src/names/spellings.ts'
import type { Styles } from './styles.ts'

/** Steps of the packed logarithms; a character for each style, '!' for the likeliest. */
const step = 0.1
const least = 0.002

export function packStyles({ graph, theta, priors }: Styles): PackedStyles {
  const operations = graph.ops.flatMap(([x, y], i) => {
    const all = theta.map(t => t[i]!)
    if (Math.max(...all) < least) return []
    return [
      `${x} ${y} ${all.map(p => String.fromCharCode(33 + Math.min(93, Math.round(-Math.log(p + 1e-9) / step)))).join('')}`,
    ]
  })
  return {
    step,
    priors: Object.fromEntries(Object.entries(priors).map(([key, list]) => [key, list.join(' ')])),
    operations,
  }
}
