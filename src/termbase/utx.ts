import { decode, encode, type Problem, type Reading } from '../text/index.ts'
import { statusOfWord } from './columns.ts'
import type { Concept } from './concept.ts'
import { openLosses, type ReadTermsOptions, type TermFormat } from './format.ts'
import { type LooseConcept, type LooseTerm, openGatherer } from './gather.ts'
import { pairsOf, usualLanguages } from './pairs.ts'

/**
 * Universal Terminology eXchange 1.11 (Asia-Pacific Association for Machine Translation): tab-separated pairs in UTF-8 below header
 * lines that begin with #: the first names the languages, the last the columns. Rows of one concept ID are one concept.
 */
export const utx: TermFormat = {
  id: 'utx',
  extensions: ['.utx'],
  read(bytes, options = {}) {
    const { value, problems } = decode(bytes)
    return problems.length > 0 ? { value: [], problems } : readLines(value.text, options)
  },
  write(concepts, options = {}) {
    const [from = 'uk', to = 'en'] = options.languages ?? usualLanguages
    const { pairs, problems } = pairsOf(concepts, options)
    const rows = pairs.map(({ concept, source, target, usable, note }) => [
      source,
      target,
      concept.kind === 'term' || concept.kind === 'work' ? 'noun' : 'properNoun',
      usable ? 'approved' : 'forbidden',
      concept.id,
      note,
    ])
    const lines = [
      `#UTX 1.11; ${from}/${to};`,
      `#${columns.join('\t')}`,
      ...rows.map(row => row.map(cell => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')),
    ]
    return {
      value: encode({ text: lines.map(line => `${line}\r\n`).join(''), encoding: 'utf-8', bom: false }),
      problems,
    }
  },
}

const columns = ['src', 'tgt', 'src:pos', 'term status', 'concept ID', 'comment'] as const

const languagesOf = (line: string): readonly string[] | undefined =>
  /;\s*([A-Za-z]{2,3})(?:-[\w-]+)?\/([A-Za-z]{2,3})/.exec(line)?.slice(1)

function readLines(text: string, options: ReadTermsOptions): Reading<readonly Concept[]> {
  const losses = openLosses()
  const problems: Problem[] = []
  const found = new Map<string, LooseConcept & { terms: LooseTerm[] }>()
  const seen = new Set<string>()
  const add = (key: string, terms: LooseTerm[], term: LooseTerm): void => {
    const one = `${key}\t${term.lang}\t${term.text}`
    if (!seen.has(one)) terms.push(term)
    seen.add(one)
  }
  let languages = options.languages ?? usualLanguages
  let names: readonly string[] = columns
  let start = 0
  for (const whole of text.split('\n')) {
    const span = { start, end: start + whole.length }
    start += whole.length + 1
    const line = whole.replace(/\r$/, '')
    if (line.startsWith('#')) {
      if (/^#\s*UTX/i.test(line)) languages = languagesOf(line) ?? languages
      else if (line.includes('\t'))
        names = line
          .slice(1)
          .split('\t')
          .map(name => name.trim())
      continue
    }
    if (line.trim() === '') continue
    const cells = new Map(line.split('\t').map((cell, i) => [names[i] ?? '', cell.trim()]))
    const [source, target] = [cells.get('src') ?? '', cells.get('tgt') ?? '']
    for (const [name, cell] of cells)
      if (cell !== '' && !(columns as readonly string[]).includes(name)) losses.add(name || '?')
    if (source === '' || target === '') {
      problems.push({ code: 'termbase-no-term', severity: 'warning', span })
      continue
    }
    const id = cells.get('concept ID') ?? ''
    const key = id || `\t${source}`
    const note = cells.get('comment') ?? ''
    const concept = found.get(key) ?? { ...(id && { id }), fields: note ? { note } : {}, terms: [], span }
    found.set(key, concept)
    add(key, concept.terms, { lang: languages[0]!, text: source })
    const status = statusOfWord(cells.get('term status') ?? '')
    add(key, concept.terms, { lang: languages[1]!, text: target, ...(status && { status }) })
  }
  const gather = openGatherer(options)
  return {
    value: [...found.values()].flatMap(loose => gather(loose) ?? []),
    problems: [...problems, ...losses.problems()],
  }
}
