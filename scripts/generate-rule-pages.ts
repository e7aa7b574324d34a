import { existsSync, readdirSync, readFileSync } from 'node:fs'
import english from '../locales/en.json' with { type: 'json' }
import { scopes } from '../src/check/index.ts'
import { listRules, type RuleInfo } from '../src/project/index.ts'

const root = new URL('..', import.meta.url)
const folders = ['src/lint/rules/', 'src/qa/rules/']

/** `docs/rules/`: the rules' own pages, whose examples are their tests, and a list of all. */
export function generated(): ReadonlyMap<string, string> {
  const pages = folders
    .map(folder => new URL(folder, root))
    .filter(folder => existsSync(folder))
    .flatMap(folder =>
      readdirSync(folder)
        .filter(name => name.endsWith('.md'))
        .map(name => [name, readFileSync(new URL(name, folder), 'utf8')] as const),
    )
  const words: Readonly<Record<string, string>> = english
  const rows = pages.map(([name]) => {
    const code = name.replace('.md', '')
    return `| [${code}](${name}) | ${words[`rule.${code}`] ?? ''} |\n`
  })
  return new Map([
    ...pages.map(([name, page]) => [`docs/rules/${name}`, withSettings(name, forReaders(page))] as const),
    ['docs/rules/README.md', `# Rules\n\n| rule | what it finds |\n| --- | --- |\n${rows.sort().join('')}${foot}`],
  ])
}

/** What the configuration may say of every rule. */
const foot = `
## Settings of every rule

\`\`\`yaml
# tlumach.config.yaml
rules:
  first-mention: warning # on, or another severity: error, warning, info, off
  deprecated-spelling: { severity: error, except: [Kiev Star] } # texts that are let be
  style-violation: { scopes: [${scopes.slice(0, 3).join(', ')}] } # where it looks
overrides:
  - files: [archive/**]
    rules:
      deprecated-spelling: off
\`\`\`

Scopes are ${scopes.map(scope => `\`${scope}\``).join(', ')}. A later override goes before an earlier one, and a setting of a rule replaces
the one that was there. \`lint --interactive\` writes \`except\` for you.
`

/** What can be set of a rule stands before its examples; what it means the page itself says. */
function withSettings(name: string, page: string): string {
  const { code, options = {} } = listRules().find(rule => `${rule.code}.md` === name) as RuleInfo
  const rows = Object.entries(options).map(
    ([option, { default: usual, choices }]) =>
      `| \`${option}\` | \`${JSON.stringify(usual)}\` | ${choices ? choices.map(one => `\`${one}\``).join(', ') : kindOf(usual)} |\n`,
  )
  if (rows.length === 0) return page
  const values = Object.entries(options).map(([option, { default: usual }]) => `${option}: ${JSON.stringify(usual)}`)
  const sample = `\`\`\`yaml\n# tlumach.config.yaml\nrules:\n  ${code}: { severity: warning, ${values.join(', ')} }\n\`\`\`\n`
  const table = `| option | default | values |\n| --- | --- | --- |\n${rows.join('')}`
  return page.replace('## Examples\n', () => `## Settings\n\n${table}\n${sample}\n## Examples\n`)
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value)

/** In an example of the page «wrong→right» marks a finding. The fence says in words what the test is told in one. */
function forReaders(page: string): string {
  const says: Readonly<Record<string, string>> = {
    finds: 'Finds (as «found→suggested»)',
    informs: 'Remarks on',
    silent: 'Is silent on',
  }
  return page.replace(/^```text (finds|informs|silent)(.*)\n/gm, (_, kind: string, options: string) => {
    const given = options.trim() === '' ? '' : ` with \`${options.trim()}\``
    return `${says[kind]}${given}:\n\n\`\`\`text\n`
  })
}
