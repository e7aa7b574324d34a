import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

/**
 * Parses an ICU message. ICU forbids hyphens in the selectors of `select`, while our data is kebab-case: `two_people` in a
 * catalog is chosen by the value `two-people`.
 */
export function parseMessage(message: string): MessageFormatElement[] {
  return withHyphens(parse(message, { ignoreTag: true }))
}

function withHyphens(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  return elements.map(element => {
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return element
    const options = Object.entries(element.options).map(([selector, option]) => [
      element.type === TYPE.select ? selector.replaceAll('_', '-') : selector,
      { ...option, value: withHyphens(option.value) },
    ])
    return { ...element, options: Object.fromEntries(options) } as MessageFormatElement
  })
}
