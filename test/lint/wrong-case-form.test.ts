import { describe, expect, it } from 'vitest'
import { lint, openProject } from '../../src/project/index.ts'
import { memoryHost, settings, source } from './open.ts'

const glossary = `
concepts:
  - { id: podoliak, kind: person, gender: m, uk: { given: Михайло, patronymic: Михайлович, family: Подоляк }, ru: { given: Михаил, patronymic: Михайлович, family: Подоляк } }
  - { id: kovalchuk, kind: person, gender: f, uk: { given: Олена, family: Ковальчук }, ru: { given: Елена, family: Ковальчук } }
  - { id: kyiv, kind: place, uk: { name: Київ }, ru: { name: Киев } }
  - { id: kryvyi-rih, kind: place, uk: { name: Кривий Ріг }, ru: { name: Кривой Рог } }
  - { id: nova-kakhovka, kind: place, uk: { name: Нова Каховка }, ru: { name: Новая Каховка } }
  - { id: kakhovka, kind: place, uk: { name: Каховка }, ru: { name: Каховка } }
  - { id: kamianets, kind: place, uk: { name: Кам’янець-Подільський }, ru: { name: Каменец-Подольский } }
  - { id: kemerovo, kind: place, uk: { name: Кемерово }, ru: { name: Кемерово } }
`
const { project } = await openProject(memoryHost({ 'g.yaml': glossary }), { glossaries: ['g.yaml'], version: 'test' })
const on = settings({ rules: { 'wrong-case-form': 'warning' } })

/** Findings stand in the text as «written→suggested». */
async function check(marked: string): Promise<void> {
  const text = marked.replaceAll(/«([^»→]+)→[^»]+»/gu, '$1')
  const { problems } = await lint(project!, source(text), on)
  const found = problems.filter(p => p.code === 'wrong-case-form')
  let out = text
  for (const { span, data } of [...found].reverse())
    out = `${out.slice(0, span.start)}«${out.slice(span.start, span.end)}→${data?.preferred}»${out.slice(span.end)}`
  expect(out).toBe(marked)
  expect(found.flatMap(p => p.fixes ?? []).filter(fix => fix.kind !== 'unsafe')).toEqual([])
}

describe('words of one name in different cases', () => {
  it.each([
    'Це сказано «Михайла Подоляком→Михайлом Подоляком», коли їхали.',
    'Його бачили з «Михайлом Подоляк→Михайлом Подоляком» учора ввечері.',
    'Це лист від «Михайлові Подоляка→Михайла Подоляка» з міста.',
    'Це було інтерв’ю «Михайла Михайловичу Подоляка→Михайла Михайловича Подоляка», що його ще не чули.',
    'Это он узнал от «Михаила Подоляку→Михаила Подоляка» и уехал.',
    'Вони їхали до «Кривого Розі→Кривого Рогу», а не додому.',
    'Усе це було у «Новій Каховки→Новій Каховці», як відомо.',
    'Їх чекали в «Кам’янці-Подільського→Кам’янці-Подільському» цілий день.',
    'Президент вручил орден «Михаилу Подоляк→Михаилу Подоляку».',
    'Они жили в «Кривом Рога→Кривом Роге», где было тихо.',
  ])('%s', check)
})

describe('prepositions that do not govern the case', () => {
  it.each([
    'Вони їхали до «Києву→Києва» цілий день.',
    'Ці слова були у «Подоляк→Подоляка» на вустах.',
    'Це йшло від «Михайлові Подоляку→Михайла Подоляка», не від нас.',
    'Він їхав через «Кривого Рогу→Кривий Ріг» до моря.',
    'Это было из «Киеву→Киева», откуда же ещё.',
    'ВОНИ ЇХАЛИ ДО «КИЄВУ→КИЄВА», ЯК І ЩОДНЯ.',
  ])('%s', check)
})

describe('offices and names', () => {
  it.each([
    'Зустріч із президентом «Подоляка→Подоляком» тривала годину, як завжди.',
    'Усе готово, за словами радника «Подоляком→Подоляка», який тут був.',
    'Вони були вдома, без радника «Подоляком→Подоляка».',
    'Радника «Михайло Подоляка→Михайла Подоляка» вітали всі.',
    'Это для «Михаил Подоляка→Михаила Подоляка», а не для всех.',
    'Все были на встрече с президентом «Подоляка→Подоляком».',
    'Это по словам советника «Подоляком→Подоляка», который был здесь.',
    'Самолёт, как и прежде, летел над «Киева→Киевом».',
    'Поїзд, як і раніше, стоїть під «Каховка→Каховкою» та чекає.',
  ])('%s', check)
})

describe('what another reading explains', () => {
  it.each([
    'Михайло Подоляка не чув, а Подоляк Михайла бачив щодня.',
    'Про це писали Ковальчук і Подоляк; у Ковальчук і в Олени Ковальчук усе є.',
    'Вони їхали до Києва, у Київ, з Києва, під Київ, за Київ, Києвом, по Києву, в Києві.',
    'Після Київ мовчав, а навколо Київ спав.',
    'За Подоляка, за Подоляком, над Київ і над Києвом ще літають.',
    'Це слова В Подоляк, а також подружжя Михайла та Олени Подоляків.',
    'Його бачили у Подоляк-Юрченко, як і щороку.',
    'Нова Каховка і Нової Каховки, у Новій Каховці, з Каховки та Нової Каховки.',
    'Вони їздили з президентом Подоляка зустрічати; з радником Подоляка говорили всі.',
    'З президентом Подоляк не говорив, а президентові Подоляка показали вчора.',
    'Без радника Подоляком ніхто не цікавиться, як і раніше.',
    'Они ехали из Кемерово и из Кемерова, в Кемерово и в Кемерове.',
    'Это Михаил Подоляк, с Михаилом Подоляком, у Подоляка, с Еленой Ковальчук.',
  ])('%s', check)
})

it('is off by default', async () => {
  const { problems } = await lint(project!, source('Вони їхали до Києву цілий день.'), settings())
  expect(problems).toEqual([])
})
