import { columns, folded } from '../report/index.ts'
import { type Group, type Offer, respelled, type Variant, variantsOf } from './fix-groups.ts'
import type { Session } from './session.ts'

/** Places of a spelling that are shown. */
const mostPlaces = 5
/** Columns before a spelling. */
const indent = 5
/** Columns where no terminal says how wide it is. */
const widest = Number.POSITIVE_INFINITY

/** What a person wants of a group: changes, its spellings let be for ever, no more questions, or nothing of all that was said. */
export type Answer =
  | { readonly kind: 'change'; readonly offers: readonly Offer[] }
  | { readonly kind: 'except' }
  | { readonly kind: 'finish' }
  | { readonly kind: 'abandon' }

/** Gives the next answer; undefined at the end of the input. */
export type Ask = (question: string) => Promise<string | undefined>

/** Shows a group and asks until the answer is understood. */
export async function askAbout(group: Group, count: string, ask: Ask, session: Session): Promise<Answer> {
  const { terminal, words, paint } = session
  const variants = variantsOf(group)
  terminal.out(asText(group, variants, count, session))
  for (;;) {
    const choices = folded(
      words.message('interactive.choices', { preferred: group.preferred }),
      paint.columns ?? widest,
    )
    const said = await ask(`${choices.join('\n')}\n> `)
    const answer = said === undefined ? undefined : await answerOf(said.trim(), group, variants, ask, session)
    if (answer) return answer
    if (said === undefined) return { kind: 'abandon' }
  }
}

function asText(group: Group, variants: readonly Variant[], count: string, { words, paint }: Session): string {
  const rows = variants.map(({ text, places }, i) => {
    const named = places.slice(0, mostPlaces).map(({ place }) => place)
    const more = places.length > mostPlaces ? ', …' : ''
    const suggested = i === 0 ? `${words.message('interactive.suggested')} ` : ''
    const count = places.length > 0 ? `× ${places.length}  ` : ''
    const room = (paint.columns ?? widest) - indent
    const rest = room - columns(`${text} ${suggested}${count}`)
    const begins = columns(`${named[0] ?? ''},`) <= rest
    const where = folded(named.join(', ') + more, room, begins ? rest : room).map(line => paint.faint(line))
    const how = i === 0 ? paint.good(text) : text
    const lines = begins ? where : ['', ...where]
    return `  ${i + 1}  ${how} ${suggested}${count}${lines.join(`\n${' '.repeat(indent)}`)}`.replace(/ +$/gm, '')
  })
  return `\n${paint.strong(`[${count}]`)} ${paint.faint(group.code)}\n${rows.join('\n')}\n`
}

/** Undefined where the answer is not understood or cannot be done. */
async function answerOf(
  said: string,
  group: Group,
  variants: readonly Variant[],
  ask: Ask,
  session: Session,
): Promise<Answer | undefined> {
  switch (said.toLowerCase()) {
    case '':
    case 'a':
    case '1':
      return { kind: 'change', offers: group.offers }
    case 's':
      return { kind: 'change', offers: [] }
    case 'e':
      return { kind: 'except' }
    case 'q':
      return { kind: 'finish' }
    case 'o':
      return await oneByOne(group, ask, session)
  }
  const winner = said.startsWith('=') ? said.slice(1).trim() : variants[Number(said) - 1]?.text
  if (!winner) return undefined
  const offers = winner === group.preferred ? group.offers : respelled(group, winner)
  if (!offers) session.note('interactive.cases')
  return offers && { kind: 'change', offers }
}

async function oneByOne({ offers }: Group, ask: Ask, { words }: Session): Promise<Answer> {
  const chosen: Offer[] = []
  for (const offer of offers) {
    const { place, text, preferred } = offer
    const said = (await ask(`${words.message('interactive.one', { place, text, preferred })} `))?.trim().toLowerCase()
    if (said === undefined) return { kind: 'abandon' }
    if (said === 'y') chosen.push(offer)
  }
  return { kind: 'change', offers: chosen }
}
