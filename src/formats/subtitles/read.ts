import type { Block, Document, Limits, Piece, Run } from '../../content/index.ts'
import type { Reading } from '../../text/index.ts'
import { type Decoded, runsOf, type Token } from '../lift.ts'
import { type Cue, type Dialect, readCues } from './cues.ts'
import type { Pace } from './pace.ts'

/** One block a cue; line ends in it are "\n". A sentence that runs over cues is told as a note of each. Linear. */
export function readSubtitles(
  source: string,
  dialect: Dialect,
  tokens: (text: string) => Token[],
  pace: Pace,
): Reading<Document> {
  const { cues, comments, problems } = readCues(source, dialect)
  const shown = cues.flatMap((cue, i) => {
    const decoded = decodeCue(source, cue)
    const runs = runsOf(tokens(decoded.text), decoded)
    return hasText(runs) ? [{ id: `c${i + 1}`, cue, runs, text: textOf(runs) }] : []
  })
  const blocks = shown.map(({ id, cue, runs, text }, i): Block => {
    const context = sentenceAround(shown[i - 1]?.text, text, shown[i + 1]?.text)
    return {
      id,
      kind: 'paragraph',
      scope: 'body',
      span: { start: cue.lines[0]!.start, end: cue.lines.at(-1)!.end },
      runs,
      ...(context === undefined ? {} : { notes: [{ category: 'context', text: context }] }),
      limits: limitsOf(cue, pace),
    }
  })
  return { value: { parts: [], blocks, embedded: [], comments }, problems }
}

function decodeCue(source: string, { lines }: Cue): Decoded {
  let text = ''
  const map: Piece[] = []
  const add = (value: string, start: number, end: number) => {
    if (value !== '') map.push({ at: text.length, length: value.length, start, end })
    text += value
  }
  for (const [i, { start, end }] of lines.entries()) {
    if (i > 0) add('\n', lines[i - 1]!.end, start)
    add(source.slice(start, end), start, end)
  }
  return { text, map }
}

const hasText = (runs: readonly Run[]) => runs.some(run => run.kind === 'text' && /\S/.test(run.text))
const textOf = (runs: readonly Run[]) =>
  runs
    .map(run => (run.kind === 'text' ? run.text : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

const sentenceEnd = /[.!?…♪]["»”’')\]]*$/

/** The cue with the neighbours that its sentence begins or goes on in; undefined where it stands alone. */
function sentenceAround(before: string | undefined, text: string, after: string | undefined): string | undefined {
  const parts = [
    ...(before !== undefined && !sentenceEnd.test(before) ? [before] : []),
    text,
    ...(after !== undefined && !sentenceEnd.test(text) ? [after] : []),
  ]
  return parts.length > 1 ? parts.join(' ') : undefined
}

const limitsOf = ({ seconds }: Cue, { lines, charactersPerLine, charactersPerSecond }: Pace): Limits => ({
  lines,
  charactersPerLine,
  ...(seconds === undefined ? {} : { seconds, charactersPerSecond }),
})
