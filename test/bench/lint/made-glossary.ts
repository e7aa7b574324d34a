import type { Concept, Glossary, Term } from '../../../src/termbase/index.ts'
import { lot } from './random.ts'

const starts = 'Бар Вер Гор Дуб Зар Кал Лип Мар Нес Ост Пер Рад Сам Тер Хор Чер Шум Яр Бор Вол Гал Дон Жур Зел Кам Лоз'
const middles = 'ан ев ин ол ун ар ел ов ус ят ош ак еч им оп ад ід уд ом ас'
const families = 'енко|енко чук|чук ський|ский як|як ко|ко юк|юк ець|ец ович|ович'
const places = 'івка|овка ськ|ск город|город ове|ово пілля|полье івці|овцы'
const given = 'Андрій|Андрей Богдан|Богдан Василь|Василий Іван|Иван Микола|Николай Олег|Олег Петро|Пётр Тарас|Тарас'

/**
 * A glossary of `count` terms: what a person would have typed, each a spelling in a language. Half of the concepts are people, half
 * places, by names that nobody has; each has English spellings that are to be avoided. The spellings and case forms that are derived come on top.
 */
export function madeGlossary(count: number): Glossary {
  const { pick } = lot(20260101)
  const pairs = (list: string) => list.split(' ').map(pair => pair.split('|') as [string, string])
  const [first, middle] = [starts.split(' '), middles.split(' ')]
  const seen = new Set<string>()
  const concepts: Concept[] = []
  for (let terms = 0; terms < count; ) {
    const person = concepts.length % 2 === 0
    const [uk, ru] = pick(pairs(person ? families : places))
    const stem = `${pick(first)}${pick(middle)}${pick(middle)}${terms > 20_000 ? pick(middle) : ''}`
    if (seen.has(stem + uk)) continue
    seen.add(stem + uk)
    const concept = person
      ? personOf(concepts.length, stem, uk, ru, pick(pairs(given)))
      : placeOf(concepts.length, stem, uk, ru)
    terms += concept.terms.length + (person ? 4 : 2)
    concepts.push(concept)
  }
  return { concepts, styles: [] }
}

const latin =
  'а=a б=b в=v г=h д=d е=e ж=zh з=z и=y і=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u х=kh ч=ch ш=sh я=ia ю=iu й=i ц=ts ь='
const letters = new Map(latin.split(' ').map(pair => pair.split('=') as [string, string]))

/** Rough, as a person types what he has seen somewhere: `avoided` spellings need be no table's. */
function typed(cyrillic: string): string {
  const text = [...cyrillic.toLowerCase()].map(letter => letters.get(letter) ?? letter).join('')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const term = (text: string, part: Term['part'], status: Term['status']): Term => ({ lang: 'en', text, part, status })
const none = { former: [], except: [] } as const

function personOf(n: number, stem: string, uk: string, ru: string, [givenUk, givenRu]: [string, string]): Concept {
  const family = typed(stem + uk)
  const spelled = [`${family.replace('kh', 'ch')}h`, family.replaceAll('y', 'yi').replace('i', 'ee')]
  const terms = [...new Set(spelled)].map(text => term(text, 'family', 'deprecated'))
  const names = {
    uk: { given: givenUk, family: stem + uk },
    ru: { given: givenRu, family: stem.replaceAll('і', 'и') + ru },
  }
  return { id: `person-${n}`, kind: 'person', gender: 'm', names, terms, ...none }
}

function placeOf(n: number, stem: string, uk: string, ru: string): Concept {
  const name = typed(stem + uk)
  const spelled = [`${name.replace('v', 'w')}e`, name.replace('k', 'ck').replace('a', 'aa')]
  const terms = [
    term(name, 'name', 'preferred'),
    ...[...new Set(spelled)].filter(text => text !== name).map(text => term(text, 'name', 'deprecated')),
  ]
  const names = { uk: { name: stem + uk }, ru: { name: stem.replaceAll('і', 'и') + ru } }
  return { id: `place-${n}`, kind: 'place', names, terms, ...none }
}
