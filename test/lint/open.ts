import { readFileSync } from 'node:fs'
import { type Host, openProject, type Project, type Settings, settingsOf } from '../../src/project/index.ts'

/** A host whose only files are the given ones. */
export function memoryHost(files: Readonly<Record<string, string>>): Host {
  const bytes = (path: string) => (files[path] === undefined ? undefined : new TextEncoder().encode(files[path]))
  return {
    stat: async path =>
      files[path] === undefined ? undefined : { kind: 'file', size: files[path].length, modified: 0 },
    read: async path => bytes(path),
    stream: async function* (path) {
      const found = bytes(path)
      if (found) yield found
    },
    list: async () => Object.keys(files).sort(),
    replace: async () => {},
    hash: content => `${content.length}-${content.reduce((sum, byte) => (sum * 31 + byte) >>> 0, 7)}`,
  }
}

const yaml = readFileSync(new URL('../fixtures/glossary.yaml', import.meta.url), 'utf8')

/** `more`: a glossary beside this file, on top of the one of all tests. */
export async function openTestProject(more?: string): Promise<Project> {
  const files = {
    'glossary.yaml': yaml,
    ...(more !== undefined && { 'more.yaml': readFileSync(new URL(more, import.meta.url), 'utf8') }),
  }
  const opened = await openProject(memoryHost(files), {
    glossaries: Object.keys(files),
    version: 'test',
  })
  if (!opened.project) throw new Error(JSON.stringify(opened.checked))
  return opened.project
}

export const settings = (overrides: Parameters<typeof settingsOf>[1] = {}): Settings => settingsOf({}, overrides)('x')

export const source = (text: string, path = 'x.md') => ({ path, bytes: new TextEncoder().encode(text) })

/** Sources as they come from a disk. */
export async function* inTurn<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list
}
