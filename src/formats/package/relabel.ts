import { type Languages, retagged, withRegion } from '../../content/index.ts'

/** What XML of documents says of languages, put from one into another. Other languages stay. Linear. */

/** `w:lang` (ECMA-376-1, §17.3.2.20): that of Latin and Cyrillic text. */
export const relabelWord = (xml: string, languages: Languages): string =>
  xml.replace(
    /(<(?:[\w.-]+:)?lang\s(?:[^>]*?\s)?(?:[\w.-]+:)?val\s*=\s*)(["'])([^"'<>]*)\2/g,
    (whole, before: string, quote: string, tag: string) => {
      const to = retagged(tag, languages)
      return to === undefined ? whole : before + quote + fullTag(to) + quote
    },
  )

function fullTag(tag: string): string {
  const { language, region } = withRegion(tag)
  return region === '' ? language : `${language}-${region}`
}

/** `fo:language` and its country (OpenDocument 1.3, part 3, §20.196), and a tag beside them that says the same. */
export const relabelOpenDocument = (xml: string, languages: Languages): string =>
  xml.replace(/<(?:[\w.-]+:)?text-properties\s[^>]*>/g, tag => {
    const said = attribute('fo', 'language').exec(tag)?.[3]
    const to = said === undefined ? undefined : retagged(said, languages)
    if (to === undefined) return tag
    const { language, region } = withRegion(to)
    return tag
      .replace(attribute('fo', 'language'), `$1$2${language}$2`)
      .replace(attribute('fo', 'country'), `$1$2${region || 'none'}$2`)
      .replace(attribute('fo', 'script'), '')
      .replace(attribute('style', 'rfc-language-tag'), '')
  })

const attribute = (prefix: string, name: string) => new RegExp(`(\\s${prefix}:${name}\\s*=\\s*)(["'])([^"']*)\\2`)

/** `dc:language` among the properties of either. */
export const relabelProperties = (xml: string, languages: Languages): string =>
  xml.replace(/(<dc:language(?:\s[^>]*)?>)([^<]*)(?=<)/g, (whole, open: string, tag: string) => {
    const to = retagged(tag.trim(), languages)
    return to === undefined ? whole : open + fullTag(to)
  })
