import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { profileOf } from '../../src/project/index.ts'
import { readXliff, type Unit, unitsOf } from '../../src/xliff/index.ts'
import { type Client, type Row, rowsOf, type Sample } from './client.ts'
import { isInstalled, runProgram } from './program.ts'
import { type Exported, exportAll, mergeFault, xliffName } from './round-trip.ts'
import { filled, letters } from './translation.ts'

/** Debian's packages are those of its own Python. */
const python = '/usr/bin/python3'

/** So many units, from the first on, are left for somebody to approve. */
const unapproved = 3

const isApproved = (_: Unit, i: number) => i % unapproved > 0

/**
 * translate-toolkit by its Python interface, on which Weblate, Pootle and Virtaal stand. By its own profile only what is approved is
 * merged, by that of Weblate everything.
 */
export const translateToolkit: Client = {
  name: 'translate-toolkit',
  absent: () =>
    runProgram(python, ['-c', 'import translate.storage.xliff']).status === 0
      ? undefined
      : 'the Python package translate is not installed',
  async run(samples: readonly Sample[], folder: string): Promise<readonly Row[]> {
    const own = await tried(samples, folder, 'translate-toolkit', isApproved)
    return [...own, ...(await tried(samples, folder, 'weblate'))]
  },
}

async function tried(
  samples: readonly Sample[],
  folder: string,
  profile: string,
  wanted?: typeof isApproved,
): Promise<readonly Row[]> {
  const extension = profileOf(profile)?.extension ?? '.xlf'
  const pathOf = (name: string) => join(profile, xliffName(name, extension))
  const exported = await exportAll(samples, folder, ['--profile', profile, '--out-dir', profile], pathOf)
  const counted = saveAll(folder, exported)
  const outcomes: { name: string; fault: string | undefined }[] = []
  for (const [i, { sample, path, xliff }] of exported.entries()) {
    const saved = readFileSync(join(folder, path), 'utf8')
    const fault =
      countFault(xliff, saved, counted[i]!, join(folder, path)) ??
      (await mergeFault(folder, sample, filled(xliff, wanted && { wanted }), saved))
    outcomes.push({ name: sample.name, fault })
  }
  return rowsOf(translateToolkit.name, profile, outcomes)
}

/** Translates the files in place and says how many units the toolkit has seen in each. */
function saveAll(folder: string, exported: readonly Exported[]): readonly number[] {
  const script = join(import.meta.dirname, 'translate-toolkit.py')
  const paths = exported.map(({ path }) => path)
  const said = runProgram(python, [script, JSON.stringify(letters), String(unapproved), ...paths], { cwd: folder })
  if (said.status !== 0) throw new Error(`translate-toolkit: ${said.err}`)
  return said.out.trim().split('\n').map(Number)
}

/** Whether the toolkit sees our units, and `pocount` counts those as translated that are approved. */
function countFault(exported: string, saved: string, seen: number, path: string): string | undefined {
  const units = [...unitsOf(readXliff(exported).value)].length
  if (seen !== units) return `it sees ${seen} units of ${units}`
  const approved = [...unitsOf(readXliff(saved).value)].filter(isApproved).length
  if (!isInstalled('pocount')) return undefined
  const counted = Number(/^Translated:\s+(\d+)/m.exec(runProgram('pocount', ['--no-color', path]).out)?.[1])
  return counted === approved
    ? undefined
    : `pocount counts ${counted} translated units of ${approved} that are approved`
}
