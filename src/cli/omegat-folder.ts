import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { diskHost } from '../node/index.ts'
import {
  type Exported,
  memoryAsTmx,
  omegatFolders,
  omegatGlossary,
  omegatProfiles,
  omegatSettings,
  type Store,
  sentenceRules,
} from '../project/index.ts'
import { writeResult } from './output.ts'
import type { Session } from './session.ts'
import type { Options } from './spec.ts'

/** The options of an export into an OmegaT project: its files go into `source`; undefined (and refused) where they do not fit. */
export function omegatOptions(options: Options, session: Session): Options | undefined {
  const { project, profile = 'omegat', to, output, outDir } = options
  if (project === undefined) return options
  const conflict = output !== undefined ? '-o' : outDir !== undefined ? '--out-dir' : undefined
  if (conflict) session.refuse('usage.conflict', { first: '--project', second: conflict })
  else if (!omegatProfiles.includes(profile)) session.refuse('usage.project-profile', { profile })
  else if (typeof to === 'object' && new Set(to).size > 1) session.refuse('usage.project-language')
  else return { ...options, profile, outDir: join(project, 'source') }
  return undefined
}

/** What a project has besides its sources: settings, the terms of the exported files, the memory between their languages. */
export async function writeOmegat(
  files: Exported['files'],
  memory: Store | undefined,
  options: Options & { readonly project: string },
  session: Session,
): Promise<void> {
  const [first] = files
  if (!first) return
  const folder = resolve(session.terminal.cwd, options.project)
  for (const name of omegatFolders) await mkdir(join(folder, name), { recursive: true })
  const models = files.map(({ model }) => model)
  const write = (path: string, text: string) => {
    const where = { force: true, output: join(options.project, path) }
    return writeResult({ input: options.project, name: path, bytes: Buffer.from(text) }, where, session)
  }
  await write('omegat.project', omegatSettings(first.model))
  await write(join('omegat', 'segmentation.srx'), sentenceRules())
  await write(join('glossary', 'tlumach.utf8'), omegatGlossary(models))
  if (memory) {
    const { chunks } = memoryAsTmx(memory, { to: [first.language], version: session.version })
    await session.terminal.whole(() => diskHost.replace(join(folder, 'tm', 'memory.tmx'), chunks))
  }
  session.note('export.project', { path: options.project })
}
