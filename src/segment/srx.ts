/** SRX 2.0 (GALA/LISA OSCAR, 2008-04-07): segmentation rules that tools exchange. */
export interface Srx {
  /** True where every matching language map adds its rules; else the first one decides. */
  readonly cascade: boolean
  readonly segmentSubflows: boolean
  readonly formatHandles: readonly SrxFormatHandle[]
  readonly languageRules: readonly SrxLanguageRule[]
  readonly languageMaps: readonly SrxLanguageMap[]
}

/** Whether a code between two segments belongs to the one before. */
export interface SrxFormatHandle {
  readonly type: 'start' | 'end' | 'isolated'
  readonly include: boolean
}

export interface SrxLanguageRule {
  readonly name: string
  readonly rules: readonly SrxRule[]
}

/** Between what `before` and what `after` match (ICU regular expressions), a segment ends or does not. The first rule decides. */
export interface SrxRule {
  readonly breaks: boolean
  readonly before: string
  readonly after: string
}

export interface SrxLanguageMap {
  /** A regular expression over the whole language tag. */
  readonly pattern: string
  readonly rule: string
}

export const srxNamespace = 'http://www.lisa.org/srx20'
