import {
  type Chooser,
  type Compiled,
  chooser,
  compile,
  knownStyle,
  readCompiled,
  storeCompiled,
} from '../glossary/index.ts'
import type { Glossary } from '../termbase/index.ts'
import { decode } from '../text/index.ts'
import type { Host } from './host.ts'
import type { Checked } from './verbs.ts'

/** A place for compiled glossaries; what it gives back is checked before it is used. */
export interface Cache {
  get(key: string): Promise<Uint8Array | undefined>
  put(key: string, bytes: Uint8Array): Promise<void>
}

export interface OpenOptions {
  /** Glossary files in order; a later one overrides an earlier one concept by concept. */
  readonly glossaries: readonly string[]
  readonly cache?: Cache
  /** Changes when the compiler does, so that a cache of another version is not used. */
  readonly version: string
}

/** What every verb works with: the glossary, compiled, and what each style makes of it. */
export interface Project {
  readonly host: Host
  readonly glossary: Compiled
  /** The chooser of a style, made once. */
  chooserOf(style: string | undefined): Chooser
  /** True of a style that a glossary defines or a scheme gives. */
  knowsStyle(id: string): boolean
}

export interface Opened {
  /** Absent where a glossary could not be used. */
  readonly project?: Project
  /** The glossary files with problems. */
  readonly checked: readonly Checked[]
}

/** Reads the glossaries, compiled from the cache where their content is known. */
export async function openProject(host: Host, options: OpenOptions): Promise<Opened> {
  const files = await Promise.all(
    options.glossaries.map(async path => ({ path, bytes: await host.read(path).catch(() => undefined) })),
  )
  const missing = files.filter(file => file.bytes === undefined)
  if (missing.length > 0) return { checked: missing.map(file => unusable(file.path)) }
  const key = host.hash(
    new TextEncoder().encode([options.version, ...files.map(file => host.hash(file.bytes!))].join('\n')),
  )
  const stored = await options.cache?.get(key)
  const known = stored && readCompiled(stored)
  if (known) return { project: projectOf(host, known), checked: [] }
  const { readGlossary, contradictions } = await import('../termbase/index.ts')
  const glossaries: Glossary[] = []
  const checked: Checked[] = []
  for (const { path, bytes } of files) {
    const { value, problems } = decode(bytes!)
    const reading = readGlossary(value.text)
    const all = problems.length > 0 ? problems : [...reading.problems, ...contradictions(reading.value.concepts)]
    if (all.length > 0)
      checked.push({ path, text: value.text, problems: all.map(p => ({ ...p, severity: 'error' })), unusable: true })
    glossaries.push(reading.value)
  }
  if (checked.length > 0) return { checked }
  const compiled = compile(glossaries)
  await options.cache?.put(key, storeCompiled(compiled))
  return { project: projectOf(host, compiled), checked: [] }
}

function unusable(path: string): Checked {
  return {
    path,
    text: '',
    problems: [{ code: 'glossary-missing', severity: 'error', span: { start: 0, end: 0 }, data: { path } }],
    unusable: true,
  }
}

function projectOf(host: Host, glossary: Compiled): Project {
  const choosers = new Map<string, Chooser>()
  return {
    host,
    glossary,
    knowsStyle: id => knownStyle(glossary, id),
    chooserOf(style) {
      const key = style ?? ''
      const known = choosers.get(key) ?? chooser(glossary, style)
      choosers.set(key, known)
      return known
    },
  }
}
