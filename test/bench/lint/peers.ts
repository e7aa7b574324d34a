import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { speedOf } from './peer-speed.ts'

type Figures = Record<string, number | string>

const packages = ['@monyone/aho-corasick', 'cspell', 'textlint', 'textlint-rule-prh']

/** Installs the rivals into a folder of their own; false where they cannot be had. */
export function installPeers(folder: string): boolean {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const args = ['install', '--no-audit', '--no-fund', '--silent', ...packages]
  return spawnSync('npm', args, { cwd: folder, timeout: 180_000 }).status === 0
}

/**
 * How fast the rivals are (MB/s) and how often the linter is as fast, with as many words on the same text (`place` holds `words`,
 * `text` and the articles of `md.json`); what a rival takes to start and to read its words is left out. One word of five is wrong, as in
 * the glossary. The slow ones get the beginning of the text, `KB` of it.
 */
export function peerFigures(
  peers: string,
  place: string,
  own: { markdown: number; plain: number; match: number },
): Figures {
  const words = readFileSync(join(place, 'words'), 'utf8').split('\n')
  const plain = readFileSync(join(place, 'text'), 'utf8')
  const markdown = (JSON.parse(readFileSync(join(place, 'md.json'), 'utf8')) as string[]).join('\n')
  const forTextlint = markdown.slice(0, words.length > 10_000 ? 6_000 : 200_000)
  return {
    ...compared('AhoCorasick', 'match', own.match, ahoCorasick(peers, place), plain),
    ...compared('Codespell', 'plain', own.plain, codespell(peers, words, plain), plain),
    ...compared(
      'Cspell',
      'markdown',
      own.markdown,
      cspell(peers, words, markdown.slice(0, 400_000)),
      markdown.slice(0, 400_000),
    ),
    ...compared('Textlint', 'markdown', own.markdown, textlint(peers, words, forTextlint), forTextlint),
  }
}

function compared(name: string, work: string, own: number, speed: number | undefined, text: string): Figures {
  if (speed === undefined || Number.isNaN(speed)) return { [`${work}Vs${name}`]: 'not to be had' }
  return {
    [`${work}Vs${name}`]: round(own / speed),
    [`${name}.MBps`]: speed < 0.1 ? Math.round(10_000 * speed) / 10_000 : round(speed),
    [`${name}.KB`]: Math.round(Buffer.byteLength(text) / 1000),
  }
}

const round = (number: number) => Math.round(100 * number) / 100

const isWrong = (i: number) => i % 5 === 0

/** Within its process, the fastest of five, as our own matching is measured. */
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
    timeout: 300_000,
  })
  return status === 0 ? Number(stdout) : undefined
}

/** Each word of a dictionary of codespell is wrong, so the right ones are given another end, by which they are as long and never met. */
function codespell(peers: string, words: readonly string[], text: string): number | undefined {
  if (spawnSync('codespell', ['--version']).status !== 0) return undefined
  const lines = words.map((word, i) => `${word.toLowerCase()}${isWrong(i) ? '' : 'qx'}->${word.toLowerCase()}x\n`)
  writeFileSync(join(peers, 'dictionary'), lines.join(''))
  // Its status is how much it has found.
  const line = (file: string) => `codespell -D dictionary ${file} 2> said; ! grep -q ^ERROR said`
  const command = (file: string) => ['sh', '-c', line(file)]
  return speedOf(peers, { name: 'text.txt', text, command })
}

/** Its report is left out (`--no-issues`): it would tell of every word in no dictionary. */
function cspell(peers: string, words: readonly string[], text: string): number | undefined {
  writeFileSync(join(peers, 'words.txt'), words.join('\n'))
  const dictionaryDefinitions = [{ name: 'own', path: './words.txt' }]
  const settings = { version: '0.2', dictionaryDefinitions, dictionaries: ['own'] }
  writeFileSync(join(peers, 'cspell.json'), JSON.stringify(settings))
  const options = ['--no-progress', '--no-summary', '--no-issues', '-c', 'cspell.json']
  const command = (file: string) => [process.execPath, 'node_modules/cspell/bin.mjs', ...options, file]
  return speedOf(peers, { name: 'cspell.md', text, command })
}

function textlint(peers: string, words: readonly string[], text: string): number | undefined {
  const rules = words.map((word, i) => {
    const expected = JSON.stringify(isWrong(i) ? `${word}x` : word)
    return `  - expected: ${expected}\n    pattern: ${JSON.stringify(word)}\n`
  })
  writeFileSync(join(peers, 'prh.yml'), `version: 1\nrules:\n${rules.join('')}`)
  writeFileSync(join(peers, '.textlintrc.json'), JSON.stringify({ rules: { prh: { rulePaths: ['prh.yml'] } } }))
  const command = (file: string) => [
    process.execPath,
    'node_modules/textlint/bin/textlint.js',
    '--format',
    'json',
    file,
  ]
  return speedOf(peers, { name: 'textlint.md', text, command })
}
