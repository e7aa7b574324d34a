import { execFile } from 'node:child_process'
import { resolve } from 'node:path'

/** Why git could not say what has changed. */
export type GitRefusal = 'no-git' | 'no-repository' | 'unknown-revision'

/**
 * The files (absolute paths) that differ from a revision in the repository around a folder, those that git does not track yet
 * included, those that are gone left out.
 */
export async function changedFiles(cwd: string, revision: string): Promise<ReadonlySet<string> | GitRefusal> {
  const up = await git(cwd, 'rev-parse', '--show-cdup')
  if (typeof up !== 'string') return up.missing ? 'no-git' : 'no-repository'
  const top = resolve(cwd, up.trim())
  // A revision that looks like an option would be one.
  const commit = await git(top, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)
  if (typeof commit !== 'string') return 'unknown-revision'
  const names = await Promise.all([
    git(top, 'diff', '--name-only', '--no-relative', '--diff-filter=d', '-z', commit.trim(), '--'),
    git(top, 'ls-files', '--others', '--exclude-standard', '-z'),
  ])
  const listed = names.flatMap(list => (typeof list === 'string' ? list.split('\0').filter(Boolean) : []))
  return new Set(listed.map(name => resolve(top, name)))
}

/** What git prints; otherwise whether it is missing. */
function git(cwd: string, ...args: readonly string[]): Promise<string | { readonly missing: boolean }> {
  return new Promise(done => {
    execFile('git', [...args], { cwd, maxBuffer: 1 << 28, windowsHide: true }, (error, out) =>
      done(error ? { missing: error.code === 'ENOENT' } : out),
    )
  })
}
