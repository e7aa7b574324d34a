import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The licences of the packages whose code is in a bundle, and of our weights: all of them ask that the text goes with it. */
export function licences(metafile, root) {
  const inputs = Object.keys(metafile.inputs)
  const packages = new Set(inputs.flatMap(path => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []))
  const weights = readdirSync(join(root, 'src'), { recursive: true }).filter(path => /LICEN[CS]E[^/]*\.md$/.test(path))
  return [
    ...[...packages].sort().map(folder => licence(join(root, folder))),
    ...weights.sort().map(path => `${path}\n\n${readFileSync(join(root, 'src', path), 'utf8')}`),
  ].join(`\n${'-'.repeat(80)}\n\n`)
}

function licence(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry))
  const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : ''
  return `${name} ${version} (${license})\n\n${text}\n`
}
