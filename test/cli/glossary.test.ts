import { describe, expect, it } from 'vitest'
import { openWorkplace } from './workplace.ts'

const { lay, run, text } = openWorkplace()

const names = `# Ours, by hand
- id: kyiv
  kind: place
  uk: { name: Київ }   # the capital
  en: [{ text: Kyiv, part: name, status: preferred }]

# People
- id: podoliak-mykhailo
  kind: person
  uk: { given: Михайло, family: Подоляк }
  variants:
    - { lang: en, text: Podoliyak, part: family, status: deprecated }
  note: adviser
# the end
`

describe('glossary import', () => {
  it('adds what is new and keeps what is there, comments and order too', async () => {
    await lay({
      'names.yaml': names,
      'terms.csv': [
        'id,kind,lang,term,part,role,status,note',
        'x1,place,uk,Київ,name,name,,',
        'x1,place,ru,Киев,name,name,,',
        'x1,place,en,Kyiw,name,term,deprecated,',
        'x2,place,uk,Львів,name,name,,"no: colon"',
        'podoliak-mykhailo,person,uk,Михайло Подоляк,full,name,,advisor',
        'podoliak-mykhailo,person,en,Podoljak,family,term,deprecated,',
      ].join('\n'),
    })
    const dry = await run(['glossary', 'import', 'terms.csv', '--into', 'names.yaml'])
    expect(await text('names.yaml')).toBe(names)
    expect(dry.out).toContain('+  ru: { name: Киев }')
    expect(dry.status).toBe(1)
    expect(dry.err).toContain('“podoliak-mykhailo”, note: the glossary has adviser, the import has advisor')
    const wet = await run(['glossary', 'import', '-w', 'terms.csv', '--into', 'names.yaml'])
    expect(wet.err).toContain('names.yaml: 1 concept added, 2 extended, 0 known already.')
    expect(await text('names.yaml')).toBe(`# Ours, by hand
- id: kyiv
  kind: place
  uk: { name: Київ }   # the capital
  en: [{ text: Kyiv, part: name, status: preferred }]
  ru: { name: Киев }
  variants: [{ lang: en, text: Kyiw, status: deprecated }]

# People
- id: podoliak-mykhailo
  kind: person
  uk: { given: Михайло, family: Подоляк }
  variants:
    - { lang: en, text: Podoliyak, part: family, status: deprecated }
    - { lang: en, text: Podoljak, part: family, status: deprecated }
  note: adviser

- id: x2
  kind: place
  uk: { name: Львів }
  note: "no: colon"
# the end
`)
    expect((await run(['glossary', 'import', 'terms.csv', '--into', 'names.yaml'])).out).toBe('')
    expect((await run(['undo'])).status).toBe(0)
    expect(await text('names.yaml')).toBe(names)
  })

  it('refuses what it cannot read or write, each in a sentence', async () => {
    await lay({ 'names.yaml': names, 'bad.yaml': '- id: a\n  kind: human\n', 'a.csv': 'uk,en\nА,A\n', 'a.doc': '' })
    const errors = async (...line: string[]) => (await run(['glossary', ...line])).err
    expect(await errors('import', 'a.csv')).toBe('error: The option --into is needed.\n')
    expect(await errors('import', 'none.csv', '--into', 'names.yaml')).toContain('none.csv')
    expect(await errors('import', 'a.doc', '--into', 'names.yaml')).toContain('--as')
    expect(await errors('import', 'a.csv', '--into', 'bad.yaml')).toContain('bad.yaml:2:9: error:')
    expect((await run(['glossary'])).status).toBe(2)
    expect(await errors('imprt')).toContain('import')
  })

  it('takes a file with nothing in it', async () => {
    await lay({ 'names.yaml': '', 'a.csv': 'uk,en\nАльфа,Alpha\n' })
    expect((await run(['glossary', 'import', '-w', 'a.csv', '--into', 'names.yaml'])).status).toBe(0)
    expect(await text('names.yaml')).toBe(
      '- id: alpha\n  kind: term\n  uk: { name: Альфа }\n  en: [{ text: Alpha, status: preferred }]\n',
    )
  })
})

describe('glossary export', () => {
  it('writes what can be imported again, with derived spellings', async () => {
    await lay({ 'names.yaml': names, 'empty.yaml': '' })
    expect((await run(['glossary', 'export', '-o', 'names.tbx', 'names.yaml'])).status).toBe(0)
    expect(await text('names.tbx')).toContain('<term>Mykhailo Podoliak</term>')
    const diff = await run(['glossary', 'diff', 'names.yaml', 'names.tbx'])
    expect(diff).toMatchObject({ status: 0, out: '' })
  })

  it('tells what a format does not keep', async () => {
    await lay({ 'names.yaml': names })
    const { out, err } = await run(['glossary', 'export', '--to', 'omegat', 'names.yaml'])
    expect(out).toBe('Київ\tKyiv\t\nМихайло Подоляк\tMykhailo Podoliak\tadviser\nПодоляк\tPodoliak\tadviser\n')
    expect(err).toContain('“kind”')
  })
})

describe('glossary check', () => {
  /** `line code` of what is found in a glossary. */
  async function check(yaml: string, want: readonly string[]): Promise<void> {
    await lay({ 'g.yaml': yaml })
    const { out } = await run(['glossary', 'check', '--format', 'concise', '--fail-on', 'never', 'g.yaml'])
    expect(
      out.split('\n').flatMap(line => /^g\.yaml:(\d+):\d+: .*\[(.*)\]$/.exec(line)?.slice(1).join(' ') ?? []),
    ).toEqual(want)
  }
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'a sound entry',
      '- { id: a, kind: place, uk: { name: Київ }, ru: { name: Киев }, en: [{ text: Kyiv, reason: usual }] }',
      [],
    ],
    [
      'a derivable spelling',
      '- id: a\n  kind: place\n  uk: { name: Київ }\n  ru: { name: Киев }\n  en: [Kyiv]\n',
      ['5 glossary-needless'],
    ],
    [
      'a spelling that changes what goes first',
      '- id: a\n  kind: place\n  uk: { name: Київ }\n  ru: { name: Киев }\n  en: [Kyyiv]\n',
      [],
    ],
    [
      'a missing language',
      '- id: a\n  kind: work\n  uk: { name: Кобзар }\n',
      ['1 glossary-missing-language', '1 glossary-missing-language'],
    ],
    [
      'two concepts of one name',
      '- { id: a, kind: place, uk: { name: А }, ru: { name: А } }\n- { id: b, kind: place, uk: { name: А }, ru: { name: А } }\n',
      ['2 glossary-same-name'],
    ],
    [
      'what the entry excepts',
      '- id: a\n  kind: place\n  uk: { name: Київ }\n  ru: { name: Киев }\n  variants:\n    - { text: Kyjiw, reason: x }\n  except: [Kyjiw]\n',
      ['6 glossary-unreachable'],
    ],
    [
      'a given name that has no family name',
      '- id: a\n  kind: person\n  uk: { name: Мадонна }\n  ru: { name: Мадонна }\n  en: [{ text: Madonna, part: given, reason: x }]\n',
      ['5 glossary-unreachable'],
    ],
    [
      'a term twice',
      '- id: a\n  kind: place\n  uk: { name: Київ }\n  ru: { name: Киев }\n  en: [{ text: Kijiw, status: admitted, reason: x }]\n  variants: [{ text: Kijiw, status: admitted, reason: y }]\n',
      ['6 glossary-repeated-term'],
    ],
    [
      'a contradiction',
      '- { id: a, kind: place, uk: { name: А }, ru: { name: А }, en: [{ text: X, reason: x }, { text: Y, reason: y }] }',
      ['1 glossary-two-preferred'],
    ],
    ['a broken file', '- id: [a', ['1 glossary-yaml']],
  ]
  for (const [what, yaml, want] of cases) it(what, () => check(yaml, want))
})

describe('glossary expand', () => {
  it('shows each spelling with where it comes from, and the case forms', async () => {
    const { out, status } = await run(['glossary', 'expand', 'Mykhailo', 'Podoliak'])
    expect(status).toBe(0)
    expect(out).toMatch(/en {8}family name {2}Podoliak +preferred +romanization: kmu-2010/)
    expect(out).toContain('vocative Подоляче / Подоляку')
    const narrow = await run(['glossary', 'expand', 'Mykhailo', 'Podoliak'], { env: { COLUMNS: '100' } })
    const rows = narrow.out.split('\n\n')[0]!.split('\n')
    expect(rows.filter(line => line.length > 100 && !line.includes('“'))).toEqual([])
    const json = await run(['glossary', 'expand', '--format', 'json', 'kyiv'])
    expect(JSON.parse(json.out).concepts[0]).toMatchObject({ concept: 'kyiv', kind: 'place' })
    expect(await run(['glossary', 'expand', 'Xyzzy'])).toMatchObject({ status: 1, out: '' })
  })
})

describe('glossary add', () => {
  it('adds to a file, which it begins where there is none', async () => {
    const line = ['glossary', 'add', 'own.yaml', '--uk', 'Олена Єрмак', '--not', 'Ermak', '--note', 'a writer']
    expect(await run(line)).toMatchObject({ status: 0, out: '' })
    expect(await text('own.yaml')).toBe(
      [
        '- id: olena-yermak',
        '  kind: person',
        '  uk: { given: Олена, family: Єрмак }',
        '  variants: [{ lang: en, text: Ermak, part: family, status: deprecated }]',
        '  note: a writer',
        '',
      ].join('\n'),
    )
    expect((await run(['glossary', 'add', 'own.yaml', '--kind', 'place', '--uk', 'Львів'])).status).toBe(0)
    expect(await text('own.yaml')).toContain('a writer\n\n- id: lviv\n')
    expect(await run(['glossary', 'add', 'own.yaml', '--kind', 'place', '--uk', 'Львів'])).toMatchObject({ status: 0 })
    expect((await run(['glossary', 'add', 'own.yaml'])).status).toBe(2)
    expect((await run(['glossary', 'check', 'own.yaml'])).status).toBe(0)
  })

  it('asks on a terminal', async () => {
    const answers = ['place', 'Ківерці', 'Киверцы', '', 'Kivertsi, Kiverzi', '', 'KATOTTH']
    const ask = async (question: string) => (question === '' ? undefined : answers.shift())
    expect((await run(['glossary', 'add', 'own.yaml'], { ask })).status).toBe(0)
    expect(await text('own.yaml')).toContain(
      'id: kivertsi\n  kind: place\n  uk: { name: Ківерці }\n  ru: { name: Киверцы }\n',
    )
  })
})

describe('glossary print', () => {
  const own = [
    '- { id: z, kind: organisation, uk: { name: Яр & ко }, en: [{ text: Zed <b>, reason: x }] }',
    '- id: a',
    '  kind: person',
    '  uk: { given: Олена, family: Єрмак }',
    '  ru: { given: Елена, family: Ермак }',
    '  variants: [{ text: Ermak, part: family, reason: romanized from Russian }]',
    '- { id: none, kind: work, uk: { name: Без англійської } }',
  ].join('\n')

  it('lists names from A to Z under a style, as a page', async () => {
    await lay({ 'own.yaml': own })
    const line = ['glossary', 'print', '--no-default-glossary', '-g', 'own.yaml']
    const { out } = await run([...line, '--style', 'bgn-pcgn-1965'])
    expect([...out.matchAll(/<th scope="row" lang="en">(.*?)<\/th>/g)].map(m => m[1])).toEqual([
      'Yermak, Olena',
      'Zed &lt;b&gt;',
    ])
    expect(out).toContain('<title>Names from A to Z: bgn-pcgn-1965</title>')
    expect(out).toContain('<td lang="uk">Яр &amp; ко</td>')
    expect(out).toContain('<td lang="en">Ermak</td>')
  })

  it('is a document that reads like one', async () => {
    await lay({ 'own.yaml': own })
    await run(['glossary', 'print', '--no-default-glossary', '-g', 'own.yaml', '-o', 'own.docx'])
    const { out, err } = await run(['names', '--no-default-glossary', '-g', 'own.yaml', 'own.docx'])
    expect(err).toBe('')
    expect(out).toContain('Yermak')
  })
})

describe('glossary diff', () => {
  it('shows what has changed, concept by concept', async () => {
    await lay({
      'a.yaml': '- { id: a, kind: place, uk: { name: А } }\n- { id: b, kind: place, uk: { name: Б } }\n',
      'b.yaml': '- { id: b, kind: place, uk: { name: Б }, note: new }\n- { id: c, kind: place, uk: { name: В } }\n',
    })
    expect(await run(['glossary', 'diff', 'a.yaml', 'b.yaml'])).toMatchObject({
      status: 1,
      out: '- a\n~ b\n  + note: "new"\n+ c\n',
    })
  })
})

describe('init --from', () => {
  const archive = {
    'archive/a.md': 'Volodymyr Zelensky met Zelensky’s aides in Kyiv. Zelenskyy and Zelensky spoke of Kyiv.\n',
    'archive/b.md': 'Odessa, Odessa and once Odesa. Kharkiv was quiet.\n',
  }

  it('takes what the archive does most, and writes a style that can be used', async () => {
    await lay(archive)
    expect((await run(['init', '--from', 'archive', '--yes'])).status).toBe(0)
    const style = await text('house-style.yaml')
    expect(style).toContain('      # Zelensky 3, Zelenskyy 1\n      zelenskyi-volodymyr: "Zelensky"\n')
    expect(style).toContain('"Odessa"')
    expect(style).not.toContain('Kharkiv')
    await lay({ 'c.md': 'Zelenskyy in Odesa.\n' })
    expect((await run(['normalize', '--diff', 'c.md'])).out).toContain('+Zelensky in Odessa.')
  })

  it('takes the usual spelling of those that are as frequent', async () => {
    await lay({ 'old.md': 'Kharkov was quiet. A train left Kharkiv.\n' })
    expect((await run(['init', '--from', 'old.md', '--yes'])).status).toBe(0)
    expect(await text('house-style.yaml')).not.toContain('Kharkov')
    expect((await run(['normalize', 'old.md'])).out).toBe('Kharkiv was quiet. A train left Kharkiv.\n')
  })

  it('takes the scheme that yields most of the names', async () => {
    const people = 'Podolyak, Podolyak. Yermak; Lyashko and Lyashko. Kuleba.'
    await lay({ 'old.md': `${people} Mykhaylo Podolyak and Andriy Yermak, Oleh Lyashko.\n` })
    expect((await run(['init', '--from', 'old.md', '--yes'])).status).toBe(0)
    expect(await text('house-style.yaml')).toMatch(/schemes: \{ uk: (?:bgn-pcgn-1965|press-en-uk) \}/)
    expect(await text('house-style.yaml')).not.toContain('Podolyak')
  })

  it('asks on a terminal', async () => {
    await lay(archive)
    const asked: string[] = []
    const ask = async (question: string) => {
      asked.push(question)
      return question.startsWith('Odessa') ? 'odesa' : ''
    }
    expect((await run(['init', '--from', 'archive'], { ask })).status).toBe(0)
    expect(asked.some(question => question.startsWith('Zelensky 3 and Zelenskyy 1: keep Zelensky?'))).toBe(true)
    expect(await text('house-style.yaml')).not.toContain('Odessa 2, Odesa 1\n      odesa: "Odessa"')
    expect((await run(['init', '--from', 'archive'])).status).toBe(2)
  })
})
