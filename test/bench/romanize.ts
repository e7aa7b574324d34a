import { cyrillize, findScheme, romanize } from '../../src/romanize/index.ts'

const names = ['kmu-2010', 'bgn-pcgn-1947', 'iso-9-1995', 'press-de-ru']
const seconds = 0.5

/** Megabytes of UTF-8 a second, both ways, over each scheme's own samples in a text of about 1 MB. Reads no data. */
export async function run(): Promise<Record<string, number>> {
  const figures: Record<string, number> = {}
  for (const name of names) {
    const scheme = findScheme(name)!
    const samples = `${Object.keys(scheme.samples).join(', ')}. `
    const text = samples.repeat(Math.ceil(1e6 / Buffer.byteLength(samples)))
    figures[`romanize.${name}.mbPerSecond`] = speed(text, part => romanize(part, scheme))
    figures[`cyrillize.${name}.mbPerSecond`] = speed(romanize(text, scheme), part => cyrillize(part, scheme))
  }
  return figures
}

function speed(text: string, act: (text: string) => string): number {
  const size = Buffer.byteLength(text)
  act(text)
  const start = performance.now()
  let done = 0
  while (performance.now() - start < seconds * 1000) {
    act(text)
    done += size
  }
  return Number((done / 1e6 / ((performance.now() - start) / 1000)).toFixed(2))
}
