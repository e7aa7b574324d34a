import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, formsIn, match } from '../../src/glossary/index.ts'
import type { Concept, NameParts } from '../../src/termbase/index.ts'

interface Attested {
  readonly lemma: string
  readonly type: 'giv' | 'sur' | 'pat' | 'geo'
  readonly gender: 'm' | 'f' | 'n' | 'p'
  readonly forms: Readonly<Record<string, number>>
}

const parts: Readonly<Record<Attested['type'], keyof NameParts>> = {
  giv: 'given',
  sur: 'family',
  pat: 'patronymic',
  geo: 'name',
}

/**
 * Each attested form is replaced by the same case of another spelling (a letter doubled at its beginning, which changes no ending),
 * and that one back: the share that comes back the same or is called uncertain, and the share that is uncertain. In DIR/a or DIR.
 */
export async function run({ data, flags }: { readonly data: string | undefined; readonly flags: ReadonlySet<string> }) {
  if (!data || !existsSync(data)) return { skipped: 'no --data folder' }
  const folder = existsSync(join(data, 'a')) ? join(data, 'a') : data
  const figures: Record<string, number> = {}
  for (const language of ['uk', 'ru']) {
    const name = readdirSync(folder).find(n => n.startsWith(`attest_${language}`) && n.endsWith('.jsonl'))
    if (!name) continue
    const rows = readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as Attested)
    const count = { all: 0, kept: 0, unsafe: 0 }
    for (const row of rows) {
      for (const [form, n] of Object.entries(row.forms)) {
        const result = thereAndBack(language, row, form)
        if (!result) continue
        count.all += n
        count.unsafe += result === 'uncertain' ? n : 0
        count.kept += result !== 'changed' ? n : 0
        if (result === 'changed' && flags.has('--errors'))
          process.stderr.write(`${language} ${row.type} ${row.lemma} ${form}\n`)
      }
    }
    figures[`${language}.keptOrUnsafe`] = percent(count.kept, count.all)
    figures[`${language}.unsafe`] = percent(count.unsafe, count.all)
    figures[`${language}.forms`] = count.all
  }
  return figures
}

const percent = (a: number, b: number) => Math.round((10000 * a) / b) / 100
const same = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[’ʼ'`]/gu, "'")

function thereAndBack(language: string, row: Attested, form: string): 'kept' | 'uncertain' | 'changed' | undefined {
  const other = row.lemma[0] + row.lemma
  const there = replace(language, row, row.lemma, other, form)
  if (!there) return undefined
  const back = replace(language, row, other, row.lemma, there.text)
  if (!there.certain || !back?.certain) return 'uncertain'
  return same(back.text) === same(form) ? 'kept' : 'changed'
}

/** What stands for a form of one spelling when the other is preferred; undefined where the form is not recognised. */
function replace(language: string, { type, gender }: Attested, from: string, to: string, form: string) {
  const concept = (id: string, text: string): Concept => ({
    id,
    kind: type === 'geo' ? 'place' : 'person',
    gender,
    names: { [language]: { [parts[type]]: text } },
    terms: [],
    former: [],
    except: [],
  })
  const compiled = compile([{ concepts: [concept('from', from), concept('to', to)], styles: [] }])
  const naming = match(compiled, `x ${form}`, { language })
    .at(-1)
    ?.namings.find(n => compiled.concepts[n.concept]!.id === 'from')
  const spelling = compiled.spellings.find(s => s.lang === language && compiled.concepts[s.concept]!.id === 'to')
  if (!naming || !spelling) return undefined
  const forms = formsIn(spelling, compiled.concepts[spelling.concept]!, naming.mask, {
    form,
    spelling: compiled.spellings[naming.parts[0]!.spelling]!,
  })
  return { text: forms[0]!, certain: forms.every(f => f === forms[0]) }
}
