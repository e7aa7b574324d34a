import ignore from 'ignore'
import type { RuleSettings, SuppressOptions } from '../check/index.ts'
import type { Language } from '../language/index.ts'
import type { Reading, Severity } from '../text/index.ts'
import type { Place, Settings, Treatment } from './verbs.ts'

/** What may be set for texts, everywhere or for some files. */
export interface TextConfig {
  readonly language?: Language | undefined
  readonly style?: string | undefined
  /** ISO 8601. */
  readonly date?: string | undefined
  readonly rules?: RuleSettings | undefined
  readonly places?: { readonly [P in Place]?: Treatment | undefined } | undefined
  readonly frontMatter?: readonly string[] | undefined
  readonly suppressions?: SuppressOptions | undefined
  /** The id of a format. */
  readonly readAs?: string | undefined
}

/** The configuration file. */
export interface Config extends TextConfig {
  readonly glossaries?: readonly string[] | undefined
  readonly defaultGlossary?: boolean | undefined
  readonly failOn?: Severity | 'never' | undefined
  readonly ignore?: readonly string[] | undefined
  /** A file of sentence rules (SRX), seen from the configuration's folder. */
  readonly srx?: string | undefined
  /** A later entry goes before an earlier one. */
  readonly overrides?: readonly (TextConfig & { readonly files: readonly string[] })[] | undefined
}

/** The JSON Schema of the configuration file, for editors. */
export async function configSchema(): Promise<object> {
  const [file, { listRules }] = await Promise.all([import('./config-file.ts'), import('./rules.ts')])
  return file.configSchema(listRules())
}

/** Reads a configuration file's text; what it needs for that is loaded only where there is one. */
export async function readConfig(text: string, key?: string): Promise<Reading<Config>> {
  const { readConfigText } = await import('./config-file.ts')
  return readConfigText(text, key, async () => {
    const { listRules } = await import('./rules.ts')
    return new Map(listRules().map(({ code, options }) => [code, options ?? {}]))
  })
}

/** The text of a configuration in YAML with more texts that rules are to let be, by the rules' codes. */
export const exceptInConfig = async (yaml: string, texts: ReadonlyMap<string, readonly string[]>): Promise<string> =>
  (await import('./config-except.ts')).withExceptions(yaml, texts)

const defaults: Settings = {
  rules: {},
  places: { quotation: 'report', headline: 'fix', caption: 'fix', handle: 'skip' },
  frontMatter: ['title', 'description'],
}

/** What the command line says for every text; it goes before the configuration. */
export type Overrides = Pick<TextConfig, 'language' | 'style' | 'date' | 'rules' | 'readAs'> &
  Pick<Settings, 'sentenceRules'>

/** The settings of the texts of a run. `path` is relative to the configuration's folder, with `/`. */
export function settingsOf(config: Config, overrides: Overrides): (path: string) => Settings {
  const layers = (config.overrides ?? []).map(layer => ({ layer, globs: ignore().add([...layer.files]) }))
  const known = new Map<string, Settings>()
  return path => {
    const inside = !path.startsWith('../') && ignore.isPathValid(path)
    const own = layers.flatMap(({ globs }, i) => (inside && globs.ignores(path) ? [i] : []))
    const key = own.join()
    const settings =
      known.get(key) ??
      [...[config, ...own.map(i => layers[i]!.layer)].map(asFallback), overrides].reduce(withLayer, defaults)
    known.set(key, settings)
    return settings
  }
}

type Layer = Overrides & Pick<TextConfig, 'places' | 'frontMatter' | 'suppressions'> & Pick<Settings, 'fallback'>

/** A configured language is used only where the text itself does not say one. */
function asFallback({ language, ...layer }: Omit<Layer, 'fallback'>): Layer {
  return { ...layer, ...(language && { fallback: language }) }
}

function withLayer(settings: Settings, layer: Layer): Settings {
  return {
    ...settings,
    ...(layer.language && { language: layer.language }),
    ...(layer.fallback && { fallback: layer.fallback }),
    ...(layer.style && { style: layer.style }),
    ...(layer.date && { date: layer.date }),
    ...(layer.suppressions && { suppressions: layer.suppressions }),
    ...(layer.frontMatter && { frontMatter: layer.frontMatter }),
    ...(layer.readAs && { readAs: layer.readAs }),
    ...(layer.sentenceRules && { sentenceRules: layer.sentenceRules }),
    rules: { ...settings.rules, ...layer.rules },
    places: { ...settings.places, ...present(layer.places) },
  }
}

const present = (places: Config['places']): Partial<Settings['places']> =>
  Object.fromEntries(Object.entries(places ?? {}).filter(([, value]) => value !== undefined))
