import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { openWorkplace } from './workplace.ts'

const { lay, path, run } = openWorkplace()

const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: path(), stdio: 'pipe' })

/** The files in which `lint` with the given arguments finds something. */
async function check(args: readonly string[], files: readonly string[]): Promise<void> {
  const { out, err } = await run(['lint', '--format', 'concise', ...args])
  expect(err).toBe('')
  expect(out.split('\n').flatMap(line => /^(.*?):\d/.exec(line)?.[1] ?? [])).toEqual(files)
}

describe('lint --changed', () => {
  it('looks only at what differs from a revision, and at what is new', async () => {
    await lay({
      'a.md': 'Kiev.\n',
      'b.md': 'Kiev.\n',
      'c d/є.md': 'Kiev.\n',
      'gone.md': 'Kiev.\n',
      '.gitignore': 'out\n',
    })
    git('init', '-q')
    git('add', '.')
    git('commit', '-q', '-m', 'one')
    await lay({ 'b.md': 'Kiev!\n' })
    git('commit', '-q', '-a', '-m', 'two')
    await lay({ 'c d/є.md': 'Kiev?\n', 'new.md': 'Kiev.\n', 'out/o.md': 'Kiev.\n' })
    await rm(path('gone.md'))
    await check(['--changed', '.'], ['c d/є.md', 'new.md'])
    await check(['--changed'], ['c d/є.md', 'new.md'])
    await check(['.', '--changed'], ['c d/є.md', 'new.md'])
    await check(['--changed', 'HEAD~1', '.'], ['b.md', 'c d/є.md', 'new.md'])
    await check(['--changed', 'HEAD~1', 'b.md', 'a.md'], ['b.md'])
    git('add', '.')
    git('commit', '-q', '-m', 'three')
    expect(await run(['lint', '--changed'])).toEqual({ status: 0, out: '', err: 'Nothing has changed since HEAD.\n' })
  })

  it('says in one sentence why it cannot', async () => {
    await lay({ 'a.md': 'Kiev.\n' })
    const refused = (sentence: string) => ({ status: 2, out: '', err: `error: ${sentence}\n` })
    const nowhere = { env: { GIT_CEILING_DIRECTORIES: path() } }
    expect(await run(['lint', '--changed', '.'], nowhere)).toEqual(
      refused('--changed works only within a git repository.'),
    )
    git('init', '-q')
    expect(await run(['lint', '--changed', 'nope', 'a.md'])).toEqual(
      refused('There is no revision “nope” in this repository.'),
    )
  })
})
