import { fold } from '../normalize/index.ts'
import { clauseBefore, clauseBehind } from './neighbours.ts'

/** A verb right before a place's name has it as its object rather than as its subject: посетил Астану. */
const transitive = {
  ru: /(?<![\p{L}\p{M}-])(?!(?:был|стал)[аои]?\s)\p{Ll}{2,}(?:[аеиоуыя]л[аои]?|[аеиуя]ть|[юую]т|[еи]т|[ая]я|[ая]в|ив)\s+$/u,
  uk: /(?<![\p{L}\p{M}'’ʼ-])(?!(?:був|став)\s|(?:бул|стал)[аои]\s)[\p{Ll}'’ʼ]{2,}(?:[аеиоуяії]в|[аеиоуяів]л[аои]|ти|[аяую]ть|є|[аую]чи|вши)\s+$/u,
}

/** What moves goes into a place: въехал в Астану, поездка в Астану. */
const motion = {
  ru: /(?<![\p{L}\p{M}-])(?:(?:при|у|по|вы|за|пере|в|подъ|въ)?(?:ех|езж|езд|лет[еа]|шел|шл[аои]|вез|езет|бы(?:л[аои]?|ва\p{Ll}+|ти\p{Ll}+)(?<=при\p{Ll}+))|(?:при|во?|пере)(?:йти|йд|ход)|идет|идут|ид(?:я|ти)|отправ|направ|верну|возвра|вступ|вош[ел]|вторг|вторж|ворва|попа[лсд]|сосла|ссыл|достав|поставк|поставля|вв(?:ел|ест|ед|оз|од|ез)|пере(?:нес|нос|вез|воз|брос)|эваку|путь|визит|рейс|дорог|поезд|автобус|электричк|трасс)\p{Ll}*(?:\s+\p{Ll}+){0,2}?\s+(?:в|во|на)\s+$/u,
  uk: /(?<![\p{L}\p{M}'’ʼ-])(?:(?:при|ви|по|в|у|пере|за|до)?(?:їха|їзд|їжд|літ[аі]|йшо|йшл|йд|везл?)|прибу|відправ|поверн|поверт|рушив|рушил|вступ|вторг|потрап|заслан|постача|вв(?:ел|ест|ед|оз|ез)|пере(?:нес|вез|кин)|евакую|шлях|візит|рейс|дорог|поїзд|потяг|автобус|електричк|трас)\p{Ll}*(?:\s+\p{Ll}+){0,2}?\s+(?:в|у|на)\s+$/u,
}

/** Whether the name of a place that begins there is what is gone to, or the object of the verb before it. Asked only of forms that leave the case open. */
export function isAccusative(text: string, at: number, language: 'uk' | 'ru'): boolean {
  const before = clauseBefore(text, at)
  return transitive[language].test(before) || motion[language].test(fold(before))
}

const inside = /(?<![\p{L}\p{M}'’ʼ-])[УуВв]\s+$/u
const possessed =
  /(?<![\p{L}\p{M}'’ʼ-])(?:є|нема|немає|бу(?:в|л[аои]|де|дуть)|бракує|вистач\p{L}+|(?:за)?лиш(?:ив|ил|а)\p{L}*|(?:зʼ|з['’])?яви\p{L}+|сво[єїяю]\p{L}*)(?![\p{L}\p{M}'’ʼ-])/u

/** Whether the Ukrainian «у» before a place's name says where, not who has: «у» with the genitive speaks of what somebody has or lacks. */
export function isLocated(text: string, start: number, end: number): boolean {
  return inside.test(text.slice(Math.max(0, start - 3), start)) && !possessed.test(clauseBehind(text, end))
}
