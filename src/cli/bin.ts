import { readFileSync } from 'node:fs'
import { main } from './main.ts'
import { processTerminal } from './terminal.ts'

declare const TLUMACH_VERSION: string | undefined

/** The build writes the version in; from the source it is read. */
const version = (): string =>
  typeof TLUMACH_VERSION === 'string'
    ? TLUMACH_VERSION
    : (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version

main(process.argv.slice(2), processTerminal(), version()).then(status => {
  process.exitCode = status
})
