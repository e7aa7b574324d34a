import { describe, expect, it } from 'vitest'
import { openWorkplace } from './workplace.ts'

const { lay, run, text } = openWorkplace()

const files = { 'a.md': 'Kiev, Kharkov and Kiev.\n', 'b.md': 'In Kiev.\n' }

/** Runs with a person who gives these answers, and then no more. */
const answering = (answers: readonly string[], line: readonly string[] = ['lint', '--interactive', '.'], env = {}) => {
  const left = [...answers]
  const asked: string[] = []
  const ask = async (question: string) => {
    asked.push(question)
    return left.shift()
  }
  return run(line, { ask, env }).then(ran => ({ ...ran, asked }))
}

/** What stands in the two files after the answers. */
async function check(answers: readonly string[], a: string, b: string, status: number): Promise<void> {
  await lay(files)
  const ran = await answering(answers)
  expect([ran.status, await text('a.md'), await text('b.md')]).toEqual([status, a, b])
}

describe('lint --interactive', () => {
  it('shows each name once, with its spellings, counts and places', async () => {
    await lay(files)
    const { out } = await answering([])
    expect(out).toBe(
      '\n[1/2] deprecated-spelling\n  1  Kyiv (suggested)\n  2  Kiev × 3  a.md:1:1, a.md:1:19, b.md:1:4\n',
    )
  })

  it('folds its lines on a narrow terminal', async () => {
    await lay({ 'a-long-name-of-a-file.md': 'Kiev and Kiev, Kiev.\n' })
    const { out, asked } = await answering([], ['lint', '--interactive', '.'], { COLUMNS: '40' })
    expect([...out.split('\n'), ...asked.join('\n').split('\n')].filter(line => line.length > 40)).toEqual([])
    expect(out).toContain('  2  Kiev × 3\n     a-long-name-of-a-file.md:1:1,\n')
  })

  it.each([
    ['all of a group', ['a', 's'], 'Kyiv, Kharkov and Kyiv.\n', 'In Kyiv.\n', 1],
    ['all groups', ['', '1'], 'Kyiv, Kharkiv and Kyiv.\n', 'In Kyiv.\n', 0],
    ['one by one', ['o', 'n', 'y', 'y', 'q'], 'Kiev, Kharkov and Kyiv.\n', 'In Kyiv.\n', 1],
    ['to a spelling that was typed', ['=Kyïv', 's'], 'Kyïv, Kharkov and Kyïv.\n', 'In Kyïv.\n', 1],
    ['what is understood only', ['maybe', '9', '=', 'a', 'q'], 'Kyiv, Kharkov and Kyiv.\n', 'In Kyiv.\n', 1],
    ['what was chosen before the end', ['a', 'q'], 'Kyiv, Kharkov and Kyiv.\n', 'In Kyiv.\n', 1],
    ['nothing when the input ends', ['a'], files['a.md'], files['b.md'], 1],
    ['nothing where all is skipped', ['s', 's'], files['a.md'], files['b.md'], 1],
  ] as const)('mends %s', async (_, answers, a, b, status) => check(answers, a, b, status))

  it('makes the spelling that was chosen everywhere, also where the suggested one stands', async () => {
    await lay({ 'a.md': 'Medinski met Medinsky. MEDINSKY left.\n' })
    const { out, status } = await answering(['2'])
    expect(out).toContain('  1  Medinsky (suggested) × 1  a.md:1:14\n  2  Medinski × 1  a.md:1:1\n')
    expect([status, await text('a.md')]).toEqual([1, 'Medinski met Medinski. MEDINSKI left.\n'])
  })

  describe('in Ukrainian and Russian', () => {
    const glossary = `- id: podoliak
  kind: person
  gender: m
  uk: { given: Михайло, family: Подоляк }
  ru: { given: Михаил, family: Подоляк }
  variants:
    - { lang: uk, text: Подоліак, part: family, status: deprecated }
    - { lang: ru, text: Подолиак, part: family, status: deprecated }
- id: zelenskyi
  kind: person
  gender: m
  uk: { given: Володимир, family: Зеленський }
  ru: { given: Владимир, family: Зеленский }
`
    const line = ['lint', '--interactive', '--no-default-glossary', '-g', 'own.yaml', 'a.md']
    const cases = [
      [
        'the spelling suggested, after one question for all cases',
        'Подоліак сказав це. З Подоліаком були інші, ПОДОЛІАКА чули, Подоліакові вірили.',
        'a',
        'Подоляк сказав це. З Подоляком були інші, ПОДОЛЯКА чули, Подолякові вірили.',
      ],
      [
        'a spelling that was typed, also where the suggested one stands',
        'Подоліак сказав це. З Подоліаком їх двоє. Подолякові вірили, ПОДОЛЯКА чули.',
        '=Подолєк',
        'Подолєк сказав це. З Подолєком їх двоє. Подолєкові вірили, ПОДОЛЄКА чули.',
      ],
      [
        'a spelling of the text by its number',
        'Подоліак сказав це. З Подоліаком їх двоє. До Подоляка їздили, Подолякові вірили.',
        '2',
        'Подоліак сказав це. З Подоліаком їх двоє. До Подоліака їздили, Подоліакові вірили.',
      ],
      [
        'both parts of a name',
        'Зустріли Владимира Зеленского, це знали всі. З Владимиром Зеленским їздили.',
        '=Володимер Зеленчук',
        'Зустріли Володимера Зеленчука, це знали всі. З Володимером Зеленчуком їздили.',
      ],
      [
        'a Russian name',
        'Подолиак это сказал. Они были с Подолиаком, а к Подоляку не ездили.',
        '=Подолень',
        'Подолень это сказал. Они были с Подоленем, а к Подоленю не ездили.',
      ],
    ] as const
    it.each(cases)('puts in %s', async (_, before, answer, after) => {
      await lay({ 'own.yaml': glossary, 'a.md': `${before}\n` })
      await answering([answer, 'q'], line)
      expect(await text('a.md')).toBe(`${after}\n`)
    })

    it('counts all cases of a spelling as one', async () => {
      await lay({ 'own.yaml': glossary, 'a.md': 'Подоліак сказав це. З Подоліаком їх двоє. Подолякові вірили.\n' })
      const { out } = await answering([], line)
      expect(out).toBe(
        '\n[1/1] deprecated-spelling\n  1  Подоляк (suggested) × 1  a.md:1:43\n  2  Подоліак × 2  a.md:1:1, a.md:1:23\n',
      )
    })

    it('leaves a name that has another number of parts', async () => {
      const article = 'Зустріли Владимира Зеленского, це знали всі. Подоліак їх бачив.\n'
      await lay({ 'own.yaml': glossary, 'a.md': article })
      const { err } = await answering(['=Зеленський', 's', '=Михайло Подоляк', 'q'], line)
      expect([err.split('as many parts').length, await text('a.md')]).toEqual([3, article])
    })

    it('declines what only two languages tell apart', async () => {
      await lay({ 'a.md': 'Делегацію очолив Мединский, їй допомагали інші. З Мединским їх двоє.\n' })
      await answering(['=Медінський', 'q'])
      expect(await text('a.md')).toBe('Делегацію очолив Медінський, їй допомагали інші. З Медінським їх двоє.\n')
    })
  })

  it('can be taken back', async () => {
    await check(['a', 'a'], 'Kyiv, Kharkiv and Kyiv.\n', 'In Kyiv.\n', 0)
    await run(['undo'])
    expect(await text('a.md')).toBe(files['a.md'])
  })

  it('speaks the language of the person', async () => {
    await lay(files)
    const uk = await answering([], ['lint', '--interactive', '--ui-language', 'uk', '.'])
    const ru = await answering([], ['lint', '--interactive', '--ui-language', 'ru', '.'])
    expect([uk.asked[0], ru.asked[0]]).toEqual([
      expect.stringContaining('q — завершити'),
      expect.stringContaining('q — закончить'),
    ])
  })

  it('needs somebody to answer', async () => {
    await lay(files)
    expect(await run(['lint', '--interactive', '.'])).toEqual({
      status: 2,
      out: '',
      err: 'error: “--interactive” asks questions and needs a terminal; without one use “--fix”.\n',
    })
  })
})

describe('exceptions', () => {
  it('are let be from then on', async () => {
    await lay(files)
    expect((await answering(['e', 'a'])).status).toBe(0)
    expect(await text('tlumach.config.yaml')).toBe('rules:\n  deprecated-spelling:\n    except: [ Kiev ]\n')
    expect(await text('a.md')).toBe('Kiev, Kharkiv and Kiev.\n')
    expect((await run(['lint', '.'])).status).toBe(0)
  })

  it('join a configuration that is there, with its comments', async () => {
    const before = '# ours\nlanguage: en # drafts\nrules:\n  deprecated-spelling: error # strict\n'
    await lay({ ...files, 'tlumach.config.yaml': before })
    await answering(['e', 'e'])
    expect(await text('tlumach.config.yaml')).toBe(
      '# ours\nlanguage: en # drafts\nrules:\n  deprecated-spelling:\n    severity: error\n    except: [ Kiev, Kharkov ]\n',
    )
    await run(['undo'])
    expect(await text('tlumach.config.yaml')).toBe(before)
  })

  it('are said where the configuration is not ours to write', async () => {
    await lay({ ...files, 'tlumach.config.json': '{}' })
    const { status, err } = await answering(['e', 'q'])
    expect([status, err]).toEqual([
      2,
      expect.stringContaining('set rules.deprecated-spelling.except to ["Kiev"] there'),
    ])
  })
})
