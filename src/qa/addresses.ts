import { apart, type Stretch, stretchesOf } from './stretch.ts'

const url = /(?:(?:https?|ftps?|git|ssh|svn):\/\/|www\.(?=\w))[^\s<>"'`«»“”„|\\^{}\ufffc]+/giu
const email = /[\p{L}\p{N}_.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** Web and e-mail addresses, without the marks of the sentence behind them. */
export function addressesIn(text: string): Stretch[] {
  const urls = stretchesOf(text, url).map(({ start, end }) => ({
    start,
    end: start + bare(text.slice(start, end)).length,
  }))
  return apart([...urls, ...stretchesOf(text, email)])
}

function bare(address: string): string {
  const cut = address.replace(/[.,;:!?)\]'*_]+$/u, '')
  const open = cut.split('(').length - cut.split(')').length
  return open > 0 && address[cut.length] === ')' ? `${cut})` : cut
}

/** Each language has its own articles there. */
const encyclopedia = /^(\*\.(?:m\.)?wik(?:i[a-z]+|tionary)\.org)\/.*$/su

/**
 * The address as it may also be in another language: a label or a parameter of the language in it counts for any, and so does an article
 * of an encyclopedia.
 */
export const addressKey = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/\/|\/$/gu, '')
    .replace(/^www\./u, '')
    .replace(/([?&])(?:lang|language|locale|hl)=[a-z_-]+(?:&|$)/gu, '$1')
    .replace(/[?&]+$/u, '')
    .replace(/(^|[./])(?:en|uk|ua|ru)(?:[-_](?:us|gb|ua|ru))?(?=[./]|$)/gu, '$1*')
    .replace(encyclopedia, '$1')
