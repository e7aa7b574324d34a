import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Chooser, type Compiled, chooser, compile, type Spelling } from '../../src/glossary/index.ts'
import { type Concept, type Part, readGlossary } from '../../src/termbase/index.ts'

/** A concept with the file it stands in. */
export interface Entry {
  readonly file: string
  readonly concept: Concept
}

/** All glossaries of a folder, read and compiled together. */
export interface Shipped {
  readonly files: readonly string[]
  readonly entries: readonly Entry[]
  readonly compiled: Compiled
  readonly choice: Chooser
}

export function readShipped(folder: string): Shipped {
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .sort()
  const glossaries = files.map(file => readGlossary(readFileSync(join(folder, file), 'utf8')).value)
  const compiled = compile(glossaries)
  const entries = files.flatMap((file, i) => glossaries[i]!.concepts.map(concept => ({ file, concept })))
  return { files, entries, compiled, choice: chooser(compiled) }
}

/** What is preferred in English of the parts that an English text has. */
export function english({ compiled, choice }: Shipped, { id, kind }: Concept): readonly (Spelling | undefined)[] {
  const number = compiled.concepts.findIndex(concept => concept.id === id)
  const parts: readonly Part[] = kind === 'person' ? ['given', 'family'] : ['name']
  return parts.map(part => choice.preferred(number, part, 'en'))
}
