/** What the form of a verb tells of its subject. */
export type Predicate = 'm' | 'f' | 'p' | 'present'

/** Past tense and participles by gender and number (p: also what has no subject), present tense of one person. */
const forms: readonly (readonly [Predicate, RegExp])[] = [
  ['f', /.(?:ла(?:с[ья])?|(?:ов|юв|рж|зн|зв|бр|сл|с)ана|[дж]жена|[щчшлнртв]ена|[бвкр]ита)$/u],
  ['p', /..ли(?:с[ья])?$|.[аеєя]но$|.[иу]то$/u],
  ['m', /.[аеёиіїоуыюя](?:л|в)(?:ся|сь)?$/u],
  ['present', /.(?:[еёи]т|[аеуюя]є|[иї]ть)$/u],
]

/** Words of such forms that are no verbs, and verbs without a subject. */
const none = new Set(
  'коли если или школи сили хвили пчели земли дела села сила школа скала жена цена страна охрана сцена стена члена измена война вина рана стол пол отдел футбол канал років сотень привет ответ совет нет лет свет рано стоит следует предстоит хватает немає бракує'.split(
    ' ',
  ),
)
const ofWomen = new Set('готова согласна должна згодна повинна рада'.split(' '))

/** What a word in lower case is as a predicate. */
export function predicateOf(word: string): Predicate | undefined {
  if (none.has(word)) return undefined
  return ofWomen.has(word) ? 'f' : forms.find(([, form]) => form.test(word))?.[0]
}

/** Verbs in the past tense, of women, that have no direct object: рассказала Валерия Кравцова. */
const withoutObject = new RegExp(
  `^(?:${[
    '(?:с|под|рас|по|пере|до|роз|від)?каз[аы]вала|(?:рас)?сказала|розповіла|заявила|заявляла|сообщила|повідомила|відповіла|ответила',
    'отметила|зазначила|добавила|додала|подчеркнула|підкреслила|наголосила|объяснила|пояснила|уточнила|пообещала|пообіцяла',
    'говорила|написала|думала|считала|вважала|умерла|скончалась|померла|загинула|погибла|стала|жила|сидела|сиділа|стояла|лежала',
    'спала|пела|співала|играла|грала|в[ыи]ступ[аи]ла|работала|працювала',
    '[а-яіїє]{0,4}(?:шла|йшла|ехала|їхала|бежала|бігла|летела|летіла|ходила|ездила|їздила|была|була|бувала|бывала)',
  ].join('|')})$`,
  'u',
)
const isReflexive = (verb: string): boolean => /с[ья]$/u.test(verb)
export const hasNoObject = (verb: string): boolean => isReflexive(verb) || withoutObject.test(verb)

/** Verbs that give, tell, help, allow, forbid, thank, call. */
const giving = new RegExp(
  `^(?:${'по за пере пре от об о со с вы ви на при про до у від роз рас раз из із з под під воз вос пред'.split(' ').join('|')}){0,2}(?:${[
    'да[лв]|дар[иу]|каз[аыу]|руч[иа]|мог|мага|пис|[зд]вон|телефон|вет|веча|віда?[лв]|звол|реш[иа]л|запре|заборон|ясн|свят|вер[ия]|вір|гро[зж]|дяк|благодар',
    'жела|бажа|лож|лаг|пропон|сла[лв]|адрес|плат|завещ|запові|мст|служ|меша|заваж|вод|мн|мин|гад|общ|відом|аплод|симпат|завид|заздр|верн|врат|пробач|прост[иа]л',
  ].join('|')})`,
  'u',
)
/** Whether somebody in the dative may follow such a verb. */
export const takesDative = (verb: string): boolean => isReflexive(verb) || giving.test(verb)
