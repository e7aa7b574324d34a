import { decline } from '../../../src/inflect/index.ts'
import { findScheme, romanize } from '../../../src/romanize/index.ts'
import type { Concept, Glossary } from '../../../src/termbase/index.ts'
import { type Lot, lot } from './random.ts'

type Written = 'en' | 'uk' | 'ru'

/** `P` a person, `L` a place, `U` a person of no glossary; a small letter asks for the genitive. Each sentence costs one name or more. */
const sentences: Readonly<Record<Written, readonly string[]>> = {
  en: [
    'The talks were to begin at ten, said P, but the second delegation came two hours late because the road from L was closed.',
    'Nobody in L expected that the bridge would be open again before the winter.',
    'According to P, the money for the new hospital has been in the budget since spring, and the work will end in October.',
    'People who left L in the first weeks are coming back, though the schools still teach online three days a week.',
    '“We asked for one thing only,” P told reporters after the session, “and that was time.”',
    'A train from L brought flour, diesel engines and about four hundred letters.',
    'It was P who signed the order; his deputy, U, learned of it from the newspapers.',
    'The court in L heard eleven witnesses on Thursday and adjourned until the following week.',
    'Prices of bread and fuel rose by a fifth over the year, and P called the figures “an average of two different countries”.',
    'The library of L lent out 3,412 books in March, which is more than in any month before the war.',
    'Critics of P say that the reform was written in a hurry; its authors answer that nobody had offered another.',
    'The road between L and L is one of the oldest in the region, and it was never wide.',
    'In the evening P and P spoke by telephone for about forty minutes, their offices said.',
    'Volunteers in L collect batteries, warm clothes and medicines, and send a lorry to the east every Friday.',
    'Last year the orchestra played in London, Vienna and Toronto; this year it plays at home, and P conducts.',
  ],
  uk: [
    'Як повідомив P, роботи на мосту триватимуть до кінця жовтня, а рух відкриють поступово.',
    'Потяг прибув до l із запізненням на дві години через негоду.',
    'За словами p, гроші на нову лікарню закладено в бюджеті ще навесні.',
    'Мешканці l збирають теплий одяг і ліки та щоп’ятниці відправляють вантажівку на схід.',
    'Суд заслухав одинадцять свідків і оголосив перерву до наступного тижня, розповів P журналістам.',
    'У школах l діти вчаться за комп’ютером три дні на тиждень, решту часу в укритті.',
  ],
  ru: [
    'Как сообщил P, работы на мосту продлятся до конца октября, а движение откроют постепенно.',
    'Поезд прибыл из l с опозданием на два часа из-за непогоды.',
    'По словам p, деньги на новую больницу заложены в бюджет ещё весной.',
    'Жители l собирают тёплую одежду и лекарства и каждую пятницу отправляют грузовик на восток.',
    'Суд заслушал одиннадцать свидетелей и объявил перерыв до следующей недели, рассказал P журналистам.',
    'В школах l дети учатся за компьютером три дня в неделю, остальное время в укрытии.',
  ],
}
const headings: Readonly<Record<Written, string>> = {
  en: 'After the talks',
  uk: 'Після переговорів',
  ru: 'После переговоров',
}
const unlisted = ['Havryliuk', 'Petrashchuk', 'Stone', 'Miller', 'Zabolotnyi', 'O’Brien', 'Kravchuk', 'Nguyen']

/** Writes names as the glossary prefers them; every fifth as it does not. */
interface Writer {
  name(kind: 'person' | 'place', language: Written, genitive: boolean): string
  readonly lot: Lot
}

function writerOf({ concepts }: Glossary, seed: number): Writer {
  const chance = lot(seed)
  const scheme = findScheme('kmu-2010')!
  const lists = {
    person: concepts.filter(concept => concept.kind === 'person'),
    place: concepts.filter(concept => concept.kind === 'place'),
  }
  return {
    lot: chance,
    name(kind, language, genitive) {
      const concept = chance.pick(lists[kind])
      const wrong = chance.upTo(5) === 0
      const status = wrong ? 'deprecated' : 'preferred'
      if (language === 'en')
        return (
          concept.terms.find(term => term.status === status)?.text ?? romanize(written(concept, kind, 'uk'), scheme)
        )
      const from = wrong ? (language === 'uk' ? 'ru' : 'uk') : language
      const text = written(concept, kind, from)
      const form = kind === 'person' ? 'family' : 'place'
      return (genitive ? decline(text, { language: from, kind: form }).gen?.[0] : undefined) ?? text
    },
  }
}

const written = ({ names }: Concept, kind: 'person' | 'place', language: 'uk' | 'ru'): string =>
  names[language]![kind === 'person' ? 'family' : 'name']!

function sentenceOf(writer: Writer, language: Written): string {
  return writer.lot
    .pick(sentences[language])
    .replaceAll(/(?<!\p{L})[PLUpl](?!\p{L})/gu, slot =>
      slot === 'U'
        ? writer.lot.pick(unlisted)
        : writer.name(/p/i.test(slot) ? 'person' : 'place', language, /[pl]/.test(slot)),
    )
}

/**
 * Articles of about three to twelve thousand bytes, half of them English, some `bytes` together: headings, emphasis, links, lists and
 * quotations, with five names or more a thousand bytes. The same in each run.
 */
export function articles(glossary: Glossary, bytes: number, markdown: boolean): string[] {
  const writer = writerOf(glossary, 7)
  const all: string[] = []
  for (let total = 0; total < bytes; ) {
    const language = (['en', 'uk', 'en', 'ru'] as const)[all.length % 4]!
    const article = articleOf(writer, language, 8 + writer.lot.upTo(24), markdown)
    total += Buffer.byteLength(article)
    all.push(article)
  }
  return all
}

function articleOf(writer: Writer, language: Written, paragraphs: number, markdown: boolean): string {
  const title = `${headings[language]}: ${writer.name('place', language, false)}`
  const out = [markdown ? `# ${title}` : title]
  for (let i = 0; i < paragraphs; i++) {
    const lines = Array.from({ length: 2 + writer.lot.upTo(2) }, () => sentenceOf(writer, language))
    out.push(markdown ? marked(lines, i, writer.lot) : lines.join('\n'))
  }
  return `${out.join('\n\n')}\n`
}

/** What desks use of Markdown. */
function marked(lines: readonly string[], i: number, { upTo }: Lot): string {
  if (i % 9 === 4) return lines.map(line => `- ${line}`).join('\n')
  if (i % 9 === 6) return lines.map(line => `> ${line}`).join('\n')
  if (i % 9 === 7) return `## ${lines[0]!.split(/[,.;]/)[0]}\n\n${lines[1]}`
  const words = lines.join('\n').split(' ')
  const at = 1 + upTo(words.length - 2)
  words[at] =
    i % 3 === 0 ? `**${words[at]}**` : i % 3 === 1 ? `[${words[at]}](https://example.org/${i})` : `*${words[at]}*`
  return words.join(' ')
}
