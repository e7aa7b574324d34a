import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes the `.d.ts` of the doors. They name each other as `./x.ts` in the source and have to as `./x.js` when published. */
export function declarations(root, doors, out) {
  const config = join(out, 'tsconfig.json')
  const files = doors.map(door => join(root, 'src', door.slice(2), 'index.ts'))
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: join(root, 'src'),
    typeRoots: [join(root, 'node_modules', '@types')],
    outDir: out,
  }
  mkdirSync(out, { recursive: true })
  writeFileSync(config, JSON.stringify({ extends: join(root, 'tsconfig.json'), include: [], files, compilerOptions }))
  try {
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', config], { cwd: root, encoding: 'utf8' })
    if (status !== 0) throw new Error(`tsc: ${stdout}`)
  } finally {
    rmSync(config)
  }
  const wanted = reachable(doors.map(door => join(out, door, 'index.d.ts')))
  for (const path of readdirSync(out, { recursive: true }).filter(name => name.endsWith('.d.ts'))) {
    const file = join(out, path)
    if (wanted.has(file)) writeFileSync(file, readFileSync(file, 'utf8').replace(relativeImport, '$1.js$3'))
    else rmSync(file)
  }
}

const relativeImport = /((?:from|import)\s*\(?\s*['"](\.[^'"]*))\.ts(['"])/g

/** The files that the doors lead to; what lies behind them is nobody else's. */
function reachable(files) {
  const seen = new Set(files)
  for (const file of seen) {
    for (const [, , path] of readFileSync(file, 'utf8').matchAll(relativeImport)) {
      seen.add(join(dirname(file), `${path}.d.ts`))
    }
  }
  return seen
}
