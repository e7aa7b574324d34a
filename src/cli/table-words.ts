import type { Exported, TableWords } from '../project/index.ts'
import type { Session } from './session.ts'

/** The words of a bilingual table in the language of the interface. */
export function tableWords(model: Exported['files'][number]['model'], { words }: Session): TableWords {
  const languages = new Intl.DisplayNames([words.language], { type: 'language' })
  const named = (tag: string | undefined) => {
    const name = languages.of(tag ?? 'und') ?? ''
    return name.charAt(0).toLocaleUpperCase(words.language) + name.slice(1)
  }
  return {
    title: model.files[0]?.original ?? '',
    number: '№',
    source: named(model.sourceLanguage),
    target: named(model.targetLanguage),
    comment: words.message('table.comment'),
    help: words.message('table.help'),
  }
}
