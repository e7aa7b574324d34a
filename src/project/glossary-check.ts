import { type Chooser, type Compiled, chooser, compile, spellingsOf } from '../glossary/index.ts'
import { type Concept, contradictions, type Glossary, readGlossary, type Term, wholeName } from '../termbase/index.ts'
import { decode, type Problem, type Severity, type Span } from '../text/index.ts'
import type { Checked, Source } from './verbs.ts'

/** What is wrong or needless in a glossary file, at its places. O(n) beside the compiling of the glossary, twice. */
export function checkGlossary(source: Source): Checked {
  const { value, problems } = decode(source.bytes)
  const { path } = source
  if (problems.length > 0)
    return { path, text: '', problems: problems.map(p => ({ ...p, severity: 'error' })), unusable: true }
  const reading = readGlossary(value.text)
  const { concepts } = reading.value
  const found = [
    ...reading.problems,
    ...contradictions(concepts),
    ...sameNames(concepts),
    ...concepts.flatMap(unreachable),
    ...concepts.flatMap(repeatedTerms),
    ...needless(reading.value),
    ...missing(reading.value),
  ]
  const settled = found.map(problem => ({ ...problem, severity: problem.severity ?? ('warning' as const) }))
  return { path, text: value.text, problems: settled.sort((a, b) => a.span.start - b.span.start), unusable: false }
}

const nowhere: Span = { start: 0, end: 0 }

function problem(
  code: string,
  severity: Severity,
  span: Span | undefined,
  data: Record<string, string>,
  other?: Span,
): Problem {
  return { code, severity, span: span ?? nowhere, data, ...(other && { related: [{ span: other, role: 'first' }] }) }
}

/** Two concepts of one kind and type with one name in every language that both have. */
function sameNames(concepts: readonly Concept[]): Problem[] {
  const first = new Map<string, Concept>()
  return concepts.flatMap(concept => {
    const keys = Object.entries(concept.names).map(([lang, name]) =>
      [concept.kind, concept.type ?? '', lang, wholeName(name), name.patronymic ?? ''].join('\t'),
    )
    const before = keys.map(key => first.get(key)).find(one => one !== undefined)
    for (const key of keys) if (!first.has(key)) first.set(key, concept)
    if (!before || before.id === concept.id || !keys.every(key => first.get(key) === before)) return []
    const data = { first: before.id, second: concept.id }
    return [problem('glossary-same-name', 'warning', concept.span, data, before.span ?? nowhere)]
  })
}

/** Terms that no text can be read as: parts of a person who has no family name, and what the entry itself excepts. */
function unreachable(concept: Concept): Problem[] {
  const hasFamily =
    Object.values(concept.names).some(({ family }) => family !== undefined) ||
    concept.own !== undefined ||
    concept.terms.some(({ part }) => part === 'family')
  const excepted = new Set(concept.except.filter(({ styles }) => !styles).map(({ text }) => text))
  return concept.terms.flatMap(term => {
    const needsFamily = (term.part === 'given' || term.part === 'patronymic') && !hasFamily
    return needsFamily || excepted.has(term.text)
      ? [problem('glossary-unreachable', 'warning', term.span, { text: term.text, concept: concept.id })]
      : []
  })
}

function repeatedTerms({ id, terms }: Concept): Problem[] {
  const first = new Map<string, Term>()
  return terms.flatMap(term => {
    const key = [term.lang, term.part, term.text, ...(term.styles ?? [])].join('\t')
    const before = first.get(key)
    if (!before) first.set(key, term)
    return before
      ? [
          problem(
            'glossary-repeated-term',
            'warning',
            term.span,
            { text: term.text, concept: id },
            before.span ?? nowhere,
          ),
        ]
      : []
  })
}

/** An English spelling that says only what would be derived without it. */
const isBare = (term: Term): boolean => term.lang === 'en' && !term.styles && !term.reason && !term.source

/** Spellings without which the same would be preferred and each would have the same status. */
function needless({ concepts, styles }: Glossary): Problem[] {
  if (!concepts.some(({ terms }) => terms.some(isBare))) return []
  const without = concepts.map(concept => ({ ...concept, terms: concept.terms.filter(term => !isBare(term)) }))
  const [a, b] = [concepts, without].map(list => openJudge(compile([{ concepts: list, styles }])))
  return concepts.flatMap(concept =>
    concept.terms
      .filter(isBare)
      .filter(term => {
        const derived = b!(concept.id, term)
        return derived !== undefined && derived === a!(concept.id, term)
      })
      .map(term => problem('glossary-needless', 'info', term.span, { text: term.text, concept: concept.id })),
  )
}

/** What a glossary makes of a term's text: its status and what is preferred; undefined where it does not have it. */
function openJudge(compiled: Compiled): (id: string, term: Term) => string | undefined {
  const choice: Chooser = chooser(compiled)
  const numbers = new Map(compiled.concepts.map(({ id }, i) => [id, i]))
  return (id, { text, part }) => {
    const number = numbers.get(id)
    if (number === undefined) return undefined
    const spelling = spellingsOf(compiled, number).find(s => s.lang === 'en' && s.part === part && s.text === text)
    if (!spelling) return undefined
    const { status, preferred } = choice.judge(spelling)
    return `${status}\t${preferred?.text ?? ''}`
  }
}

/** Concepts without a Ukrainian, Russian or English name; an English one may be derived. */
function missing({ concepts, styles }: Glossary): Problem[] {
  const compiled = compile([{ concepts, styles }])
  const hasEnglish = (number: number): boolean => spellingsOf(compiled, number).some(({ lang }) => lang === 'en')
  const numbers = new Map(compiled.concepts.map(({ id }, i) => [id, i]))
  return concepts.flatMap(({ id, names, terms, span }) => {
    const has = (lang: string) => names[lang] !== undefined || terms.some(term => term.lang === lang)
    const lacking = [
      ...(['uk', 'ru'] as const).filter(lang => !has(lang)),
      ...(hasEnglish(numbers.get(id)!) ? [] : ['en']),
    ]
    return lacking.map(language => problem('glossary-missing-language', 'info', span, { concept: id, language }))
  })
}
