import type { Run } from '../../content/index.ts'
import { readReference } from '../entities.ts'
import type { MutableText } from '../growing.ts'

const signs = /\\[!-/:-@[-`{-~]|&[#\w]+;|(?<![ \t])[ \t]*\n[ \t>]*/g

/** A link title: escapes and references only (CommonMark 0.31 §6.3). Line ends take their indentation along. */
export function readTitle(text: string, start: number, end: number, marks = signs): Run[] {
  const run: MutableText = { kind: 'text', text: '', map: [] }
  const add = (value: string, from: number, to: number) => {
    run.map.push({ at: run.text.length, length: value.length, start: from, end: to })
    run.text += value
  }
  let pos = start
  for (const match of text.slice(start, end).matchAll(marks)) {
    const from = start + match.index
    if (from > pos) add(text.slice(pos, from), pos, from)
    pos = from + match[0].length
    const reference = match[0][0] === '&' ? readReference(text, from) : undefined
    if (match[0][0] === '\\') add(match[0][1]!, from, pos)
    else if (match[0][0] === '&') add(reference ? reference.text : match[0], from, pos)
    else add('\n', from, pos)
  }
  if (pos < end) add(text.slice(pos, end), pos, end)
  return run.text === '' ? [] : [run]
}
