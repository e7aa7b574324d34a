import type { Scheme, SchemeRule } from '../../src/romanize/index.ts'

const kinds = ['official', 'passport', 'standard', 'library', 'scholarly', 'signs', 'web', 'press']
/** Conventions that nobody has dated. */
const undated = ['press', 'scholarly', 'web', 'signs']
const keys = [
  ...['name', 'aliases', 'title', 'languages', 'into', 'kind', 'source', 'valid', 'reversible', 'sets', 'letters'],
  ...['rules', 'reading', 'samples', 'notes'],
]
const date = /^\d{4}(-\d{2}-\d{2})?$/
const cyrillic = /^[\u0430-\u045f\u0460-\u052f']+$/

/** What is wrong with the form of a scheme's file. */
export function flawsOf(scheme: Scheme, file: string): readonly string[] {
  const flaws: string[] = []
  const demand = (holds: boolean, flaw: string) => holds || flaws.push(flaw)
  for (const key of Object.keys(scheme)) demand(keys.includes(key), `unknown key ${key}`)
  demand(`${scheme.name}.json` === file, 'the name is not the name of the file')
  demand(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(scheme.name), 'the name is not lower case with hyphens')
  demand(kinds.includes(scheme.kind), `unknown kind ${scheme.kind}`)
  demand(undated.includes(scheme.kind) || /\d{4}/.test(scheme.name), 'the name has no year')
  demand((scheme.kind === 'press') === (scheme.into !== undefined), 'press, and only press, belongs to a language')
  demand(scheme.languages.length > 0 && scheme.languages.every(tag => /^[a-z]{2,3}$/.test(tag)), 'languages')
  demand(scheme.title.length > 0 && scheme.source.title.length > 0, 'no title or source')
  for (const day of Object.values(scheme.valid)) demand(date.test(day), `no date: ${day}`)
  demand(typeof scheme.reversible === 'boolean', 'reversible')
  demand(Object.keys(scheme.samples).length >= 3, 'fewer than three samples')
  flaws.push(...flawsOfTables(scheme))
  return flaws
}

function flawsOfTables(scheme: Scheme): readonly string[] {
  const rules: readonly SchemeRule[] = [{ letters: scheme.letters }, ...(scheme.rules ?? [])]
  const flaws = rules.flatMap(rule => [...flawsOfRule(rule, scheme, cyrillic), ...letterFlaws(rule)])
  const single = Object.keys(scheme.letters).filter(letter => letter.length !== 1)
  const readings = (scheme.reading ?? []).flatMap(rule => flawsOfRule(rule, scheme, /^[\p{L}\p{M}\p{P}\p{S}]+$/u))
  return [...flaws, ...readings, ...idleRules(scheme), ...single.map(letter => `letters has the sequence ${letter}`)]
}

function letterFlaws(rule: SchemeRule): readonly string[] {
  return Object.keys(rule.letters).flatMap(letters =>
    letters === letters.normalize('NFC') ? [] : [`${letters}: not NFC`],
  )
}

function flawsOfRule(rule: SchemeRule, scheme: Scheme, sequence: RegExp): readonly string[] {
  const flaws: string[] = []
  for (const context of [rule.after, rule.before].filter(one => one !== undefined))
    for (const name of context.match(/[A-Z]/g) ?? []) if (!scheme.sets?.[name]) flaws.push(`no set ${name}`)
  if (rule.after?.includes('$')) flaws.push('nothing stands after the end')
  if (rule.before?.includes('^')) flaws.push('nothing stands before the beginning')
  for (const [letters, spelling] of Object.entries(rule.letters)) {
    const spellings = typeof spelling === 'string' ? [spelling] : spelling
    if (!sequence.test(letters)) flaws.push(`${letters}: not lower case of the script`)
    if (spellings.length === 0 || new Set(spellings).size < spellings.length) flaws.push(`${letters}: none or repeated`)
    if (spellings.some(one => one !== one.normalize('NFC'))) flaws.push(`${letters}: a spelling is not NFC`)
  }
  return flaws
}

/** Entries that an earlier one with the same letters and no narrower context keeps from ever being used. */
function idleRules(scheme: Scheme): readonly string[] {
  const entries = (scheme.rules ?? []).flatMap(rule => Object.keys(rule.letters).map(letters => ({ ...rule, letters })))
  const covers = (a: string | undefined, b: string | undefined) => a === undefined || a === b
  return entries.flatMap((entry, i) => {
    const earlier = entries.slice(0, i).filter(one => one.letters === entry.letters)
    const isIdle = earlier.some(one => covers(one.after, entry.after) && covers(one.before, entry.before))
    return isIdle ? [`the rule for ${entry.letters} after ${entry.after} before ${entry.before} is never used`] : []
  })
}
