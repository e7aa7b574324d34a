import { provenance, type Term, unitsOf, type XliffDocument } from '../xliff/index.ts'
import { element, writeXml } from '../xml/index.ts'

/** The profiles that are OmegaT's. */
export const omegatProfiles: readonly string[] = ['omegat', 'omegat3']

/** The folders that OmegaT expects in a project. */
export const omegatFolders: readonly string[] = ['source', 'target', 'tm', 'glossary', 'dictionary', 'omegat']

/** `omegat.project`: all folders where OmegaT has them by default; sentences are found by OmegaT. */
export function omegatSettings({ sourceLanguage = 'und', targetLanguage = 'und' }: XliffDocument): string {
  const folders = ['source_dir', 'target_dir', 'tm_dir', 'glossary_dir', 'glossary_file', 'dictionary_dir']
  const settings = {
    ...Object.fromEntries(folders.map(name => [name, '__DEFAULT__'])),
    source_lang: sourceLanguage.toUpperCase(),
    target_lang: targetLanguage.toUpperCase(),
    sentence_seg: 'true',
    support_default_translations: 'true',
    remove_tags: 'false',
  }
  const children = Object.entries(settings).map(([name, value]) => element(name, {}, value))
  return writeXml(element('omegat', {}, element('project', { version: '1.0' }, ...children)), { mixed: new Set() })
}

/**
 * The terms of exported files as OmegaT reads them from a `.utf8` file: source, translation, and a remark that begins with the case
 * forms, to be copied. Each pair is there once.
 */
export function omegatGlossary(files: readonly XliffDocument[]): string {
  const rows = new Map<string, string>()
  for (const file of files) {
    for (const { terms } of unitsOf(file)) {
      for (const term of terms)
        for (const { text } of term.translations) rows.set(`${term.term}\n${text}`, row(term, text))
    }
  }
  return [...rows.values()].sort().join('')
}

function row(term: Term, translation: string): string {
  const said = (type: string) =>
    term.metadata.filter(meta => meta.category === provenance && meta.type === type).map(({ text }) => text)
  const remark = [said('form').join(', '), term.definition, ...said('note')].filter(part => part).join('; ')
  return `${[term.term, translation, remark].map(cell => cell.replace(/\s+/g, ' ').trim()).join('\t')}\n`
}
