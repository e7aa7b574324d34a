import { isCode, type Part, wordCharacter } from './parts.ts'

/**
 * The characters beside codes that must be written as numbers. CommonMark 0.31 §6.2: a mark opens before what is no white
 * space, and beside a letter only before a letter; it closes so behind. A number is punctuation: it can stand for the white
 * space inside and for the letter outside.
 */
export function rimUnits(parts: readonly Part[]): Set<number> {
  const rims = new Set<number>()
  let at = 0
  for (const [i, part] of parts.entries()) {
    const end = at + part.text.length
    if (part.kind === 'text') {
      if (needsNumber(parts, i, -1)) rims.add(at)
      if (needsNumber(parts, i, 1)) rims.add(end - 1)
    }
    at = end
  }
  return rims
}

/** Whether the character of a text at its rim towards the code after it (`step` 1) or before it (-1) must be a number. */
function needsNumber(parts: readonly Part[], index: number, step: 1 | -1): boolean {
  const neighbour = parts[index + step]
  if (neighbour?.kind !== 'source' || neighbour.code === undefined) return false
  const own = parts[index]!.text.at(step === 1 ? -1 : 0) ?? ''
  if (neighbour.code === 'code') return step === 1 && /\w/.test(own) && /^\w/.test(neighbour.text)
  const isInside = (neighbour.code === 'open') === (step === -1)
  if (isInside) return /\s/.test(own)
  let other = index + step
  while (isCode(parts[other])) other += step
  const inner = parts[other]?.text.at(step === 1 ? 0 : -1) ?? ''
  return wordCharacter.test(own) && (!wordCharacter.test(inner) || neighbour.text.startsWith('_'))
}
