import { readFileSync } from 'node:fs'
import words from '../locales/rules/words.json' with { type: 'json' }
import { scopes } from '../src/check/index.ts'
import { uiLanguages } from '../src/i18n/index.ts'
import { listRules, type RuleInfo } from '../src/project/index.ts'
import { type PageLanguage, rulePages, settingsPage, translated } from './rule-page.ts'

type Words = (typeof words)['en']

/** `docs/rules/`: the rules' own pages and a list of all, in English; in the other languages in folders of their own. */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  const all = await Promise.all(uiLanguages.map(pagesIn))
  return new Map(all.flatMap(pages => [...pages]))
}

async function pagesIn(language: PageLanguage): Promise<ReadonlyMap<string, string>> {
  const own = words[language]
  const folder = language === 'en' ? 'docs/rules' : `docs/rules/${language}`
  const pages = await Promise.all(
    rulePages.map(async page => {
      const { markdown } = await translated(page, language)
      return [`${folder}/${page.code}.md`, withSettings(page.code, forReaders(markdown, own), own)] as const
    }),
  )
  return new Map([...pages, [`${folder}/README.md`, await listIn(language, own)] as const])
}

async function listIn(language: PageLanguage, own: Words): Promise<string> {
  const path = new URL(`../locales/${language}.json`, import.meta.url)
  const messages: Readonly<Record<string, string>> = JSON.parse(readFileSync(path, 'utf8'))
  const rows = rulePages.map(({ code }) => `| [${code}](${code}.md) | ${messages[`rule.${code}`] ?? ''} |\n`)
  const { markdown } = await translated(settingsPage, language)
  const foot = markdown.replace('`SCOPES`', scopes.map(scope => `\`${scope}\``).join(', '))
  const head = `# ${own.rules}\n\n${own.elsewhere}\n\n| ${own.rule} | ${own.about} |\n| --- | --- |\n`
  return `${head}${rows.sort().join('')}\n${foot}`
}

/** What can be set of a rule stands before its examples; what it means the page itself says. */
function withSettings(code: string, page: string, own: Words): string {
  const { options = {} } = listRules().find(rule => rule.code === code) as RuleInfo
  const rows = Object.entries(options).map(
    ([option, { default: usual, choices }]) =>
      `| \`${option}\` | \`${JSON.stringify(usual)}\` | ${choices ? choices.map(one => `\`${one}\``).join(', ') : own[kindOf(usual)]} |\n`,
  )
  if (rows.length === 0) return page
  const values = Object.entries(options).map(([option, { default: usual }]) => `${option}: ${JSON.stringify(usual)}`)
  const sample = `\`\`\`yaml\n# tlumach.config.yaml\nrules:\n  ${code}: { severity: warning, ${values.join(', ')} }\n\`\`\`\n`
  const table = `| ${own.option} | ${own.default} | ${own.values} |\n| --- | --- | --- |\n${rows.join('')}`
  return page.replace(/^## /m, () => `## ${own.settings}\n\n${table}\n${sample}\n## `)
}

const kindOf = (value: unknown) => (Array.isArray(value) ? 'list' : (typeof value as 'string' | 'number' | 'boolean'))

/** In an example of the page «wrong→right» marks a finding. The fence says in words what the test is told in one. */
function forReaders(page: string, own: Words): string {
  return page.replace(
    /^```text (finds|informs|silent)(.*)\n/gm,
    (_, kind: 'finds' | 'informs' | 'silent', options: string) => {
      const given = options.trim() === '' ? '' : ` ${own.given} \`${options.trim()}\``
      return `${own[kind]}${given}:\n\n\`\`\`text\n`
    },
  )
}
