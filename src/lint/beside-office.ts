import type { Case } from '../glossary/index.ts'
import { fold } from '../normalize/index.ts'
import { casesAllowed } from './governed.ts'
import { wordBefore } from './neighbours.ts'
import { isRole } from './roles.ts'
import { wordLists } from './word-lists.ts'

type Cyrillic = 'uk' | 'ru'

type Endings = readonly (readonly [RegExp, readonly Case[]])[]

/** Case endings of men's offices (президентом), and of women's in -а and -я; none is of the nominative. */
const endings: Readonly<Record<Cyrillic, { readonly man: Endings; readonly woman: Endings }>> = {
  uk: {
    man: [
      [/[оеє]м$/u, ['ins']],
      [/(?:[оеє]ві|[ую])$/u, ['dat', 'loc']],
      [/[ая]$/u, ['gen', 'acc']],
    ],
    woman: [
      [/[оеє]ю$/u, ['ins']],
      [/[ую]$/u, ['acc']],
      [/и$/u, ['gen']],
      [/і$/u, ['gen', 'dat', 'loc']],
    ],
  },
  ru: {
    man: [
      [/[оеё]м$/u, ['ins']],
      [/[ую]$/u, ['dat']],
      [/е$/u, ['loc']],
      [/[ая]$/u, ['gen', 'acc']],
    ],
    woman: [
      [/[ое][йю]$/u, ['ins']],
      [/[ую]$/u, ['acc']],
      [/[иы]$/u, ['gen']],
      [/е$/u, ['dat', 'loc']],
    ],
  },
}

/** The cases of an office that is not in the nominative; none where that is not told. */
function casesOf(office: string, language: Cyrillic): readonly Case[] {
  const { roles } = wordLists(language)
  const stem = office.replace(/[оеєё][юйм]$|[оеє]ві$|.$/u, '')
  if (roles.has(fold(office)) || !(roles.has(fold(stem)) || isRole(office, language))) return []
  const isWoman =
    roles.has(fold(`${stem}а`)) || roles.has(fold(`${stem}я`)) || roles.has(fold(`${stem.replace(/ц$/u, 'к')}а`))
  return endings[language][isWoman ? 'woman' : 'man'].find(([ending]) => ending.test(office))?.[1] ?? []
}

/** The word before a name is an office in another case than the nominative. */
export const isObliqueOffice = (text: string, start: number, language: Cyrillic): boolean => {
  const office = wordBefore(text, start, () => false)
  return office !== undefined && casesOf(text.slice(office.start, office.end).toLowerCase(), language).length > 0
}

/** Offices that nobody has: behind them no name is whose they are («з речником Зеленського» is well said). */
const ownedByNobody =
  /^(?:президент|канцлер|корол|цар|імператор|император|патріарх|патриарх|мер(?!к)|мэр|гетьман|гетман)/u

/** The clause ends behind a name that ends here, or goes on with another name or clause. */
export const closesClause = (text: string, end: number): boolean => closed.test(text.slice(end, end + 8))
const closed = /^(?:\s*$|\s*[.,;:!?…)»”]|\s(?:і|й|та|и|а|але|но|що|что|як|как)\s)/u

/**
 * The cases of an office right before a name, in which the name should stand, too: «із президентом Зеленського». Undefined where the
 * words are well said, or where the name may belong to what follows («з президентом Зеленського порівняли»).
 */
export function casesOfOffice(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  cases: readonly Case[],
  language: Cyrillic,
): readonly Case[] | undefined {
  const office = wordBefore(text, start, () => false)
  const written = office && text.slice(office.start, office.end).toLowerCase()
  const of = written ? casesOf(written, language) : []
  if (!written || of.length === 0 || cases.includes('nom') || cases.some(one => of.includes(one))) return undefined
  if (cases.includes('gen') && !ownedByNobody.test(written)) return undefined
  const governed = casesBefore(text, office.start, language)?.filter(one => of.includes(one)) ?? []
  return governed.length > 0 && closesClause(text, end) ? governed : undefined
}

/** What the preposition before an office governs, or before words of what somebody says: за словами радника. */
function casesBefore(text: string, start: number, language: Cyrillic): readonly Case[] | undefined {
  const word = wordBefore(text, start, () => false)
  return word && said.test(text.slice(word.start, word.end).toLowerCase())
    ? ['gen']
    : casesAllowed(text, start, language)?.cases
}

const said = /^(?:слова[мх]и?|думк[иу]|мнени[юя]|данными?|даними?|данным)$/u
