import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Client, type Row, rowsOf, type Sample } from './client.ts'
import { memoryFault } from './omegat-memory.ts'
import { isInstalled, runProgram } from './program.ts'
import { exportAll, mergeFault, xliffName } from './round-trip.ts'
import { filled, translate } from './translation.ts'

const profile = 'omegat3'

/** OmegaT 3.6 in console mode: what it shows of a project is translated in its own memory, and the files of `target` are merged. */
export const omegat: Client = {
  name: 'OmegaT',
  absent: () => (isInstalled('omegat') ? undefined : 'the program omegat is not installed'),
  async run(samples: readonly Sample[], folder: string): Promise<readonly Row[]> {
    const project = resolve(folder, 'project')
    const options = ['--profile', profile, '--project', 'project']
    const exported = await exportAll(samples, folder, options, name => join('project/source', xliffName(name)))
    translateProject(project, join(folder, 'settings'))
    const outcomes: { name: string; fault: string | undefined }[] = []
    for (const { sample, xliff } of exported) {
      const saved = readFileSync(join(project, 'target', xliffName(sample.name)), 'utf8')
      outcomes.push({ name: sample.name, fault: await mergeFault(folder, sample, filled(xliff), saved) })
    }
    const settings = join(folder, 'settings')
    const fault = await memoryFault(folder, profile, made => console(made, settings, 'translate'))
    const remembered = rowsOf(omegat.name, 'memory', [{ name: 'news.txt', fault }])
    return [...rowsOf(omegat.name, profile, outcomes), ...remembered]
  },
}

/** Asks OmegaT for all that it would show to a translator, translates that, and lets it write the target files. */
function translateProject(project: string, settings: string): void {
  mkdirSync(settings, { recursive: true })
  const memory = join(settings, 'all.tmx')
  console(
    project,
    settings,
    'createpseudotranslatetmx',
    `--pseudotranslatetmx=${memory}`,
    '--pseudotranslatetype=equal',
  )
  const translated = readFileSync(memory, 'utf8').replace(
    /(<tuv lang="UK">\s*<seg>)([\s\S]*?)(?=<\/seg>)/g,
    (_, start: string, text: string) => start + translateShown(text),
  )
  mkdirSync(join(project, 'omegat'), { recursive: true })
  writeFileSync(join(project, 'omegat/project_save.tmx'), translated)
  console(project, settings, 'translate')
}

/** Of XML that holds XML as text: OmegaT shows tags as `<f0>`. */
const translateShown = (text: string): string =>
  text
    .split(/(&lt;\/?[a-z]+\d+\/?&gt;|&#?\w+;)/)
    .map((piece, i) => (i % 2 === 0 ? translate(piece) : piece))
    .join('')

function console(project: string, settings: string, mode: string, ...options: string[]): void {
  const args = [project, `--mode=console-${mode}`, ...options, `--config-dir=${settings}`]
  const java = `-Djava.awt.headless=true -Duser.home=${settings}`
  const { status, err, out } = runProgram('omegat', args, { env: { JAVA_TOOL_OPTIONS: java } })
  if (status !== 0) throw new Error(`omegat ${mode}: ${err || out}`)
}
