import { readFileSync } from 'node:fs'
import { type Schema, Validator } from '@cfworker/json-schema'

/**
 * The JSON Schema of SARIF 2.1.0 (its text 2.1.0-rtm.5, as SchemaStore publishes it and npm's @microsoft/jest-sarif carries it); it is
 * written in draft 4.
 */
const schema = readFileSync(new URL('schemas/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8')

/** A pattern in it has a `]` of its own, which is one in JavaScript only behind a backslash. */
const readable = schema.replaceAll('{2}]?$', '{2}\\\\]?$')

const validator = new Validator(JSON.parse(readable) as Schema, '4', false)

/** What the schema says against a report; empty where it is valid. */
export const sarifFaults = (report: string): string[] =>
  validator.validate(JSON.parse(report)).errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`)
