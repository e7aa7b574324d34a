import { readFileSync } from 'node:fs'

/** The files of the program lie in dist/cli/. */
const folder = new URL('./data/', import.meta.url)

/**
 * Data that are read from their file when something first looks into them. To whoever reads it the object is as the parsed file.
 */
export function lazyData(name, isList) {
  let parsed
  const data = () => {
    parsed ??= JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
    return parsed
  }
  return new Proxy(isList ? [] : {}, {
    get: (_, key) => Reflect.get(data(), key),
    has: (_, key) => Reflect.has(data(), key),
    ownKeys: () => Reflect.ownKeys(data()),
    getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(data(), key),
  })
}
