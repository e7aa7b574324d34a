import { primary } from './gather.ts'

/** English names of languages that headers of other programs use; a region may follow in brackets or behind an underscore. */
const names: Readonly<Record<string, string>> = {
  english: 'en',
  ukrainian: 'uk',
  russian: 'ru',
  belarusian: 'be',
  'crimean tatar': 'crh',
  polish: 'pl',
  german: 'de',
  french: 'fr',
  spanish: 'es',
  italian: 'it',
  portuguese: 'pt',
  czech: 'cs',
  slovak: 'sk',
  romanian: 'ro',
  hungarian: 'hu',
  bulgarian: 'bg',
  lithuanian: 'lt',
  latvian: 'lv',
  estonian: 'et',
  turkish: 'tr',
  dutch: 'nl',
  swedish: 'sv',
  finnish: 'fi',
  chinese: 'zh',
  japanese: 'ja',
}

const codes: ReadonlySet<string> = new Set(Object.values(names))

/** The language that a column's header names: `uk`, `en-GB`, `EN_us`, `English`, `English (United Kingdom)`, `English_United_Kingdom`. */
export function languageOfHeader(header: string): string | undefined {
  const text = header.trim().toLowerCase()
  if (/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/.test(text) && codes.has(primary(text))) return primary(text)
  const name = /^(crimean tatar|[a-z]+)(?:\s*\(.*\)|_[a-z_]+)?$/.exec(text)?.[1]
  return name === undefined || /_(def|info|example|note|status)$/.test(text) ? undefined : names[name]
}
