import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Figures = Record<string, number | string>

const packages = ['@monyone/aho-corasick', 'cspell', 'textlint', 'textlint-rule-prh']

/** Installs the rivals into a folder of their own; false where they cannot be had. */
export function installPeers(folder: string): boolean {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const args = ['install', '--no-audit', '--no-fund', '--silent', ...packages]
  return spawnSync('npm', args, { cwd: folder, timeout: 180_000 }).status === 0
}

/**
 * How often the linter is as fast as each rival with the same words on the same text (`place` holds `words` and `text`); what a rival
 * takes to start and to read its words is left out. `bytes` of the text at most are given to the slow ones.
 */
export function peerFigures(
  peers: string,
  place: string,
  own: { markdown: number; plain: number; match: number },
): Figures {
  const words = readFileSync(join(place, 'words'), 'utf8').split('\n')
  const text = readFileSync(join(place, 'text'), 'utf8')
  writeFileSync(join(peers, 'one.md'), 'One line.\n')
  const ratio = (mine: number, speed: number | undefined) =>
    speed ? Math.round((10 * mine) / speed) / 10 : 'not to be had'
  return {
    matchVsAhoCorasick: ratio(own.match, ahoCorasick(peers, place)),
    plainVsCodespell: ratio(own.plain, codespell(peers, words, text)),
    markdownVsCspell: ratio(own.markdown, cspell(peers, words, text.slice(0, 300_000))),
    markdownVsTextlint: ratio(
      own.markdown,
      textlint(peers, words, text.slice(0, words.length > 10_000 ? 6_000 : 200_000)),
    ),
  }
}

function ahoCorasick(peers: string, place: string): number | undefined {
  const script = `
    import { AhoCorasick } from '@monyone/aho-corasick/fast'
    import { readFileSync } from 'node:fs'
    const [words, text] = ['words', 'text'].map(name => readFileSync(${JSON.stringify(`${place}/`)} + name, 'utf8'))
    const automaton = new AhoCorasick(words.split('\\n'))
    let best = Infinity
    for (let i = 0; i < 5; i++) {
      const started = performance.now()
      automaton.matchInText(text)
      best = Math.min(best, performance.now() - started)
    }
    console.log(Buffer.byteLength(text) / 1000 / best)`
  writeFileSync(join(peers, 'aho-corasick.mjs'), script)
  const { status, stdout } = spawnSync(process.execPath, ['aho-corasick.mjs'], {
    cwd: peers,
    encoding: 'utf8',
    timeout: 120_000,
  })
  return status === 0 ? Number(stdout) : undefined
}

function codespell(peers: string, words: readonly string[], text: string): number | undefined {
  if (spawnSync('codespell', ['--version']).status !== 0) return undefined
  writeFileSync(
    join(peers, 'dictionary'),
    words.map(word => `${word.toLowerCase()}->${word.toLowerCase()}x\n`).join(''),
  )
  return speed(peers, text, file => ['codespell', '-D', 'dictionary', file])
}

function cspell(peers: string, words: readonly string[], text: string): number | undefined {
  writeFileSync(join(peers, 'words.txt'), words.join('\n'))
  const dictionaryDefinitions = [{ name: 'own', path: './words.txt' }]
  writeFileSync(
    join(peers, 'cspell.json'),
    JSON.stringify({ version: '0.2', dictionaryDefinitions, dictionaries: ['own'] }),
  )
  return speed(peers, text, file => ['npx', 'cspell', '--no-progress', '--no-summary', '-c', 'cspell.json', file])
}

function textlint(peers: string, words: readonly string[], text: string): number | undefined {
  const rules = words.map(word => `  - expected: ${JSON.stringify(`${word}x`)}\n    pattern: ${JSON.stringify(word)}\n`)
  writeFileSync(join(peers, 'prh.yml'), `version: 1\nrules:\n${rules.join('')}`)
  writeFileSync(join(peers, '.textlintrc.json'), JSON.stringify({ rules: { prh: { rulePaths: ['prh.yml'] } } }))
  return speed(peers, text, file => ['npx', 'textlint', '--format', 'json', file])
}

/** Megabytes a second over what a single line takes; undefined where it cannot be told apart from nothing. */
function speed(peers: string, text: string, command: (file: string) => readonly string[]): number | undefined {
  writeFileSync(join(peers, 'text.md'), text)
  const seconds = (file: string) => {
    const [program, ...args] = command(file)
    const started = performance.now()
    const { error } = spawnSync(program!, args, { cwd: peers, timeout: 120_000, maxBuffer: 1 << 28 })
    return error ? Number.NaN : (performance.now() - started) / 1000
  }
  const taken = seconds('text.md') - seconds('one.md')
  return taken > 0 ? Buffer.byteLength(text) / 1e6 / taken : undefined
}
