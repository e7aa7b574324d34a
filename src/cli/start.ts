import { dirname, join } from 'node:path'
import { cacheFolder } from '../node/index.ts'
import { openCodeCache } from './code-cache.ts'

/**
 * What `dist/cli.cjs` does: it loads the files of the program as `require` would, but compiles them through the code cache. They are
 * CommonJS, since Node has no cache for modules before version 22, and only Node's own can be told from theirs by `./`.
 */
const folder = join(__dirname, 'cli')
const cache = openCodeCache(cacheFolder(process.env, process.platform))
const modules = new Map<string, { exports: unknown }>()

function load(specifier: string): unknown {
  if (!specifier.startsWith('./')) return require(specifier)
  const loaded = modules.get(specifier)
  if (loaded) return loaded.exports
  const module = { exports: {} }
  modules.set(specifier, module)
  const path = join(folder, specifier)
  cache.compile(path)(module.exports, load, module, path, dirname(path))
  return module.exports
}

load('./program.cjs')
process.on('exit', cache.save)
