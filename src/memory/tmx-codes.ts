import type { MemoryCode, MemoryRun } from './entry.ts'

/** The content of a `<seg>` while it is read. */
export interface SegmentBuilder {
  open(name: string, attribute: (name: string) => string | undefined): void
  close(): void
  text(text: string): void
  /** What was read; an `open` or `close` without its partner is isolated. */
  finish(): MemoryRun[]
}

/** A code that is being read, or a `sub` in one. */
interface Frame {
  readonly name: string
  readonly code: Omit<MemoryCode, 'data'>
}

/** Codes of TMX 1.4b, Content Markup: bpt, ept, it, ph, ut stand for markup, hi marks text, sub is text inside markup. */
export function segmentBuilder(): SegmentBuilder {
  const runs: MemoryRun[] = []
  const frames: Frame[] = []
  let data = ''
  let flows: { start: number; end: number }[] = []
  let named = 0
  const isMarkup = ({ name }: Frame) => name !== 'hi' && name !== 'sub'
  const depth = () => frames.filter(isMarkup).length
  return {
    open(name, attribute) {
      if (name === 'hi') frames.push(openHighlight(runs, depth() > 0, attribute, `h${++named}`))
      else if (name === 'sub') {
        frames.push({ name, code: { kind: 'code', id: '' } })
        if (depth() === 1) flows.push({ start: data.length, end: data.length })
      } else {
        const code = codeOf(name, attribute, () => `c${++named}`)
        frames.push({ name: code ? name : 'sub', code: code ?? { kind: 'code', id: '' } })
        if (code && depth() === 1) {
          data = ''
          flows = []
        }
      }
    },
    close() {
      const frame = frames.pop()
      if (!frame) return
      if (frame.name === 'hi') {
        if (depth() === 0) runs.push({ kind: 'close', id: frame.code.id, data: '', highlight: true })
      } else if (frame.name === 'sub') {
        const last = flows.at(-1)
        if (last && depth() === 1) flows[flows.length - 1] = { start: last.start, end: data.length }
      } else if (depth() === 0) runs.push({ ...frame.code, data, ...(flows.length > 0 && { flows }) })
    },
    text(text) {
      if (depth() > 0) data += text
      else if (typeof runs.at(-1) === 'string') runs[runs.length - 1] += text
      else if (text !== '') runs.push(text)
    },
    finish: () => isolate(runs),
  }
}

function openHighlight(
  runs: MemoryRun[],
  inside: boolean,
  attribute: (name: string) => string | undefined,
  fallback: string,
): Frame {
  const type = attribute('type')
  const code = { kind: 'open', id: attribute('x') ?? fallback, ...(type !== undefined && { type }) } as const
  if (!inside) runs.push({ ...code, data: '', highlight: true })
  return { name: 'hi', code }
}

/** Undefined of an element that TMX does not have: its text counts as it is. */
function codeOf(
  name: string,
  attribute: (name: string) => string | undefined,
  fallback: () => string,
): Frame['code'] | undefined {
  const type = attribute('type')
  const also = type === undefined ? {} : { type }
  switch (name) {
    case 'bpt':
      return { kind: 'open', id: attribute('i') ?? fallback(), ...also }
    case 'ept':
      return { kind: 'close', id: attribute('i') ?? fallback() }
    case 'it':
      return {
        kind: attribute('pos') === 'end' ? 'close' : 'open',
        id: attribute('x') ?? fallback(),
        isolated: true,
        ...also,
      }
    case 'ph':
    case 'ut':
      return { kind: 'code', id: attribute('x') ?? fallback(), ...also }
    default:
      return undefined
  }
}

/** Marks the codes whose partner is missing, or is not behind them. */
export function isolate(runs: readonly MemoryRun[]): MemoryRun[] {
  const open = new Map<string, number>()
  const paired = new Set<number>()
  runs.forEach((run, i) => {
    if (typeof run === 'string' || run.isolated || run.highlight) return
    if (run.kind === 'open') open.set(run.id, i)
    const at = run.kind === 'close' ? open.get(run.id) : undefined
    if (at === undefined) return
    open.delete(run.id)
    paired.add(at).add(i)
  })
  return runs.map((run, i) => {
    if (typeof run === 'string' || run.kind === 'code' || run.isolated || run.highlight || paired.has(i)) return run
    return { ...run, isolated: true }
  })
}
