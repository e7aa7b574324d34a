import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diskHost, shippedGlossaries } from '../../src/node/index.ts'
import { lint, openProject, type Project, settingsOf } from '../../src/project/index.ts'

interface Row {
  readonly text: string
  readonly spans: readonly (readonly [start: number, end: number, kind: string])[]
}

interface Alarm {
  readonly place: string
  readonly text: string
  readonly preferred: string
  readonly confidence: number
}

/**
 * How often `inconsistent-name` speaks where no name is spelled in two ways, with the shipped glossaries. Below DIR: `.md` and `.txt`
 * files of English prose, alarms in 10,000 words; `en*.jsonl` of labelled sentences, each file read as one text, alarms (each
 * pair of spellings once) in 1,000 distinct names of persons and places. Information is counted as well as warnings; each alarm is printed.
 */
export async function run({ data }: { data: string | undefined }): Promise<Record<string, number | string>> {
  if (!data || !existsSync(data)) return { skipped: 'no data folder: give one with --data DIR' }
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).sort()
  const { project } = await openProject(diskHost, { glossaries: await shippedGlossaries(), version: 'bench' })
  if (!project) throw new Error('the shipped glossaries could not be read')
  return {
    ...(await prose(project, data, files)),
    ...(await sentences(project, data, files)),
  }
}

async function prose(project: Project, data: string, files: readonly string[]) {
  let words = 0
  const alarms: Alarm[] = []
  for (const file of files.filter(name => /\.(?:md|txt)$/.test(name))) {
    const text = readFileSync(join(data, file), 'utf8')
    words += text.match(/\p{L}+/gu)?.length ?? 0
    alarms.push(...(await alarmsIn(project, file, text)))
  }
  if (words === 0) return {}
  return { ...listed('prose', alarms), 'prose.words': words, 'prose.per10000words': rate(alarms.length, words, 10_000) }
}

async function sentences(project: Project, data: string, files: readonly string[]) {
  const names = new Set<string>()
  const alarms = new Map<string, Alarm>()
  for (const file of files.filter(name => /(?:^|[\\/])en[^\\/]*\.jsonl$/.test(name))) {
    const rows = readFileSync(join(data, file), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as Row)
    for (const { text, spans } of rows)
      for (const [start, end, kind] of spans)
        if (kind === 'PER' || kind === 'LOC') names.add([...text].slice(start, end).join(''))
    const text = rows.map(row => row.text).join('\n\n')
    for (const alarm of await alarmsIn(project, file.replace(/jsonl$/, 'txt'), text))
      alarms.set(`${alarm.text}\t${alarm.preferred}`, alarm)
  }
  if (names.size === 0) return {}
  return {
    ...listed('names', [...alarms.values()]),
    'names.distinct': names.size,
    'names.per1000': rate(alarms.size, names.size, 1000),
  }
}

async function alarmsIn(project: Project, path: string, text: string): Promise<Alarm[]> {
  const settings = settingsOf({}, { language: 'en' })(path)
  const { problems } = await lint(project, { path, bytes: new TextEncoder().encode(text) }, settings)
  return problems
    .filter(problem => problem.code === 'inconsistent-name')
    .map(({ span, data }) => ({
      place: `${path}:${text.slice(0, span.start).split('\n').length}`,
      text: String(data?.text),
      preferred: String(data?.preferred),
      confidence: Number(data?.confidence ?? 1),
    }))
}

const listed = (part: string, alarms: readonly Alarm[]): Record<string, string> =>
  Object.fromEntries(
    alarms.map(({ place, text, preferred, confidence }, i) => [
      `${part}.alarm.${i + 1}`,
      `${text} / ${preferred} (${confidence}) ${place}`,
    ]),
  )

const rate = (count: number, of: number, per: number): number => Number(((count * per) / of).toFixed(2))
