import { describe, expect, it } from 'vitest'
import { openWorkplace } from './workplace.ts'

const place = openWorkplace()

const unit = (source: string, target: string) =>
  `<tu><tuv xml:lang="en"><seg>${source}</seg></tuv><tuv xml:lang="uk"><seg>${target}</seg></tuv></tu>`
const tmx = (...units: readonly string[]) =>
  `<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="en"/><body>\n${units.join('\n')}\n</body></tmx>`
const old = tmx(
  unit('The delegation left Kharkiv yesterday.', 'Учора делегація виїхала з Харкова.'),
  unit('He spoke with the press for two hours.', 'Він дві години спілкувався з пресою.'),
)

describe('tlumach memory', () => {
  it('imports TMX, searches, counts, and writes the same TMX again', async () => {
    await place.lay({ 'old.tmx': old })
    expect(await place.run(['memory', 'import', 'old.tmx'])).toMatchObject({
      status: 0,
      err: '.tlumach/memory.sqlite: 2 entries added, 0 replaced\n',
    })
    const found = await place.run(['memory', 'search', 'He spoke with the press', '--to', 'uk', '--format', 'json'])
    expect(JSON.parse(found.out)).toMatchObject({
      matches: [{ score: 60, target: 'Він дві години спілкувався з пресою.' }],
    })
    expect((await place.run(['memory', 'stats'])).out).toContain('en → uk        2\n')
    expect(await place.run(['memory', 'export', '-o', 'new.tmx'])).toMatchObject({
      status: 0,
      err: 'new.tmx: 2 entries\n',
    })
    expect(await place.run(['memory', 'export', '-o', 'new.tmx'])).toMatchObject({ status: 2 })
    await place.run(['memory', 'import', 'new.tmx', '--memory', 'other.sqlite'])
    const again = await place.run(['memory', 'export', '--memory', 'other.sqlite'])
    expect(again.out.match(/<seg>/g)).toHaveLength(4)
  })

  it('remembers what OmegaT 3.6 has translated, which leaves the state of the copy, and no copy', async () => {
    const target = (text: string) => `<target state="needs-translation">${text}</target>`
    await place.lay({ 'a.txt': 'They met.\n\nThey left.\n' })
    await place.run(['export', 'a.txt', '--to', 'uk', '--profile', 'omegat3'])
    const exported = await place.text('a.uk.xlf')
    await place.lay({ 'a.uk.xlf': exported.replace(target('They met.'), target('Вони зустрілися.')) })
    const { err } = await place.run(['memory', 'import', 'a.uk.xlf'])
    expect(err).toBe('.tlumach/memory.sqlite: 1 entry added, 0 replaced\n')
  })

  it('offers matches on export, with the names of the text in the right case, and learns from what comes back', async () => {
    await place.lay({
      'old.tmx': old,
      'a.md': 'The delegation left Odesa yesterday.\n\nNobody knows anything of this.\n',
    })
    await place.run(['memory', 'import', 'old.tmx'])
    await place.run(['export', 'a.md', '--to', 'uk', '--memory'])
    const exported = await place.text('a.uk.xlf')
    expect(exported).toContain('<target>Учора делегація виїхала з Одеси.</target>')
    expect(exported.match(/<mtc:match /g)).toHaveLength(1)
    expect(await place.run(['validate', 'a.uk.xlf'])).toMatchObject({ status: 0 })

    const done = exported.replace(
      /<segment id="s1">\s*<source>Nobody knows anything of this.<\/source>/,
      '<segment id="s1" state="final"><source>Nobody knows anything of this.</source><target>Ніхто нічого про це не знає.</target>',
    )
    await place.lay({ 'a.uk.xlf': done })
    await place.run(['merge', 'a.uk.xlf', '--memory'])
    await place.run(['export', 'a.md', '--to', 'uk', '--memory', '--force'])
    expect(await place.text('a.uk.xlf')).toMatch(/<mtc:match [^>]*type="icm" similarity="100">\s*<source>Nobody/)
  })

  it('imports the finished segments of XLIFF of both families', async () => {
    const segment = (id: string, attributes: string, text: string) =>
      `<unit id="${id}"><segment ${attributes}><source>${text} in English</source><target>${text} українською</target></segment></unit>`
    await place.lay({
      'two.xlf': `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="uk"><file id="f">${segment('a', 'state="final"', 'One')}${segment('b', 'state="initial"', 'Two')}${segment('c', 'state="translated" subState="xliff12:needs-review-translation"', 'Three')}</file></xliff>`,
      'one.xlf': `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="x" source-language="en" target-language="ru" datatype="plaintext"><body><trans-unit id="1"><source>Four <g id="1">in</g> English</source><target state="signed-off">Четыре <g id="1">по</g>-английски</target></trans-unit></body></file></xliff>`,
    })
    expect((await place.run(['memory', 'import', 'two.xlf', 'one.xlf'])).err).toContain('2 entries added')
    const { out } = await place.run(['memory', 'export'])
    expect(out).toContain('<seg>One українською</seg>')
    expect(out).toMatch(/<seg>Четыре <bpt i="1"\/?>.*по<ept i="1"\/?>.*-английски<\/seg>/)
    expect(await place.run(['memory', 'export', '--to', 'ru'])).toMatchObject({
      out: expect.not.stringContaining('One'),
    })
  })

  it('removes what is of no use only when told so', async () => {
    await place.lay({
      'bad.tmx': tmx(unit('Yes.', ' '), unit('Talks were held.', 'Talks were held.'), unit('No.', 'Ні.')),
    })
    await place.run(['memory', 'import', 'bad.tmx'])
    const counted = await place.run(['memory', 'clean'])
    expect(counted).toMatchObject({ status: 1, err: '2 entries to be removed with --write\n' })
    expect(counted.out).toBe('1 empty entry\n1 entry whose translation is the source\n')
    expect(await place.run(['memory', 'clean', '--write'])).toMatchObject({ status: 0, err: '2 entries removed\n' })
    expect(await place.run(['memory', 'clean'])).toMatchObject({ status: 0 })
  })

  it('keeps what a torn file holds and says where it ends', async () => {
    await place.lay({ 'torn.tmx': old.slice(0, old.indexOf('He spoke')) })
    const { status, err } = await place.run(['memory', 'import', 'torn.tmx'])
    expect(status).toBe(2)
    expect(err).toContain('torn.tmx:4:')
    expect(err).toContain('1 entry added')
  })

  it.each<readonly [args: readonly string[], says: string]>([
    [[], 'Say what to do with the memory: import, export, search, stats, clean.'],
    [['forget'], '“forget” is nothing that a memory does'],
    [['import'], 'Name the TMX or XLIFF files to import.'],
    [['search', 'a'], '--to'],
    [['search', '--to', 'uk'], 'Give the words to search for.'],
    [['stats'], 'There is no memory .tlumach/memory.sqlite'],
    [['stats', '--memory', 'letter.txt'], 'letter.txt is not a translation memory, or it is damaged.'],
  ])('refuses %j', async (args, says) => {
    await place.lay({ 'letter.txt': 'This is a letter to the editor and no database at all. '.repeat(50) })
    const { status, err } = await place.run(['memory', ...args])
    expect({ status, says: err.includes(says) ? says : err }).toEqual({ status: 2, says })
  })

  it('exports without a memory where there is none', async () => {
    await place.lay({ 'a.md': 'Talks in Kyiv.\n' })
    const { status, err } = await place.run(['export', 'a.md', '--to', 'uk', '--memory'])
    expect(status).toBe(0)
    expect(err).toContain('There is no memory')
  })
})

describe('tlumach align --memory', () => {
  const english =
    'The **first** round took place in the south of the country, near the river.\n\nThis paragraph of the English text was never translated by anybody at all.\n\nIn 1986 the station was closed for ever.\n'
  const ukrainian =
    '**Перший** раунд відбувся на півдні країни, недалеко від річки.\n\nУ 1986 році станцію закрили назавжди.\n'
  const entries = async () =>
    JSON.parse((await place.run(['memory', 'stats', '--memory', 'm.sqlite', '--format', 'json'])).out).entries

  it('keeps sure pairs, and the others where they are asked for', async () => {
    await place.lay({ 'a.en.md': english, 'a.uk.md': ukrainian })
    const sure = await place.run(['align', '--memory', 'm.sqlite', 'a.en.md', 'a.uk.md'])
    expect(sure.err).toMatch(
      /^a\.uk\.xlf: 2 pairs; 1 to look at; without a counterpart: 1 in the source, 0 in the rendering\nm\.sqlite: 1 entry added/,
    )
    expect(await entries()).toBe(1)
    await place.run(['memory', 'import', 'a.uk.xlf', '--memory', 'm.sqlite'])
    expect(await entries()).toBe(1)
    await place.run(['align', '--memory', 'm.sqlite', '--uncertain', '--force', 'a.en.md', 'a.uk.md'])
    expect(await entries()).toBe(2)
    expect(await place.run(['align', '--uncertain', 'a.en.md', 'a.uk.md'])).toMatchObject({ status: 2 })
  })
})
