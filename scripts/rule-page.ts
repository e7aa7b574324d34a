import { readdirSync, readFileSync } from 'node:fs'
import type { uiLanguages } from '../src/i18n/index.ts'
import { diskHost } from '../src/node/index.ts'
import { mergeDocument, openProject, openXliff, type Project, settingsOf } from '../src/project/index.ts'

/**
 * The pages of the rules as they are written: the English one stands beside its rule and holds the examples, which are the rule's
 * tests; what people read in it is translated in `locales/rules/LANGUAGE/RULE.xlf` and merged as any translator's work.
 */

export type PageLanguage = (typeof uiLanguages)[number]

export interface RulePage {
  readonly code: string
  /** From the root of the project. */
  readonly path: string
  readonly markdown: string
}

const root = new URL('..', import.meta.url)
const folders = ['src/lint/rules/', 'src/qa/rules/']
const { project } = await openProject(diskHost, { glossaries: [], version: '' })

const pageAt = (path: string): RulePage => ({
  code: path.replace(/^.*\/|\.md$/g, ''),
  path,
  markdown: readFileSync(new URL(path, root), 'utf8'),
})

/** All pages in English. */
export const rulePages: readonly RulePage[] = folders.flatMap(folder =>
  readdirSync(new URL(folder, root))
    .filter(name => name.endsWith('.md'))
    .map(name => pageAt(folder + name)),
)

/** What is said of the settings of every rule, in English. */
export const settingsPage: RulePage = pageAt('locales/rules/settings.md')

/** A page in a language; what is not translated, or was of a sentence that has changed, stays English, and `complete` is false. */
export async function translated(
  page: RulePage,
  language: PageLanguage,
): Promise<{ readonly markdown: string; readonly complete: boolean }> {
  if (language === 'en') return { markdown: page.markdown, complete: true }
  const path = `locales/rules/${language}/${page.code}.xlf`
  const xliff = openXliff({ path, bytes: readFileSync(new URL(path, root)) })
  const document = { path: page.path, bytes: new TextEncoder().encode(page.markdown) }
  const { result, segments } = await mergeDocument(project as Project, xliff, document, settingsOf({}, {})(page.path))
  const markdown = result ? new TextDecoder().decode(result.bytes) : page.markdown
  return { markdown, complete: segments.total > 0 && segments.translated === segments.total }
}
