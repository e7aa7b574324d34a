import { describe, expect, it } from 'vitest'
import { openWorkplace } from './workplace.ts'

const { lay, run, text } = openWorkplace()

const article =
  '# Talks\n\nKiev. “Kharkov,” they said. Petro Vyshnyvetskyi spoke. Petro Vyshnyvetsky left. Petro Vyshnyvetskyi.\n'

describe('lint --fix', () => {
  it('mends what is certain, shows what is left, and can be taken back', async () => {
    await lay({ 'a.md': article, 'b.md': 'Nothing.\n' })
    const { status, out, err } = await run(['lint', '--fix', '--format', 'concise', '.'])
    expect(err).toBe('Changed: a.md\n“tlumach undo” takes this back.\n')
    expect(await text('a.md')).toBe(article.replace('Kiev', 'Kyiv'))
    expect(out).not.toContain('Kiev')
    expect(out).toContain('Kharkov')
    expect(status).toBe(1)
    expect((await run(['lint', '--format', 'concise', '.'])).out).toBe(out)
    await run(['undo'])
    expect(await text('a.md')).toBe(article)
  })

  it('ends with 0 where nothing is left, and says nothing of files that are right', async () => {
    await lay({ 'a.md': 'Kiev.\n', 'b.md': 'Nothing.\n' })
    expect(await run(['lint', '--fix', '.'])).toEqual({
      status: 0,
      out: 'No problems in 2 files.\n',
      err: 'Changed: a.md\n“tlumach undo” takes this back.\n',
    })
    expect(await run(['lint', '--fix', '.'])).toEqual({ status: 0, out: 'No problems in 2 files.\n', err: '' })
  })

  it('makes what should be looked at with --unsafe', async () => {
    await lay({ 'a.md': article })
    await run(['lint', '--fix', '--unsafe', 'a.md'])
    expect(await text('a.md')).not.toMatch(/Vyshnyvetsky\b/)
  })

  it('only shows the changes with --diff', async () => {
    await lay({ 'a.md': article, 'b.md': 'Nothing.\n' })
    const { status, out, err } = await run(['lint', '--fix', '--diff', '.'])
    expect([status, err]).toEqual([1, ''])
    expect(out).toMatch(/^--- a\.md\n\+\+\+ a\.md\n/)
    expect(await text('a.md')).toBe(article)
    expect(await run(['lint', '--fix', '--diff', 'b.md'])).toEqual({ status: 0, out: '', err: '' })
    expect((await run(['lint', '--fix', '--diff', '-'], { input: 'Kiev' })).out).toContain('+Kyiv')
  })

  it('knows what the whole run writes with --across', async () => {
    await lay({ 'a.md': 'Petro Vyshnyvetskyi. Petro Vyshnyvetskyi.\n', 'b.md': 'Petro Vyshnyvetsky spoke.\n' })
    await run(['lint', '--fix', '--unsafe', '--across', '.'])
    expect(await text('b.md')).toBe('Petro Vyshnyvetskyi spoke.\n')
  })

  it.each([
    [['--unsafe', 'a.md'], '--unsafe needs --fix.'],
    [['--diff', 'a.md'], '--diff needs --fix.'],
    [['--fix', '-'], 'Standard input cannot be changed in place; leave --fix out, or add --diff.'],
    [['--fix', '--parallel', 'a.md'], '--fix and --parallel exclude each other.'],
  ])('refuses %s', async (options, sentence) => {
    expect(await run(['lint', ...options])).toEqual({ status: 2, out: '', err: `error: ${sentence}\n` })
  })
})
