/** Why a source is not well-formed: the `reason` of `xml-malformed`. The words are in `locales/`. */
export type Reason =
  | 'attribute'
  | 'cdata-end'
  | 'character'
  | 'close-tag'
  | 'comment'
  | 'declaration'
  | 'doctype'
  | 'duplicate-attribute'
  | 'entity'
  | 'instruction'
  | 'name'
  | 'namespace'
  | 'no-root'
  | 'outside-root'
  | 'prefix'
  | 'second-root'
  | 'syntax'
  | 'truncated'
  | 'unclosed'

/** The parser's sentences, by what they begin with or hold. The first that fits wins. */
const sentences: readonly (readonly [RegExp, Reason])[] = [
  [/^unclosed tag/, 'unclosed'],
  [/^unexpected end/, 'truncated'],
  [/^(unexpected close tag|unmatched closing|weird empty close|disallowed character in closing)/, 'close-tag'],
  [/^duplicate attribute/, 'duplicate-attribute'],
  [/attribute/, 'attribute'],
  [/entity/, 'entity'],
  [/^the string/, 'cdata-end'],
  [/^text data outside/, 'outside-root'],
  [/^documents may contain only one root/, 'second-root'],
  [/^document must contain a root/, 'no-root'],
  [/comment/, 'comment'],
  [/doctype/, 'doctype'],
  [/XML declaration|version number|encoding value|standalone|name\/value|^expected|^value |^whitespace/, 'declaration'],
  [/processing instruction/, 'instruction'],
  [/tag name|malformed name/, 'name'],
  [/^disallowed character/, 'character'],
]

export function reasonOf(message: string): Reason {
  return sentences.find(([pattern]) => pattern.test(message))?.[1] ?? 'syntax'
}
