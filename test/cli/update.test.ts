import { describe, expect, it } from 'vitest'
import { openWorkplace } from './workplace.ts'

const { lay, run, text } = openWorkplace()

/** Lays an article and its XLIFF with one translated segment. */
async function translated(article: string, target: string): Promise<void> {
  await lay({ 'a.md': article })
  await run(['export', 'a.md', '--to', 'uk', '--from', 'en', '--force'])
  const xliff = await text('a.uk.xlf')
  await lay({ 'a.uk.xlf': xliff.replace('</source>', `</source><target>${target}</target>`) })
}

describe('update', () => {
  it('carries over in place, keeps what has no place in a memory, and can be taken back', async () => {
    await translated('Old sentence here.\n\nOther text.\n', 'Старе речення.')
    const before = await text('a.uk.xlf')
    await lay({ 'a.md': 'Other text.\n' })
    const { status, err } = await run(['update', 'a.md', 'a.uk.xlf'])
    expect([status, err]).toEqual([
      0,
      'a.uk.removed.tmx: 1 translation without a source kept here\n' +
        'a.uk.xlf: 1 segment kept, 0 to be reviewed, 0 new, 1 removed\n' +
        '“tlumach undo” takes this back.\n',
    ])
    expect(await text('a.uk.removed.tmx')).toContain('Старе речення.')
    expect(await text('a.uk.xlf')).not.toContain('Old sentence')
    await run(['undo'])
    expect(await text('a.uk.xlf')).toBe(before)
  })

  it('only says what it would do', async () => {
    await translated('Old sentence here.\n', 'Старе речення.')
    const before = await text('a.uk.xlf')
    expect((await run(['update', '--check', 'a.md', 'a.uk.xlf'])).status).toBe(0)
    await lay({ 'a.md': 'Old sentences here.\n' })
    expect(await run(['update', '--check', 'a.md', 'a.uk.xlf', '--ui-language', 'uk'])).toEqual({
      status: 1,
      out: '',
      err: 'a.uk.xlf: збереглося б 0 сегментів; переглянути — 1, нових — 0, вилучено — 0\n',
    })
    expect(await text('a.uk.xlf')).toBe(before)
  })

  it('adds to the translations that earlier runs have kept', async () => {
    for (const word of ['First', 'Second']) {
      await translated(`${word} sentence here.\n`, `${word} речення.`)
      await lay({ 'a.md': 'Completely different words.\n' })
      expect((await run(['update', 'a.md', 'a.uk.xlf'])).status).toBe(0)
      await run(['undo'])
    }
    expect((await text('a.uk.removed.tmx')).match(/(?:First|Second) речення/g)).toEqual([
      'First речення',
      'Second речення',
    ])
  })
})
