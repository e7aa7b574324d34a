/** Why a source is not well-formed: the `reason` of `xml-malformed`. The words are in `locales/`. */
export type Reason =
  | 'attribute'
  | 'cdataEnd'
  | 'character'
  | 'closeTag'
  | 'comment'
  | 'declaration'
  | 'doctype'
  | 'duplicateAttribute'
  | 'entity'
  | 'instruction'
  | 'name'
  | 'namespace'
  | 'noRoot'
  | 'outsideRoot'
  | 'prefix'
  | 'secondRoot'
  | 'syntax'
  | 'truncated'
  | 'unclosed'

/** The parser's sentences, by what they begin with or hold. The first that fits wins. */
const sentences: readonly (readonly [RegExp, Reason])[] = [
  [/^unclosed tag/, 'unclosed'],
  [/^unexpected end/, 'truncated'],
  [/^(unexpected close tag|unmatched closing|weird empty close|disallowed character in closing)/, 'closeTag'],
  [/^duplicate attribute/, 'duplicateAttribute'],
  [/attribute/, 'attribute'],
  [/entity/, 'entity'],
  [/^the string/, 'cdataEnd'],
  [/^text data outside/, 'outsideRoot'],
  [/^documents may contain only one root/, 'secondRoot'],
  [/^document must contain a root/, 'noRoot'],
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
