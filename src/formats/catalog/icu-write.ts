import type { Run } from '../../content/index.ts'
import { quoteIcu } from './icu-quote.ts'
import type { Place, PlacedChoice } from './icu-tree.ts'

/**
 * The message with new texts at some of its paths; runs lead to the message. A plural in which anything changes gets the branches of the
 * language: a missing one where it has a text, and none that the language does not have.
 */
export function writeIcu(
  message: string,
  root: Place,
  tagged: boolean,
  changes: ReadonlyMap<string, readonly Run[]>,
): string {
  const doubles = message.includes("''")
  const place = (of: Place): { readonly text: string; readonly changed: boolean } => {
    const { path, fragment, choices, branch } = of
    const inner = new Map(choices.map(placed => [placed.choice.start, choice(placed)]))
    const code = (start: number, end: number) => inner.get(start)?.text ?? message.slice(start, end)
    const runs = changes.get(path)
    if (runs) {
      const isTop = branch === undefined
      return {
        text: quoteIcu(runs, message, { isPlural: fragment.isPlural, isTop, tagged, doubles }, code),
        changed: true,
      }
    }
    let text = ''
    let at = fragment.start
    for (const { choice } of choices) {
      text += message.slice(at, choice.start) + code(choice.start, choice.end)
      at = choice.end
    }
    return { text: text + message.slice(at, fragment.end), changed: [...inner.values()].some(({ changed }) => changed) }
  }
  const choice = ({ choice, places }: PlacedChoice): { readonly text: string; readonly changed: boolean } => {
    const spelled = places.map(branch => ({ branch, ...place(branch) }))
    if (!spelled.some(({ changed }) => changed))
      return { text: message.slice(choice.start, choice.end), changed: false }
    const written = spelled.filter(({ branch, changed }) => changed || !branch.branch!.isMissing)
    return { text: spellChoice(message, choice, written), changed: true }
  }
  return place(root).text
}

function spellChoice(
  message: string,
  { start, end, branches }: PlacedChoice['choice'],
  written: readonly { readonly branch: Place; readonly text: string }[],
): string {
  const head = message.slice(start, branches[0]!.start)
  const gapBefore = (index: number) =>
    index > 0 && index < branches.length ? message.slice(branches[index - 1]!.end, branches[index]!.start) : undefined
  const usual = gapBefore(1) ?? ' '
  const parts = written.map(({ branch, text }, i) => {
    const own = branches.findIndex(({ fragment }) => fragment === branch.fragment)
    const { selector, isMissing } = branch.branch!
    const { start: from, fragment } = branches[own]!
    const beforeBrace = message.slice(from + branches[own]!.selector.length, fragment.start)
    const gap = i === 0 ? '' : isMissing ? usual : (gapBefore(own) ?? usual)
    return `${gap}${selector}${beforeBrace}${text}}`
  })
  return head + parts.join('') + message.slice(branches.at(-1)!.end, end)
}
