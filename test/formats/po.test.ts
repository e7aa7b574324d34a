import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockText, editRuns, newText, type Run } from '../../src/content/index.ts'
import { openFormat } from '../../src/formats/index.ts'
import { changed, checkLaws } from './format-laws.ts'
import { poHeader as header, poFile } from './po-documents.ts'
import { showRuns } from './show.ts'

const po = await openFormat('po')

const template = header
  .replace('Language: uk', 'Language: ')
  .replace(/nplurals=[\s\S]*?2\);/, 'nplurals=INTEGER; plural=EXPRESSION;')

/** The file for a language with translations by id. */
function translate(source: string, language: string, texts: Readonly<Record<string, readonly Run[] | string>>): string {
  const format = po.forTarget!(language)
  const { value: document } = format.read(source)
  const changes = Object.entries(texts).map(
    ([id, runs]) => [id, typeof runs === 'string' ? [newText(runs)] : runs] as const,
  )
  return format.write(source, document, new Map(changes))
}

const shown = (source: string) => po.read(source).value.blocks.map(block => `${block.id} ${showRuns(block.runs)}`)

describe('reading PO', () => {
  it('gives messages as keys and translations that say what they translate', () => {
    const source = `${header}#. hint\n#: a.c:1\n# mine\n#, c-format\nmsgctxt "menu"\nmsgid "%d of %2$s"\nmsgstr "%d з %2$s"\n`
    const [message, translation] = po.read(source).value.blocks
    expect(message).toMatchObject({ id: 'e1.id', isKey: true, name: 'menu|%d of %2$s' })
    expect(translation).toMatchObject({ id: 'e1.0', translates: 'e1.id', language: 'uk' })
    expect(shown(source)).toEqual(['e1.id ⟨.%d⟩ of ⟨.%2$s⟩', 'e1.0 ⟨.%d⟩ з ⟨.%2$s⟩'])
    expect(message!.notes).toEqual([
      { category: 'context', text: 'menu' },
      { category: 'description', text: 'hint' },
      { category: 'comment', text: 'mine' },
      { category: 'location', text: 'a.c:1' },
    ])
  })

  it('joins lines and reads escapes', () => {
    const source = 'msgid ""\n"a \\"b\\" "\n"c\\n"\n"\\t\\\\d\\101"\nmsgstr "x"\n'
    expect(shown(source)).toEqual(['e1.id a "b" c\n\t\\dA', 'e1.0 x'])
  })

  it.each([
    ['python-format', '%(name)s of %s', '⟨.%(name)s⟩ of ⟨.%s⟩'],
    ['python-brace-format', '{name} of {0:>5}', '⟨.{name}⟩ of ⟨.{0:>5}⟩'],
    ['csharp-format', '{0}', '⟨.{0}⟩'],
    ['qt-format', '%1 and %L2', '⟨.%1⟩ and ⟨.%L2⟩'],
    ['no-c-format', '50 % done', '50 % done'],
    ['c-format', '100%% of %-5.2lf', '100⟨.%%⟩ of ⟨.%-5.2lf⟩'],
  ])('takes the placeholders of %s', (flag, text, expected) => {
    expect(shown(`#, ${flag}\nmsgid "${text}"\nmsgstr ""\n`)[0]).toBe(`e1.id ${expected}`)
  })

  it('says where it is damaged and reads the rest', () => {
    const codes = (source: string) => po.read(source).problems.map(problem => problem.code)
    expect(codes('msgid "a\nmsgstr "b"\n')).toEqual(['po-syntax', 'po-incomplete'])
    expect(codes('"lost"\n')).toEqual(['po-syntax'])
    expect(codes('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n')).toEqual(['po-incomplete'])
    expect(codes('#~ msgid "gone"\n#~ msgstr "x"\n')).toEqual([])
    expect(shown('msgid "a"\nmsgstr "b"\nnonsense\nmsgid "c"\nmsgstr "d"\n')).toHaveLength(4)
  })
})

describe('the plural forms of a header', () => {
  const counted = (plurals: string, forms: number) => {
    const strings = Array.from({ length: forms }, (_, i) => `msgstr[${i}] "${i}"\n`).join('')
    const source = `msgid ""\nmsgstr ""\n"Language: uk\\n"\n"Plural-Forms: ${plurals}\\n"\n\nmsgid "f"\nmsgid_plural "fs"\n${strings}`
    const { value, problems } = po.read(source)
    const forms0 = value.blocks.flatMap(({ translates, numbers }) => (translates ? [[translates, numbers]] : []))
    return {
      forms: forms0,
      problems: problems.map(({ code, data, span }) => [code, data?.reason, source.slice(span.start, span.end)]),
    }
  }
  const slavic = 'n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2'

  it.each([
    [
      'nplurals=2; plural=(n != 1);',
      2,
      [
        ['e1.id', [1]],
        ['e1.plural', [0, 2]],
      ],
    ],
    [
      `nplurals=3; plural=${slavic};`,
      3,
      [
        ['e1.id', [1, 21]],
        ['e1.plural', [2, 3]],
        ['e1.plural', [0, 5]],
      ],
    ],
    [
      `nplurals=4; plural=n==1 ? 3 : ${slavic}`,
      4,
      [
        ['e1.plural', [21, 31]],
        ['e1.plural', [2, 3]],
        ['e1.plural', [0, 5]],
        ['e1.id', [1]],
      ],
    ],
    [
      'nplurals=2; plural=!(n - 1) && 1 || n * 2 == 0 || 7 / 2 > n + 3;',
      2,
      [
        ['e1.plural', [2, 3]],
        ['e1.id', [0, 1]],
      ],
    ],
    // of another count than the message has, and for a number without a form: nothing is known
    [
      'nplurals=2; plural=(n != 1);',
      3,
      [
        ['e1.id', undefined],
        ['e1.plural', undefined],
        ['e1.plural', undefined],
      ],
    ],
  ] as const)('%s', (plurals, count, forms) => {
    expect(counted(plurals, count)).toEqual({ forms, problems: [] })
  })

  it.each([
    ['nplurals=2; plural=n;', 'range'],
    ['nplurals=2; plural=1 / n;', 'range'],
    ['nplurals=2; plural=7 % n > 2 ? 1 : 0;', 'range'],
    ['nplurals=2; plural=!(7 % n);', 'range'],
    ['nplurals=2; plural=n = 1;', 'expression'],
    ['nplurals=2; plural=(n == 1;', 'expression'],
    ['nplurals=2; plural=n == 1 ? 0;', 'expression'],
    ['nplurals=2; plural=process.exit(1);', 'expression'],
    [`nplurals=2; plural=${'('.repeat(5000)}n${')'.repeat(5000)};`, 'expression'],
    ['nplurals=2;', 'expression'],
    ['plural=n != 1;', 'count'],
    ['nplurals=0; plural=n != 1;', 'count'],
  ])('%s cannot be read', (plurals, reason) => {
    const { forms, problems } = counted(plurals, 2)
    expect(problems).toEqual([['po-plural-forms', reason, `Plural-Forms: ${plurals}`]])
    expect(forms).toEqual([
      ['e1.id', undefined],
      ['e1.plural', undefined],
    ])
  })

  it('is read of any expression as JavaScript reads it, which has C’s operators', () => {
    const operators = ['||', '&&', '==', '!=', '<', '>', '<=', '>=', '+', '-', '*'] as const
    const { expression } = fc.letrec<{ expression: string }>(tie => ({
      expression: fc.oneof(
        { maxDepth: 4 },
        fc.constant('n'),
        fc.integer({ min: 1, max: 9 }).map(String),
        fc.tuple(tie('expression'), fc.constantFrom(...operators), tie('expression')).map(parts => parts.join(' ')),
        tie('expression').map(inner => `(${inner})`),
      ),
    }))
    fc.assert(
      fc.property(expression, inner => {
        const value = new Function('n', `return Number(${inner}) ? 1 : 0`) as (n: number) => number
        const known = [...Array(1001).keys()].map(value)
        const first = (form: number) => known.flatMap((own, n) => (own === form ? [n] : [])).slice(0, 2)
        expect(counted(`nplurals=2; plural=(${inner}) ? 1 : 0;`, 2).forms.map(([, numbers]) => numbers)).toEqual([
          first(0),
          first(1),
        ])
      }),
    )
  })
})

describe('writing PO', () => {
  it('keeps every line but the word that changes', () => {
    const source = `${header}msgid "a"\nmsgstr ""\n"Перший рядок про Киев "\n"і другий.\\n"\n"Третій"\n`
    const { value: document } = po.read(source)
    const block = document.blocks[1]!
    const start = blockText(block).indexOf('Киев')
    const runs = editRuns(block.runs, [{ span: { start, end: start + 4 }, insert: 'Київ' }])
    expect(po.write(source, document, new Map([['e1.0', runs]]))).toBe(source.replace('Киев', 'Київ'))
  })

  it('never touches a message', () => {
    const source = 'msgid "a"\nmsgstr "b"\n'
    expect(translate(source, 'uk', { 'e1.id': 'c' })).toBe(source)
  })

  it('fills a template for a language: header, plural forms, lines', () => {
    const source = `${template}#, c-format\nmsgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] ""\nmsgstr[1] ""\n\nmsgid "x"\nmsgstr ""\n`
    const written = translate(source, 'uk', { 'e1.0': 'a', 'e1.1': 'b', 'e1.2': 'c\nd' })
    expect(written).toContain('"Language: uk\\n"')
    expect(written).toContain('"Plural-Forms: nplurals=3; plural=(n%10==1')
    const open = source.replace('"Language:', '"Content-Type: text/plain; charset=CHARSET\\n"\n"Language:')
    expect(translate(open, 'uk', { 'e1.0': 'a' })).toContain('charset=UTF-8')
    expect(written).toContain('msgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] ""\n"c\\n"\n"d"\n\nmsgid "x"\nmsgstr ""\n')
    expect(po.read(written).problems).toEqual([])
    const translated = `${template}msgid "x"\nmsgstr "y"\n`
    expect(translate(translated, 'uk', { 'e1.0': 'y' })).toBe(translated)
  })

  it('takes the forms of another language out', () => {
    const source = `${header}msgid "f"\nmsgid_plural "fs"\nmsgstr[0] "а"\nmsgstr[1] "б"\nmsgstr[2] "в"\n\nmsgid "x"\nmsgstr "ікс"\n`
    const written = translate(source, 'en', { 'e1.0': 'a', 'e1.1': 'b' })
    expect(written).toContain('msgstr[0] "a"\nmsgstr[1] "b"\n\n')
    expect(written).toContain('Language: en')
    expect(written).toContain('nplurals=2; plural=(n != 1);')
    // what was Ukrainian is not English
    expect(written).toContain('msgid "x"\nmsgstr ""\n')
  })

  it('keeps the number of forms that a file in the language has', () => {
    const four = `${header.replace('nplurals=3', 'nplurals=4')}msgid "f"\nmsgid_plural "fs"\nmsgstr[0] ""\n`
    expect(po.forTarget!('uk').read(four).value.blocks).toHaveLength(2 + 4)
  })

  it('confirms what was fuzzy', () => {
    const fuzzy = (flags: string) => `${header}#, ${flags}\n#| msgid "old"\nmsgid "a"\nmsgstr "b"\n`
    expect(translate(fuzzy('fuzzy'), 'uk', { 'e1.0': 'c' })).toBe(`${header}msgid "a"\nmsgstr "c"\n`)
    expect(translate(fuzzy('fuzzy, c-format'), 'uk', { 'e1.0': 'c' })).toBe(
      `${header}#, c-format\nmsgid "a"\nmsgstr "c"\n`,
    )
    expect(translate(fuzzy('fuzzy'), 'uk', {})).toBe(fuzzy('fuzzy'))
    const { value: document } = po.read(fuzzy('fuzzy'))
    expect(document.blocks[1]!.unconfirmed).toBe(true)
    expect(po.write(fuzzy('fuzzy'), document, new Map([['e1.0', [newText('c')]]]))).toContain('#, fuzzy')
  })

  it('fills lines where the file does', () => {
    const long = 'слово '.repeat(40).trim()
    const wrapped = translate(`${header}msgid "a"\nmsgstr ""\n`, 'uk', { 'e1.0': long })
    expect(Math.max(...wrapped.split('\n').map(line => line.length))).toBeLessThanOrEqual(80)
    const flat = translate('msgid "a"\nmsgstr ""\n', 'uk', { 'e1.0': long })
    expect(flat).toContain(`msgstr "${long}"\n`)
    for (const written of [wrapped, flat]) expect(shown(written).at(-1)).toBe(`e1.0 ${long}`)
  })
})

describe('200 generated files', () => {
  const files = Array.from({ length: 200 }, (_, seed) => poFile(seed))

  it('are written back as they were read', () => {
    for (const source of files) checkLaws(po, source)
  })

  it('read as they were meant when every translation changes, keys and comments kept', () => {
    for (const source of files) {
      const format = po.forTarget!('uk')
      const { value: document } = format.read(source)
      const byId = new Map(document.blocks.map(block => [block.id, block]))
      const pseudo = changed(document, block => [
        newText('«'),
        ...byId.get(block.translates ?? block.id)!.runs,
        newText('»\n'),
      ])
      const written = format.write(source, document, pseudo)
      const again = format.read(written)
      expect(again.problems).toEqual([])
      for (const block of again.value.blocks) {
        const wanted = block.translates ? pseudo.get(block.id)! : byId.get(block.id)!.runs
        expect(showRuns(block.runs).replace(/[⟨⟩]\.?/g, '')).toBe(showRuns(wanted).replace(/[⟨⟩]\.?/g, ''))
      }
      const kept = (text: string) => text.match(/^(?:#[.:~ ]|msgid|msgctxt).*$/gm)
      expect(kept(written)).toEqual(kept(source))
      expect(written).not.toMatch(/^#,.*fuzzy/m)
    }
  })

  it('are read with problems, never thrown at, when they are damaged', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(),
        fc.constantFrom('', '"', '\n', '\\', '#'),
        (source, at, sign) => {
          const cut = at % source.length
          const damaged = source.slice(0, cut) + sign + source.slice(cut + 1)
          const { value: document } = po.read(damaged)
          expect(
            po.write(
              damaged,
              document,
              changed(document, block => block.runs),
            ),
          ).toBe(damaged)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('plural forms', () => {
  it.each('en de fr uk ru be pl cs sk sr hr ja zh it es bg sv'.split(' '))('of %s are those of CLDR', language => {
    const source = `${template}msgid "f"\nmsgid_plural "fs"\nmsgstr[0] ""\n`
    const written = translate(source, language, { 'e1.0': 'x' })
    const [, count, expression] = /nplurals=(\d); plural=(.*?);\\n/.exec(written)!
    const form = new Function('n', `return Number(${expression})`) as (n: number) => number
    const rules = new Intl.PluralRules(language)
    const categories = new Map<number, Set<string>>()
    for (let n = 0; n <= 1000; n++) {
      const index = form(n)
      categories.set(index, (categories.get(index) ?? new Set()).add(rules.select(n)))
    }
    expect(categories.size).toBe(Number(count))
    const all = [...categories.values()].map(set => [...set])
    expect(all.flat()).toHaveLength(new Set(all.flat()).size)
    expect(all.every(set => set.length === 1)).toBe(true)
  })
})
