import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { type LoaderSync, lilconfigSync } from 'lilconfig'

export interface ConfigFile {
  readonly path: string
  readonly folder: string
  readonly bytes: Uint8Array
  /** The field that holds the configuration, where the file holds more (`package.json`). */
  readonly key?: string
}

const name = 'tlumach'
const places = [`${name}.config.yaml`, `${name}.config.yml`, `${name}.config.json`, 'package.json']

/** Only whether the file counts; what it says is read with its places by `project/`. */
const claim: LoaderSync = (path, text) =>
  basename(path) === 'package.json' ? { [name]: packageField(text) } : { path }

/** The nearest configuration from a folder upwards. */
export async function findConfig(cwd: string): Promise<ConfigFile | undefined> {
  const loaders = { '.json': claim, '.yaml': claim, '.yml': claim }
  // A promise for each place up to the root takes longer than the search.
  const found = lilconfigSync(name, {
    searchPlaces: places,
    loaders,
    cache: false,
    ignoreEmptySearchPlaces: false,
  }).search(cwd)
  return found ? await readConfigFile(found.filepath) : undefined
}

/** A configuration named outright; rejects where it cannot be read. */
export async function readConfigFile(path: string): Promise<ConfigFile> {
  const key = basename(path) === 'package.json' ? { key: name } : {}
  return { path, folder: dirname(path), bytes: await readFile(path), ...key }
}

function packageField(text: string): unknown {
  try {
    return (JSON.parse(text) as Record<string, unknown>)[name]
  } catch {
    return undefined
  }
}
