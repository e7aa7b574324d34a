import type { Attributes } from './model.ts'
import { prefix1 } from './states.ts'

/** `ctype` of 1.2 in the words of 2.x; `xlf:` sub-types are those of the standard (XLIFF 2.1, attribute subType). */
const types: Readonly<Record<string, { readonly type: string; readonly subType?: string }>> = {
  bold: { type: 'fmt', subType: 'xlf:b' },
  italic: { type: 'fmt', subType: 'xlf:i' },
  underlined: { type: 'fmt', subType: 'xlf:u' },
  lb: { type: 'fmt', subType: 'xlf:lb' },
  pb: { type: 'fmt', subType: 'xlf:pb' },
  link: { type: 'link' },
  image: { type: 'image' },
}

export function typeOfCtype(ctype: string | undefined): Attributes {
  if (ctype === undefined) return {}
  return types[ctype] ?? { type: 'other', ...(isToken(ctype) ? { subType: prefix1 + ctype } : {}) }
}

/** The `ctype` of 1.2 for a type of 2.x; line and page breaks are placeholders there, the rest delimiters. */
export function ctypeOfType({ type, subType }: Attributes, placeholder: boolean): string | undefined {
  if (type === undefined) return undefined
  if (subType?.startsWith(prefix1)) return subType.slice(prefix1.length)
  const known = Object.keys(types).find(ctype => types[ctype]!.type === type && types[ctype]!.subType === subType)
  const fits = known !== undefined && ['lb', 'pb', 'image'].includes(known) === placeholder
  return fits ? known : `x-${subType?.replace(/[^\w.-]/g, '-') ?? type}`
}

/** What may stand after the prefix of a user-defined value. */
export const isToken = (text: string): boolean => /^[^\s:]+$/.test(text)
