import { configSchema } from '../src/project/index.ts'
import { glossaryJsonSchema } from '../src/termbase/index.ts'

/** The JSON Schemas by which editors check and complete glossaries and configurations. */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  const asFile = (schema: object) => `${JSON.stringify(schema, undefined, 2)}\n`
  return new Map([
    ['schemas/config.schema.json', asFile(await configSchema())],
    ['schemas/glossary.schema.json', asFile(glossaryJsonSchema())],
  ])
}
