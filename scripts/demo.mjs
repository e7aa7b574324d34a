// The main job on the bundled examples, in a folder of its own: `npm run demo`. Says each command before it runs it.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const program = join(root, 'dist', 'cli.cjs')
if (!existsSync(program))
  spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs'), '--no-types'], { stdio: 'inherit' })

const folder = mkdtempSync(join(tmpdir(), 'tlumach-demo-'))
cpSync(join(root, 'examples'), folder, { recursive: true })
const article = 'corridors.en.md'

/** Runs a command line in the demo's folder and shows what it prints. */
function run(...args) {
  process.stdout.write(`\n$ tlumach ${args.join(' ')}\n`)
  const { status } = spawnSync(process.execPath, [program, ...args], { cwd: folder, stdio: 'inherit' })
  return status
}

const say = text => process.stdout.write(`\n— ${text}\n`)

say('Is the draft consistent?')
run('lint', article)
say('What would change?')
run('normalize', '--diff', article)
say('Make it so; every change can be taken back.')
run('normalize', '--write', article)
say('The names of the text now, with their concepts in the glossary:')
run('names', article)
say('To a translator, and back. Here every segment is “translated” by its own text:')
run('export', article, '--to', 'uk', '--out-dir', 'translate')
const xliff = join(folder, 'translate', 'corridors.uk.xlf')
const translated = readFileSync(xliff, 'utf8').replace(/<source([^>]*)>(.*?)<\/source>/gs, '$&<target$1>$2</target>')
writeFileSync(xliff, translated)
run('merge', 'translate/corridors.uk.xlf', '--source', article, '-o', 'merged.md')
const equal = readFileSync(join(folder, 'merged.md')).equals(readFileSync(join(folder, article)))
say(equal ? 'The merged document is the source, byte for byte.' : 'The merged document differs from the source.')
run('romanize', '--scheme', 'kmu-2010', 'Згурський')
rmSync(folder, { recursive: true })
process.exitCode = equal ? 0 : 1
