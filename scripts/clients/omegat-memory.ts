import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sample } from './client.ts'
import { exportAll, mergeFault, xliffName } from './round-trip.ts'
import { tlumach } from './tlumach.ts'
import { filled } from './translation.ts'

const news: Sample = {
  name: 'news.txt',
  bytes: new TextEncoder().encode('They met in Kyiv. They left at noon.\n\nRain falls & wind blows.\n'),
}

/**
 * What the memory knows is put into a project, and OmegaT, told to take it (`tm/auto`), translates by it. The sentences have no codes:
 * OmegaT gives codes names of its own, by which one with codes is alike, but not the same. `translateProject` writes the target files.
 */
export async function memoryFault(
  folder: string,
  profile: string,
  translateProject: (project: string) => void,
): Promise<string | undefined> {
  const [exported] = await exportAll([news], folder, [], xliffName)
  writeFileSync(join(folder, 'done.xlf'), filled(exported!.xliff))
  await tlumach(folder, 'memory', 'import', 'done.xlf')
  const options = ['--profile', profile, '--project', 'again', '--memory']
  const [again] = await exportAll([news], folder, options, name => join('again/source', xliffName(name)))
  const project = join(folder, 'again')
  mkdirSync(join(project, 'tm/auto'), { recursive: true })
  copyFileSync(join(project, 'tm/memory.tmx'), join(project, 'tm/auto/memory.tmx'))
  translateProject(project)
  const saved = readFileSync(join(project, 'target', xliffName(news.name)), 'utf8')
  return mergeFault(folder, news, filled(again!.xliff), saved)
}
