/** What the verbs take and give. They ask a `Host`, return values, and print nothing; no verb throws on input. */
import type { RuleSettings, SuppressOptions } from '../check/index.ts'
import type { Language } from '../language/index.ts'
import type { Store } from '../memory/index.ts'
import type { Srx } from '../segment/index.ts'
import type { Lines, Position, Problem, Severity, Span } from '../text/index.ts'
import type { XliffDocument, XliffVersion } from '../xliff/index.ts'
import type { Shown } from './shown.ts'

/** What a quotation, headline, caption or handle gets: nothing, a finding without a safe fix, or a fix. */
export type Treatment = 'skip' | 'report' | 'fix'
export type Place = 'quotation' | 'headline' | 'caption' | 'handle'

/** How one text is checked: the configuration after its per-path overrides and the command line. */
export interface Settings {
  /** `--language`: goes before front matter and letters. */
  readonly language?: Language
  /** The configuration's: used where the text itself does not say. */
  readonly fallback?: Language
  readonly style?: string
  /** ISO 8601 date of the text, for names that changed; front matter goes first. */
  readonly date?: string
  readonly rules: RuleSettings
  readonly places: Readonly<Record<Place, Treatment>>
  readonly suppressions?: SuppressOptions
  /** The format by its id, where name and content do not tell it. */
  readonly readAs?: string
  /** Front-matter keys that are text. Default title, description. */
  readonly frontMatter: readonly string[]
  /** Sentence rules to be used instead of our own, where they know the language. */
  readonly sentenceRules?: Srx
}

/** A text to work on. `name` gives the format where the path does not (standard input). */
export interface Source {
  readonly path: string
  readonly bytes: Uint8Array
  readonly name?: string
  /** What stands beside it as `FILE.tlumach.yaml`: findings that are to be let be. */
  readonly sidecar?: Uint8Array
}

/**
 * A file and what was found in it, in the order of its places. `text` is the decoded text that the spans count in; of a package,
 * whose spans count in its parts, the paragraphs, one a line, in which `shown` finds a span.
 */
export interface Checked extends Shown {
  readonly path: string
  /** The lines of a text that is too long to be kept; `text` is empty then. */
  readonly lines?: Lines
  readonly problems: readonly Finding[]
  /** True where the file could not be used at all (exit status 2). */
  readonly unusable: boolean
  /** Of a bilingual file: its segments by number, to which `data.segment` of a finding refers. */
  readonly pairs?: ReadonlyMap<number, CheckedSegment>
  /** What a baseline knows of. */
  readonly ignored?: readonly Finding[]
}

/** A segment as a report shows it. */
export interface CheckedSegment {
  /** The unit or message as its file names it. */
  readonly unit: string
  /** What names it in the next export, too: the key of a message whose unit is only counted. */
  readonly key: string
  readonly source: string
  readonly target: string
}

/** A problem with its severity settled. */
export interface Finding extends Problem {
  readonly severity: Severity
}

export interface Normalized extends Checked {
  readonly changed: boolean
  /** What people are shown of the source and of the result (of a package the paragraphs, one a line). */
  readonly before: string
  readonly after: string
  readonly bytes: Uint8Array
}

/** One name of the inventory. Places are spans of the decoded source, with line and column. */
export interface NameEntry {
  /** The concept's id, where the glossary has the name. */
  readonly concept?: string
  readonly preferred?: string
  readonly kind?: string
  /** The best hidden Cyrillic original of an unlisted name that has several spellings. */
  readonly original?: string
  /** 0–1, for unlisted names in several spellings: how sure it is that they are one name. */
  readonly confidence?: number
  /** The language of the given names beside it, where they are of one. */
  readonly origin?: 'uk' | 'ru'
  /** For two given names before one family name: spellings of one, or what two languages make of it. */
  readonly relation?: 'spelling' | 'twin'
  readonly spellings: readonly NameSpelling[]
}
export interface NameSpelling {
  readonly text: string
  readonly language: string
  readonly status: 'preferred' | 'admitted' | 'deprecated' | 'superseded' | 'unlisted'
  /** The language of the text, where a Ukrainian form stands in a Russian one or the other way round. */
  readonly within?: 'uk' | 'ru'
  /** Which letters of the guessed original it writes otherwise than the first spelling: “iya/ia = я”. */
  readonly differs?: string
  readonly places: readonly NamePlace[]
}

export interface NamePlace extends Span, Position {
  readonly path: string
}

export interface ExportOptions {
  readonly from?: Language
  /** Where earlier translations are looked for. */
  readonly memory?: Store
  readonly to: readonly Language[]
  readonly version?: XliffVersion
  /** What the file is made for (`profiles`); the options above and below go before what it says. */
  readonly profile?: string
  /** What the file calls the languages: BCP 47 tags with regions (uk-UA), for programs that know no others. */
  readonly locales?: readonly string[]
  /** The source goes inside the skeleton. */
  readonly embed?: boolean
  /** How the XLIFF names its source file; default the path. */
  readonly original?: string
  /** For these the suggested name keeps the document's extension (`article.docx.uk.xlf`), since another document has the shorter name. */
  readonly fullNames?: readonly Language[]
  /** Of the suggested name; default the profile's. */
  readonly extension?: string
}
export interface Exported extends Checked {
  /** One a target language; `name` is the suggested file name (`article.uk.xlf`), without folder. */
  readonly files: readonly {
    readonly language: Language
    readonly name: string
    readonly text: string
    readonly units: number
    readonly segments: number
    /** The same in the words of XLIFF 2. */
    readonly model: XliffDocument
  }[]
}

/** What an XLIFF says of the document it was made from. */
export interface Origin {
  readonly original?: string
  /** The id of the format that it was read by. */
  readonly format?: string
  /** The profile that it was exported by. */
  readonly profile?: string
  readonly hash?: string
  readonly embedded?: string | Uint8Array
  readonly sourceLanguage?: string
  readonly targetLanguage?: string
}
export interface Merged extends Checked {
  /** Absent where nothing may be written (damaged input, or `strict` and something is missing). */
  readonly result?: { readonly name: string; readonly bytes: Uint8Array }
  readonly segments: {
    readonly total: number
    readonly translated: number
    /** Given back as well, though a person has yet to look at them. */
    readonly unreviewed: number
    readonly untranslated: number
    readonly stale: number
    readonly invalid: number
  }
}
