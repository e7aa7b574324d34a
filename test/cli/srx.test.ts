import { describe, expect, it } from 'vitest'
import { openWorkplace } from './workplace.ts'

const { lay, run, text } = openWorkplace()

const srx = (pattern: string, before: string) =>
  `<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no"/><body><languagerules><languagerule languagerulename="R"><rule break="yes"><beforebreak>${before}</beforebreak><afterbreak>\\s</afterbreak></rule><rule break="yes"><beforebreak>:</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule></languagerules><maprules><languagemap languagepattern="${pattern}" languagerulename="R"/></maprules></body></srx>`

async function segments(...more: string[]) {
  const { status, err } = await run([
    'export',
    'a.txt',
    '--from',
    'en',
    '--to',
    'uk',
    '--no-default-glossary',
    '--force',
    ...more,
  ])
  const xliff = status === 0 ? await text('a.uk.xlf') : ''
  return { status, err, found: [...xliff.matchAll(/<source>([^<]*\S[^<]*)<\/source>/g)].map(match => match[1]) }
}

describe('sentence rules', () => {
  it('that a user brings find the sentences of a language that they know', async () => {
    await lay({ 'a.txt': 'One; two. Three.\n', 'my.srx': srx('EN.*', ';'), 'other.srx': srx('UK.*', ';') })
    expect((await segments()).found).toEqual(['One; two.', 'Three.'])
    expect((await segments('--srx', 'my.srx')).found).toEqual(['One;', 'two. Three.'])
    expect((await segments('--srx', 'other.srx')).found).toEqual(['One; two.', 'Three.'])
    await lay({ 'tlumach.config.yaml': 'srx: my.srx\n' })
    expect((await segments()).found).toEqual(['One;', 'two. Three.'])
    await lay({ 'a.en.txt': 'One; two. Three.\n', 'a.uk.txt': 'Один; їжак. Три.\n' })
    expect((await run(['align', 'a.en.txt', 'a.uk.txt', '--no-default-glossary', '--force'])).err).toContain('2 pairs')
    expect(await text('a.uk.xlf')).toMatch(/<source>One;<\/source>/)
  })

  it('that cannot be used are told of, or refused', async () => {
    await lay({ 'a.txt': 'One; two. Three.\n', 'bad.srx': srx('EN.*', '('), 'no.srx': 'One.' })
    expect(await segments('--srx', 'bad.srx')).toMatchObject({
      status: 0,
      err: expect.stringMatching(/^bad\.srx:1:\d+: warning: .*\[srx-bad-pattern\]$/m),
      found: ['One; two. Three.'],
    })
    expect(await segments('--srx', 'no.srx')).toMatchObject({ status: 2, err: expect.stringContaining('no.srx:1:1') })
    expect(await segments('--srx', 'absent.srx')).toMatchObject({ status: 2 })
  })

  it('of ours are taken to other programs, and say what export does', async () => {
    await lay({ 'a.txt': 'Mr. Smith left. He met J. K. Rowling.\n' })
    const { found } = await segments()
    expect((await run(['srx', '-o', 'own.srx'])).status).toBe(0)
    expect((await segments('--srx', 'own.srx')).found).toEqual(found)
    expect((await run(['srx', '-o', 'own.srx'])).status).toBe(2)
    expect((await run(['srx'])).out).toBe(await text('own.srx'))
    for (const path of ['a.txt/own.srx', 'a.txt/b/own.srx']) {
      const { status, err } = await run(['srx', '-o', path])
      expect([status, err]).toEqual([
        2,
        expect.stringMatching(/^error: There is a file where “.*a\.txt.*” needs a folder\.\n$/),
      ])
    }
    const omegat = ['export', 'a.txt', '--from', 'en', '--to', 'uk', '--project', 'work', '--no-default-glossary']
    expect((await run(omegat)).status).toBe(0)
    expect(await text('work/omegat/segmentation.srx')).toBe(await text('own.srx'))
  })
})
