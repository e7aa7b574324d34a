import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exportDocument, mergeDocument, openXliff, type Profile, profiles } from '../../src/project/index.ts'
import { readXliff, unitsOf, validateXliff, writeXliff } from '../../src/xliff/index.ts'
import { openTestProject, settings, source } from '../lint/open.ts'
import { schemaFaults, schemasAbsent } from '../xliff/schemas.ts'

const project = await openTestProject()
const examples = new URL('../../examples/', import.meta.url)
const names = readdirSync(examples).filter(name => /\.en\.(md|txt)$/.test(name))
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

async function exported(document: ReturnType<typeof source>, { id }: Pick<Profile, 'id'>) {
  const [file] = (await exportDocument(project, document, settings(), { from: 'en', to: ['uk'], profile: id })).files
  return file!
}

async function merged(document: ReturnType<typeof source>, xliff: string) {
  const opened = openXliff({ path: 'x.xlf', bytes: new TextEncoder().encode(xliff) })
  return await mergeDocument(project, opened, document, settings())
}

/** Every target is its source, as somebody has translated it. */
function filled(xliff: string): string {
  const { value } = readXliff(xliff)
  const changes = [...unitsOf(value)].flatMap(unit =>
    unit.segments.map(segment => ({ unit, segment, target: segment.source.runs, state: 'final' as const })),
  )
  return writeXliff(xliff, value, changes).value
}

if (schemasAbsent) console.log(`schema tests skipped: ${schemasAbsent}`)

describe.each(profiles)('the profile $id', profile => {
  it('gives valid files that come back whole', async () => {
    const files: string[] = []
    for (const name of names) {
      const document = { path: name, bytes: readFileSync(new URL(name, examples)) }
      const { name: file, text: xliff } = await exported(document, profile)
      expect(file.endsWith(profile.extension ?? '.xlf')).toBe(true)
      expect(validateXliff(xliff, { strict: true }).problems).toEqual([])
      expect(xliff.includes('mtype="seg"')).toBe(profile.whole !== true)
      expect((await merged(document, xliff)).segments.translated).toBe(0)
      const approved =
        profile.accept === 'approved' ? xliff.replaceAll('<trans-unit ', '<trans-unit approved="yes" ') : xliff
      const back = await merged(document, filled(approved))
      expect(back.result && text(back.result.bytes)).toBe(text(document.bytes))
      expect(back.segments.translated).toBe(back.segments.total)
      files.push(xliff)
    }
    if (!schemasAbsent) expect(schemaFaults(files, profile.xliff as '1.2')).toEqual([])
  })
})

describe('what a profile means when a file comes back', () => {
  const document = source('Kyiv is old. It is large.\n\nYes.\n', 'a.md')

  it('a copy of the source is no translation until its text or state is another', async () => {
    const { text: xliff } = await exported(document, { id: 'omegat3' })
    expect(xliff.match(/<target state="needs-translation">/g)).toHaveLength(2)
    expect((await merged(document, xliff)).segments).toMatchObject({ translated: 0, untranslated: 2 })
    const other = xliff.replace(/(<target[^>]*>)Yes\./, '$1Так.')
    expect((await merged(document, other)).segments).toMatchObject({ translated: 1, untranslated: 1 })
    const same = xliff.replaceAll('needs-translation', 'translated')
    expect((await merged(document, same)).segments).toMatchObject({ translated: 2, untranslated: 0 })
  })

  it('only what is approved counts where the program says so', async () => {
    const { text: xliff } = await exported(document, { id: 'translate-toolkit' })
    const half = filled(xliff)
      .replace('<trans-unit ', '<trans-unit approved="yes" ')
      .replaceAll('state="final"', 'state="translated"')
    const { segments, problems } = await merged(document, half)
    expect(segments).toMatchObject({ translated: 1, untranslated: 1 })
    expect(problems.map(p => p.code)).toContain('merge-unapproved')
  })
})
