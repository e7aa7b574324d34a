import { blockText } from '../content/index.ts'
import { applyFixes } from '../lint/index.ts'
import { checkBitext, openBitext } from '../qa/index.ts'
import { type Bilingual, readBilingual } from './bilingual.ts'
import type { Project } from './open.ts'
import type { Checked, CheckedSegment, Finding, Settings, Source } from './verbs.ts'

export interface CheckedTranslation extends Checked {
  /** True where `fix` changed something; `bytes` are the file with it. */
  readonly changed: boolean
  readonly bytes: Uint8Array
}

export interface CheckOptions {
  /** Makes the fixes that are certain. */
  readonly fix?: boolean
}

/**
 * What is wrong with the translations of a bilingual file. With `fix` what is certain is mended in the targets, and `problems` are
 * those that are left. The fixes of one round can uncover others: four rounds at most.
 */
export async function check(
  project: Project,
  source: Source,
  settings: Settings,
  options: CheckOptions = {},
): Promise<CheckedTranslation> {
  let current = source
  for (let round = 0; ; round++) {
    const read = await readBilingual(current, settings)
    if (isBilingual(read)) {
      const { text, shown } = read
      const problems = problemsOf(project, read, settings)
      const bytes = options.fix && round < 4 ? fixed(read, problems) : undefined
      if (!bytes || equal(bytes, current.bytes)) {
        const changed = round > 0
        return {
          path: source.path,
          text,
          ...(shown && { shown }),
          pairs: segmentsByNumber(read),
          problems,
          unusable: false,
          changed,
          bytes: current.bytes,
        }
      }
      current = { ...source, bytes }
    } else return { ...read, changed: false, bytes: source.bytes }
  }
}

const isBilingual = (read: Bilingual | Checked): read is Bilingual => 'segments' in read

function problemsOf(project: Project, read: Bilingual, settings: Settings): Finding[] {
  const { segments, sourceLanguage, targetLanguage, codes } = read
  const bitext = openBitext(segments, {
    sourceLanguage,
    targetLanguage,
    codes,
    glossary: project.glossary,
    chooser: project.chooserOf(settings.style),
  })
  const reading = read.problems.map((p): Finding => ({ ...p, severity: p.severity ?? 'warning' }))
  return [...reading, ...checkBitext(bitext, settings.rules)]
}

const segmentsByNumber = ({ segments, codes }: Bilingual): ReadonlyMap<number, CheckedSegment> =>
  new Map(
    segments.map(({ number, id, context, source, target }) => {
      const key = codes === 'id' ? id : (context ?? id)
      return [number, { unit: id, key, source: blockText(source), target: target ? blockText(target) : '' }]
    }),
  )

function fixed(read: Bilingual, problems: readonly Finding[]): Uint8Array | undefined {
  const changes = applyFixes(read.targets, problems, false)
  return changes.size > 0 ? read.write(changes) : undefined
}

const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i])
