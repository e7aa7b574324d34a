import { reportFormats } from '../report/index.ts'
import { glossaryCommands } from './glossary-commands.ts'
import type { CommandSpec, OptionSpec } from './spec.ts'

const languages = ['en', 'uk', 'ru'] as const

export const everywhere: readonly OptionSpec[] = [
  { flags: '--config <file>', words: 'option.config' },
  { flags: '-q, --quiet', words: 'option.quiet' },
  { flags: '--ui-language <language>', words: 'option.ui-language', choices: languages },
]

/** Named here, too, so that the first screen need not load the formats. */
const formats = ['markdown', 'html', 'plain', 'po', 'srt', 'vtt', 'i18next', 'icu', 'nitf', 'newsml']

/** The same of the profiles. */
const profiles = [
  'omegat',
  'omegat3',
  'trados',
  'memoq',
  'poedit',
  'matecat',
  'smartcat',
  'phrase',
  'crowdin',
  'lokalise',
  'translate-toolkit',
  'weblate',
]

const texts: readonly OptionSpec[] = [
  { flags: '-g, --glossary <file>', words: 'option.glossary', repeat: true },
  { flags: '--no-default-glossary', words: 'option.no-default-glossary' },
  { flags: '--style <name>', words: 'option.style' },
  { flags: '--language <language>', words: 'option.language', choices: languages },
  { flags: '--date <date>', words: 'option.date' },
  { flags: '--stdin-filename <name>', words: 'option.stdin-filename' },
  { flags: '--read-as <format>', words: 'option.read-as', choices: formats },
]

const failOn: OptionSpec = {
  flags: '--fail-on <severity>',
  words: 'option.fail-on',
  choices: ['error', 'warning', 'info', 'never'],
}

const outputs: readonly OptionSpec[] = [
  { flags: '--out-dir <folder>', words: 'option.out-dir' },
  { flags: '-o, --output <file>', words: 'option.output' },
  { flags: '--force', words: 'option.force' },
]

const srx: OptionSpec = { flags: '--srx <file>', words: 'option.srx' }

const memory: OptionSpec = { flags: '--memory', words: 'option.memory' }

/** The commands in the order of the first screen: help, parsing and completion are made of this table. */
const threadCounts = Array.from({ length: 16 }, (_, i) => String(i + 1))

export const commands: readonly CommandSpec[] = [
  {
    name: 'lint',
    args: '[files...]',
    words: 'command.lint',
    options: [
      { flags: '--format <format>', words: 'option.format', choices: reportFormats },
      failOn,
      { flags: '--across', words: 'option.across' },
      { flags: '--parallel', words: 'option.parallel' },
      { flags: '--fix', words: 'option.lint.fix' },
      { flags: '--unsafe', words: 'option.unsafe' },
      { flags: '--diff', words: 'option.lint.diff' },
      { flags: '--interactive', words: 'option.interactive' },
      { flags: '--changed [revision]', words: 'option.changed' },
      { flags: '--baseline [file]', words: 'option.baseline' },
      { flags: '--write-baseline', words: 'option.write-baseline' },
      { flags: '--cache', words: 'option.cache' },
      { flags: '--threads <count>', words: 'option.threads', choices: threadCounts },
      { flags: '--watch', words: 'option.watch' },
      ...texts,
    ],
    examples: [
      ['tlumach lint article.md', 'example.lint.file'],
      ['tlumach lint --format json texts/ > problems.json', 'example.lint.json'],
      ['tlumach lint --style bgn-pcgn-2019 "news/**/*.md"', 'example.lint.style'],
      ['tlumach lint --fix article.md', 'example.lint.fix'],
      ['tlumach lint --changed', 'example.lint.changed'],
      ['tlumach lint --across news/', 'example.lint.across'],
      ['tlumach lint --parallel story.en.md story.uk.md story.ru.md', 'example.lint.parallel'],
      ['cat draft.md | tlumach lint --stdin-filename draft.md -', 'example.lint.stdin'],
    ],
  },
  {
    name: 'normalize',
    args: '<files...>',
    words: 'command.normalize',
    options: [
      { flags: '-w, --write', words: 'option.write' },
      { flags: '--check', words: 'option.check' },
      { flags: '--diff', words: 'option.diff' },
      { flags: '--track-changes', words: 'option.track-changes' },
      { flags: '--author <name>', words: 'option.author' },
      { ...failOn, words: 'option.normalize.fail-on' },
      ...texts,
    ],
    examples: [
      ['tlumach normalize article.md > better.md', 'example.normalize.file'],
      ['tlumach normalize --diff article.md', 'example.normalize.diff'],
      ['tlumach normalize --write texts/', 'example.normalize.write'],
      ['tlumach normalize --write --track-changes --author "Copy desk" article.docx', 'example.normalize.track'],
      ['cat draft.txt | tlumach normalize -', 'example.normalize.stdin'],
    ],
  },
  {
    name: 'undo',
    words: 'command.undo',
    options: [],
    examples: [['tlumach undo', 'example.undo']],
  },
  {
    name: 'names',
    args: '<files...>',
    words: 'command.names',
    options: [
      { flags: '--format <format>', words: 'option.format', choices: ['pretty', 'json'] },
      { flags: '--propose', words: 'option.propose' },
      ...texts,
    ],
    examples: [
      ['tlumach names article.md', 'example.names.file'],
      ['tlumach names --format json archive/ > names.json', 'example.names.json'],
      ['tlumach names --propose archive/ > proposed.yaml', 'example.names.propose'],
    ],
  },
  {
    name: 'glossary',
    words: 'command.glossary',
    options: [],
    commands: glossaryCommands,
    examples: [
      ['tlumach glossary check names.yaml', 'example.glossary-check'],
      ['tlumach glossary import terms.tbx --into names.yaml', 'example.glossary-import'],
    ],
  },
  {
    name: 'export',
    args: '[files...]',
    words: 'command.export',
    options: [
      { flags: '--to <languages>', words: 'option.to', choices: languages, repeat: true, commas: true },
      { flags: '--from <language>', words: 'option.from', choices: languages },
      { flags: '--source <name>', words: 'option.export.source' },
      { flags: '--embed', words: 'option.embed' },
      memory,
      { flags: '--xliff <version>', words: 'option.xliff', choices: ['1.2', '2.0', '2.1', '2.2'] },
      { flags: '--locale <tags>', words: 'option.locale', repeat: true, commas: true },
      srx,
      { flags: '--profile <name>', words: 'option.profile', choices: [...profiles, 'help'] },
      { flags: '--project <folder>', words: 'option.project' },
      { flags: '--table <format>', words: 'option.table', choices: ['docx'] },
      ...outputs,
      ...texts,
    ],
    examples: [
      ['tlumach export article.md --to uk,ru', 'example.export.file'],
      ['tlumach export texts/ --to uk --out-dir translate/', 'example.export.folder'],
      ['tlumach export article.md --to uk --xliff 1.2 --locale en-GB,uk-UA', 'example.export.locale'],
      ['tlumach export article.docx --to uk --profile omegat', 'example.export.profile'],
      ['tlumach export --profile help', 'example.export.profiles'],
      ['tlumach export texts/ --to uk --profile omegat --project work/', 'example.export.project'],
      ['tlumach export article.md --to uk --table docx', 'example.export.table'],
      ['cat draft.md | tlumach export --stdin-filename draft.md --to uk - > draft.uk.xlf', 'example.export.stdin'],
    ],
  },
  {
    name: 'check',
    args: '[files...]',
    words: 'command.check',
    options: [
      { flags: '--fix', words: 'option.check.fix' },
      { flags: '--format <format>', words: 'option.check.format', choices: [...reportFormats, 'xlsx'] },
      { flags: '-o, --output <file>', words: 'option.check.output' },
      { flags: '--force', words: 'option.force' },
      { flags: '--level <severity>', words: 'option.check.level', choices: ['error', 'warning', 'info'] },
      { flags: '--baseline [file]', words: 'option.check.baseline' },
      { flags: '--write-baseline', words: 'option.write-baseline' },
      failOn,
      ...texts.filter(({ words }) => words !== 'option.language' && words !== 'option.date'),
    ],
    examples: [
      ['tlumach check article.uk.xlf', 'example.check.file'],
      ['tlumach check --fix article.uk.xlf', 'example.check.fix'],
      ['tlumach check --level error --format json translate/', 'example.check.folder'],
      ['tlumach check --format xlsx -o problems.xlsx translate/', 'example.check.workbook'],
      ['tlumach check --baseline --write-baseline translate/', 'example.check.baseline'],
    ],
  },
  {
    name: 'merge',
    args: '<files...>',
    words: 'command.merge',
    options: [
      { flags: '--source <file>', words: 'option.merge.source' },
      { flags: '--strict', words: 'option.strict' },
      { ...memory, words: 'option.merge.memory' },
      { flags: '--profile <name>', words: 'option.merge.profile', choices: profiles },
      { flags: '--verbose', words: 'option.merge.verbose' },
      { flags: '--format <format>', words: 'option.merge.format', choices: reportFormats },
      ...outputs,
    ],
    examples: [
      ['tlumach merge article.uk.xlf', 'example.merge.file'],
      ['tlumach merge --strict --out-dir published/ translate/', 'example.merge.folder'],
      ['tlumach merge --strict -o uk/article.md article.uk.xlf', 'example.merge.strict'],
      ['tlumach merge article.uk.table.docx', 'example.merge.table'],
    ],
  },
  {
    name: 'update',
    args: '<document> <files...>',
    words: 'command.update',
    options: [{ flags: '--check', words: 'option.update.check' }, ...texts],
    examples: [
      ['tlumach update article.md article.uk.xlf article.ru.xlf', 'example.update'],
      ['tlumach update --check article.md article.uk.xlf', 'example.update.check'],
    ],
  },
  {
    name: 'validate',
    args: '<files...>',
    words: 'command.validate',
    options: [
      { flags: '--format <format>', words: 'option.format', choices: reportFormats },
      { flags: '--level <severity>', words: 'option.level', choices: ['error', 'warning'] },
      { flags: '--strict', words: 'option.validate.strict' },
    ],
    examples: [
      ['tlumach validate article.uk.xlf', 'example.validate.file'],
      ['tlumach validate --level error --format json translate/', 'example.validate.folder'],
    ],
  },
  {
    name: 'convert',
    args: '<files...>',
    words: 'command.convert',
    options: [
      { flags: '--to <version>', words: 'option.convert.to', choices: ['1.2', '2.0', '2.1', '2.2'] },
      ...outputs,
    ],
    examples: [
      ['tlumach convert --to 2.1 old.xlf > new.xlf', 'example.convert.file'],
      ['tlumach convert --to 1.2 --out-dir for-trados/ translate/', 'example.convert.folder'],
    ],
  },
  {
    name: 'align',
    args: '<source> <renderings...>',
    words: 'command.align',
    options: [
      { flags: '--memory <file>', words: 'option.align.memory' },
      { flags: '--uncertain', words: 'option.align.uncertain' },
      srx,
      ...outputs,
      ...texts,
    ],
    examples: [
      ['tlumach align article.en.md article.uk.md article.ru.md', 'example.align.files'],
      ['tlumach align --out-dir pairs/ article.en.docx article.uk.docx', 'example.align.folder'],
      ['tlumach align --memory memory.sqlite article.en.md article.uk.md', 'example.align.memory'],
    ],
  },
  {
    name: 'memory',
    args: '[action] [files...]',
    words: 'command.memory',
    options: [
      { flags: '--memory <file>', words: 'option.memory.file' },
      { flags: '--to <languages>', words: 'option.memory.to', choices: languages, repeat: true, commas: true },
      { flags: '--from <language>', words: 'option.memory.from', choices: languages },
      { flags: '-o, --output <file>', words: 'option.output' },
      { flags: '--force', words: 'option.force' },
      { flags: '-w, --write', words: 'option.memory.write' },
      { flags: '--format <format>', words: 'option.format', choices: ['pretty', 'json'] },
    ],
    examples: [
      ['tlumach memory import old.tmx translated/', 'example.memory.import'],
      ['tlumach memory search "Talks were held in Kyiv." --to uk', 'example.memory.search'],
      ['tlumach memory export --to uk -o memory.uk.tmx', 'example.memory.export'],
      ['tlumach memory clean --write', 'example.memory.clean'],
      ['tlumach export article.md --to uk --memory', 'example.memory.use'],
    ],
  },
  {
    name: 'stats',
    args: '<files...>',
    words: 'command.stats',
    options: [{ flags: '--format <format>', words: 'option.format', choices: ['pretty', 'json'] }],
    examples: [['tlumach stats translate/', 'example.stats']],
  },
  {
    name: 'status',
    args: '[files...]',
    words: 'command.status',
    options: [
      { flags: '--format <format>', words: 'option.format', choices: ['pretty', 'json'] },
      { flags: '--strict', words: 'option.status.strict' },
    ],
    examples: [
      ['tlumach status texts/', 'example.status.folder'],
      ['tlumach status --strict --format json texts/ > status.json', 'example.status.strict'],
    ],
  },
  {
    name: 'pseudo',
    args: '<files...>',
    words: 'command.pseudo',
    options: [...outputs],
    examples: [['tlumach pseudo article.uk.xlf -o try.uk.xlf && tlumach merge try.uk.xlf', 'example.pseudo']],
  },
  {
    name: 'romanize',
    args: '[text...]',
    words: 'command.romanize',
    options: [
      { flags: '-s, --scheme <name>', words: 'option.scheme' },
      { flags: '--list', words: 'option.list' },
    ],
    examples: [
      ['tlumach romanize --scheme kmu-2010 "Згурський"', 'example.romanize.text'],
      ['tlumach romanize --list', 'example.romanize.list'],
      ['cat names.txt | tlumach romanize --scheme bgn-pcgn-2019 -', 'example.romanize.stdin'],
    ],
  },
  {
    name: 'cyrillize',
    args: '[text...]',
    words: 'command.cyrillize',
    options: [
      { flags: '-s, --scheme <name>', words: 'option.scheme' },
      { flags: '--list', words: 'option.list' },
    ],
    examples: [['tlumach cyrillize --scheme kmu-2010 "Podoliak"', 'example.cyrillize.text']],
  },
  {
    name: 'srx',
    words: 'command.srx',
    options: [
      { flags: '-o, --output <file>', words: 'option.output' },
      { flags: '--force', words: 'option.force' },
    ],
    examples: [
      ['tlumach srx -o sentences.srx', 'example.srx.take'],
      ['tlumach export --srx sentences.srx --to uk article.md', 'example.srx.bring'],
    ],
  },
  {
    name: 'rules',
    words: 'command.rules',
    options: [{ flags: '--format <format>', words: 'option.format', choices: ['pretty', 'json'] }],
    examples: [['tlumach rules', 'example.rules']],
  },
  {
    name: 'explain',
    args: '<code>',
    words: 'command.explain',
    options: [{ flags: '--format <format>', words: 'option.explain.format', choices: ['pretty', 'markdown'] }],
    examples: [['tlumach explain deprecated-spelling', 'example.explain']],
  },
  {
    name: 'init',
    words: 'command.init',
    options: [
      { flags: '--from <archive>', words: 'option.init.from' },
      { flags: '--yes', words: 'option.init.yes' },
      { flags: '--force', words: 'option.force' },
    ],
    examples: [
      ['tlumach init', 'example.init'],
      ['tlumach init --from archive/', 'example.init-from'],
    ],
  },
  {
    name: 'completion',
    args: '<shell>',
    words: 'command.completion',
    options: [],
    examples: [
      ['source <(tlumach completion bash)', 'example.completion.bash'],
      ['tlumach completion zsh > ~/.zfunc/_tlumach', 'example.completion.zsh'],
      ['tlumach completion fish > ~/.config/fish/completions/tlumach.fish', 'example.completion.fish'],
    ],
  },
]

/** The commands of groups, too. */
export const allCommands: readonly CommandSpec[] = commands.flatMap(command => [command, ...(command.commands ?? [])])
