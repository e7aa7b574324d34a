import { reportFormats } from '../report/index.ts'
import type { CommandSpec, OptionSpec } from './spec.ts'

/** Named here, too, so that the first screen need not load the formats. */
export const exchangeFormats = [
  'tbx',
  'tbx2',
  'csv',
  'tsv',
  'xlsx',
  'omegat',
  'deepl',
  'utx',
  'i18next',
  'json',
] as const

const kinds = ['person', 'place', 'organisation', 'work', 'term']

const glossaries: readonly OptionSpec[] = [
  { flags: '-g, --glossary <file>', words: 'option.glossary', repeat: true },
  { flags: '--no-default-glossary', words: 'option.no-default-glossary' },
  { flags: '--style <name>', words: 'option.style' },
]

const readAs: OptionSpec = { flags: '--as <format>', words: 'option.glossary.as', choices: exchangeFormats }
const columns: OptionSpec = { flags: '--columns <languages>', words: 'option.glossary.columns', commas: true }

/** The commands below `glossary`, in the order of its help. */
export const glossaryCommands: readonly CommandSpec[] = [
  {
    name: 'check',
    id: 'glossary-check',
    args: '<files...>',
    words: 'command.glossary-check',
    options: [
      { flags: '--format <format>', words: 'option.format', choices: reportFormats },
      { flags: '--fail-on <severity>', words: 'option.fail-on', choices: ['error', 'warning', 'info', 'never'] },
    ],
    examples: [['tlumach glossary check names.yaml', 'example.glossary-check']],
  },
  {
    name: 'expand',
    id: 'glossary-expand',
    args: '<name...>',
    words: 'command.glossary-expand',
    options: [{ flags: '--format <format>', words: 'option.format', choices: ['pretty', 'json'] }, ...glossaries],
    examples: [
      ['tlumach glossary expand Zelenskyy', 'example.glossary-expand'],
      ['tlumach glossary expand --format json kyiv', 'example.glossary-expand-json'],
    ],
  },
  {
    name: 'add',
    id: 'glossary-add',
    args: '<file>',
    words: 'command.glossary-add',
    options: [
      { flags: '--kind <kind>', words: 'option.glossary.add-kind', choices: kinds },
      { flags: '--uk <name>', words: 'option.glossary.uk' },
      { flags: '--ru <name>', words: 'option.glossary.ru' },
      { flags: '--en <name>', words: 'option.glossary.en' },
      { flags: '--not <spelling>', words: 'option.glossary.not', repeat: true },
      { flags: '--note <text>', words: 'option.glossary.note' },
      { flags: '--source <text>', words: 'option.glossary.source' },
      { flags: '--id <id>', words: 'option.glossary.id' },
    ],
    examples: [
      ['tlumach glossary add names.yaml', 'example.glossary-add-asked'],
      ['tlumach glossary add names.yaml --kind person --uk "Михайло Подоляк" --not Podoliyak', 'example.glossary-add'],
    ],
  },
  {
    name: 'import',
    id: 'glossary-import',
    args: '<file>',
    words: 'command.glossary-import',
    options: [
      { flags: '--into <file>', words: 'option.glossary.into' },
      { flags: '-w, --write', words: 'option.glossary.write' },
      { flags: '--kind <kind>', words: 'option.glossary.kind', choices: kinds },
      readAs,
      columns,
    ],
    examples: [
      ['tlumach glossary import terms.tbx --into names.yaml', 'example.glossary-import'],
      [
        'tlumach glossary import --write --kind place --columns uk,en towns.csv --into places.yaml',
        'example.glossary-import-columns',
      ],
    ],
  },
  {
    name: 'export',
    id: 'glossary-export',
    args: '[files...]',
    words: 'command.glossary-export',
    options: [
      { flags: '--to <format>', words: 'option.glossary.to', choices: exchangeFormats },
      { flags: '-o, --output <file>', words: 'option.glossary.output' },
      { flags: '--force', words: 'option.force' },
      { ...columns, words: 'option.glossary.pair' },
      { flags: '--dialect <name>', words: 'option.glossary.dialect', choices: ['core', 'min', 'basic'] },
      { flags: '--markup <style>', words: 'option.glossary.markup', choices: ['dca', 'dct'] },
      { flags: '--usable', words: 'option.glossary.usable' },
      { flags: '--no-derived', words: 'option.glossary.no-derived' },
      ...glossaries,
    ],
    examples: [
      ['tlumach glossary export --to tbx -o names.tbx names.yaml', 'example.glossary-export'],
      ['tlumach glossary export --to omegat --columns uk,en -o names.utf8', 'example.glossary-export-omegat'],
    ],
  },
  {
    name: 'print',
    id: 'glossary-print',
    words: 'command.glossary-print',
    options: [
      { flags: '--to <document>', words: 'option.glossary.to', choices: ['html', 'docx'] },
      { flags: '-o, --output <file>', words: 'option.glossary.output' },
      { flags: '--force', words: 'option.force' },
      ...glossaries,
    ],
    examples: [
      ['tlumach glossary print --style bgn-pcgn-2019 -o names.html', 'example.glossary-print'],
      ['tlumach glossary print --no-default-glossary -g names.yaml -o names.docx', 'example.glossary-print-docx'],
    ],
  },
  {
    name: 'diff',
    id: 'glossary-diff',
    args: '<before> <after...>',
    words: 'command.glossary-diff',
    options: [{ flags: '--format <format>', words: 'option.format', choices: ['pretty', 'json'] }],
    examples: [['tlumach glossary diff names.yaml new/names.yaml', 'example.glossary-diff']],
  },
]
