// Builds what is published: `node scripts/build.mjs [--out FOLDER] [--no-types]`.
// The program and the doors (package.json "exports") are bundled together, so that they share chunks and start fast.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build, transform } from 'esbuild'
import { declarations } from './declarations.mjs'
import { licences } from './licences.mjs'

const require = createRequire(import.meta.url)
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const { values } = parseArgs({ options: { out: { type: 'string' }, 'no-types': { type: 'boolean' } } })
const out = resolve(values.out ?? join(root, 'dist'))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const doors = Object.keys(manifest.exports).filter(door => door !== './package.json')

/** Data is parsed by JSON.parse, which takes half the time of the same data as a literal of the program. */
const parsedJson = {
  name: 'parsed-json',
  setup({ onLoad }) {
    onLoad({ filter: /\.json$/ }, ({ path }) => {
      const text = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')))
      return text.length < 2000
        ? undefined
        : { contents: `export default /* @__PURE__ */ JSON.parse(${JSON.stringify(text)})`, loader: 'js' }
    })
  },
}

/** The length of a text in a bundle, where a letter beyond ASCII takes six. */
const weight = text => text.length + 5 * text.replaceAll(/[ -~]/g, '').length

/** Writes data into a file of their own and gives the expression that reads them. */
function lazily(path, text) {
  const name = relative(join(root, 'src'), path).replaceAll(/[\\/]/g, '-')
  mkdirSync(join(out, 'cli/data'), { recursive: true })
  writeFileSync(join(out, 'cli/data', name), text)
  return `lazyData(${JSON.stringify(name)}, ${text.startsWith('[')}); import { lazyData } from 'lazy-data'`
}
const module = { loader: 'js', resolveDir: root }

/**
 * In the program large data stand in files of their own, read when first looked into: a run on English text needs neither
 * Ukrainian declensions nor the weights that find Ukrainian names.
 */
const dataFiles = {
  name: 'data-files',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^lazy-data$/ }, () => ({ path: join(root, 'scripts/lazy-data.mjs') }))
    onLoad({ filter: /src\/.*\.json$/ }, ({ path }) => {
      const text = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')))
      return weight(text) < 3000 ? undefined : { contents: `export default ${lazily(path, text)}`, ...module }
    })
    // The schemes are many and small: they are one file.
    onLoad({ filter: /src\/romanize\/schemes\/index\.ts$/ }, ({ path }) => {
      const folder = dirname(path)
      const files = readdirSync(folder).filter(file => file.endsWith('.json'))
      const text = JSON.stringify(files.sort().map(file => JSON.parse(readFileSync(join(folder, file), 'utf8'))))
      return { contents: `export const files = ${lazily(path.replace(/ts$/, 'json'), text)}`, ...module }
    })
  },
}

const options = {
  absWorkingDir: root,
  outdir: out,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  minify: true,
  keepNames: false,
  metafile: true,
  legalComments: 'none',
  plugins: [parsedJson],
  // A native module cannot be bundled; it is an optional dependency of the package.
  external: ['libsql'],
  logLevel: 'warning',
  define: { TLUMACH_VERSION: JSON.stringify(manifest.version), TLUMACH_BUILD: JSON.stringify(sourceHash()) },
  // Packages in CommonJS ask for Node's own modules with `require`.
  banner: { js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);" },
}

/**
 * What a run may need beside the program and its command (a format, a report, a language, the linter itself where all is told from the
 * cache) is bundled apart, each with all that it needs: what several files of a bundle share becomes a file of its own, and each start
 * would load dozens of them.
 */
const apart = new Map()
const nameOf = file =>
  file
    .replace(/^src\//, '')
    .replace(/\.\w+$/, '')
    .replaceAll('/', '-')
const filesApart = {
  name: 'files-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\..*\.(ts|json)$/ }, ({ path, kind, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined
      const file = relative(root, resolve(resolveDir, path)).replaceAll('\\', '/')
      const command = /^src\/cli\/commands\/(.*)\.ts$/.exec(file)?.[1]
      if (!command) apart.set(file, nameOf(file))
      return { path: `./${command ?? nameOf(file)}.cjs`, external: true }
    })
  },
}

/** Packages whose loading takes milliseconds, and which few runs need, are loaded by the first call of one of their functions. */
const rare = ['fflate']
const rareApart = {
  name: 'rare-apart',
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(?:${rare.join('|')})$`)
    onResolve({ filter }, ({ path, kind }) => (kind === 'entry-point' ? undefined : { path, namespace: 'rare' }))
    onLoad({ filter, namespace: 'rare' }, async ({ path }) => {
      const functions = Object.keys(await import(path)).filter(name => name !== 'default')
      const later = functions.map(
        name => `export function ${name}(...given) {
          const { ${name} } = require('./${path}.cjs')
          return new.target ? new ${name}(...given) : ${name}(...given)
        }`,
      )
      return { contents: later.join('\n'), resolveDir: root }
    })
    onResolve({ filter: new RegExp(`^\\./(?:${rare.join('|')})\\.cjs$`) }, ({ path }) => ({ path, external: true }))
  },
}

/** Commander asks for it in case that a command is a program of its own; ours are none. */
const noProcesses = {
  name: 'no-processes',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) =>
      /commander/.test(importer) ? { path, namespace: 'none' } : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'module.exports = {}' }))
  },
}

/** The program's files are CommonJS, which V8's code cache can hold (src/cli/start.ts). esbuild shares files between ES modules only. */
async function asCommonJs({ path, text }) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: options.target,
    minify: true,
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'fileAddress' },
  })
  const address = code.includes('fileAddress')
    ? "const fileAddress=require('node:url').pathToFileURL(__filename).href;"
    : ''
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, address + code)
}

async function bundle(entryPoints) {
  const made = await build({
    ...options,
    banner: {},
    outdir: join(out, 'cli'),
    outExtension: { '.js': '.cjs' },
    plugins: [dataFiles, parsedJson, filesApart, rareApart, noProcesses],
    entryPoints,
    chunkNames: '[name]-[hash]',
    write: false,
  })
  for (const file of made.outputFiles) await asCommonJs(file)
  return made
}

// Files that are bundled together share what any of them needs, and each start loads it. So the program and the kinds of commands
// have bundles of their own, beside the library's.
rmSync(out, { recursive: true, force: true })
const commands = readdirSync(join(root, 'src/cli/commands')).map(file => file.replace(/\.ts$/, ''))
const kinds = [['lint'], ['normalize', 'names'], ['export', 'merge', 'memory', 'validate', 'convert'], ['check']]
const others = commands.filter(name => !kinds.flat().includes(name))
const bundles = [await bundle([{ in: 'src/cli/bin.ts', out: 'program' }])]
for (const names of [...kinds, others])
  bundles.push(await bundle(names.map(name => ({ in: `src/cli/commands/${name}.ts`, out: name }))))
// A thread is started from a file, and tinypool looks for its own beside itself.
bundles.push(await bundle([{ in: 'src/cli/lint-worker.ts', out: 'lint-worker' }]))
bundles.push(
  await build({
    ...options,
    entryPoints: [{ in: join(dirname(require.resolve('tinypool')), 'entry/worker.js'), out: 'cli/entry/worker' }],
  }),
)
for (const name of rare) bundles.push(await bundle([{ in: name, out: name }]))
// What is apart may itself lead to more that is: a map grows while it is gone through.
for (const [file, name] of apart) bundles.push(await bundle([{ in: file, out: name }]))
bundles.push(
  await build({
    ...options,
    format: 'cjs',
    splitting: false,
    banner: { js: '#!/usr/bin/env node' },
    outExtension: { '.js': '.cjs' },
    entryPoints: [{ in: 'src/cli/start.ts', out: 'cli' }],
    // It stands in a file of node/ that the start does without.
    logOverride: { 'empty-import-meta': 'silent' },
  }),
)
writeFileSync(join(out, 'cli.js'), "#!/usr/bin/env node\nimport './cli.cjs'\n")
bundles.push(
  await build({
    ...options,
    entryPoints: doors.map(door => ({ in: `src/${door.slice(2)}/index.ts`, out: door.slice(2) })),
    chunkNames: 'chunks/[name]-[hash]',
  }),
)
const metafile = {
  inputs: Object.assign({}, ...bundles.map(bundle => bundle.metafile.inputs)),
  outputs: Object.assign({}, ...bundles.map(bundle => bundle.metafile.outputs)),
}
writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), licences(metafile, root))
if (!values['no-types']) declarations(root, doors, join(out, 'types'))

const bytes = Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0)
process.stdout.write(`${relative(process.cwd(), out) || '.'}: ${doors.length} doors, ${(bytes / 1024).toFixed(0)} KB\n`)

/** Names the sources that a build is made of: caches of another build are not used. */
function sourceHash() {
  const hash = createHash('sha256')
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  for (const path of files.map(entry => join(entry.parentPath, entry.name)).sort())
    hash.update(relative(root, path)).update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
}
