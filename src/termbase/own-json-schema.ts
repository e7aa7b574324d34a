import { z } from 'zod'
import { fileSchema } from './own-schema.ts'

/** JSON Schema (draft 2020-12) of a glossary file, for editors. */
export function glossaryJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(fileSchema, { unrepresentable: 'any', io: 'input' })
  return { $schema, title: 'tlumach glossary', ...schema }
}
