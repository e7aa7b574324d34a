import { printed } from './run-program.ts'
import { terminalPicture } from './terminal-picture.ts'

/** What is shown of the program: each command line is run in `examples/`. */
const pictures = [
  {
    name: 'lint',
    line: ['lint', 'istanbul.en.txt'],
    description:
      'Five findings in an English text: place, severity, reason, the line with the name underlined, the suggestion.',
  },
  {
    name: 'lint-uk',
    line: ['lint', '--ui-language', 'uk', 'corridors.uk.md'],
    description: 'A Russian form of a surname in a Ukrainian text, with the message in Ukrainian.',
  },
  {
    name: 'normalize',
    line: ['normalize', '--diff', 'corridors.en.md'],
    description: 'A unified diff in which names alone change.',
  },
  {
    name: 'names',
    line: ['names', 'istanbul.en.txt'],
    description: 'The names of a text with their spellings, counts and places, in the glossary and not in it.',
  },
  {
    name: 'explain',
    line: ['explain', '--format', 'pretty', 'mixed-script'],
    description: 'The page of a rule: what it finds, its severity, examples.',
  },
] as const

/** Pictures of real output. */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const { name, line, description } of pictures) {
    const command = `tlumach ${line.join(' ')}`
    const output = await printed(line, 'examples')
    files.set(`docs/pictures/${name}.svg`, terminalPicture({ command, description, output }))
  }
  return files
}
