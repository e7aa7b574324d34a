import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

/** What is wrong with a translated message; `start` and `end` where the place is known. */
export interface MessageFault {
  readonly fault:
    | 'syntax'
    | 'argument-missing'
    | 'argument-extra'
    | 'category-missing'
    | 'category-unknown'
    | 'choice-missing'
  /** The argument, category or choice. */
  readonly name: string
  readonly start?: number
  readonly end?: number
}

/** True of a message with a typed argument. Names alone in braces are many formats' placeholders. */
export function isIcuMessage(text: string): boolean {
  return (
    /\{\s*[\w-]+\s*,\s*(?:plural|select|selectordinal|number|date|time)\b/u.test(text) && parsed(text) !== undefined
  )
}

function parsed(text: string): MessageFormatElement[] | undefined {
  try {
    return parse(text, { ignoreTag: true })
  } catch {
    return undefined
  }
}

/** Compares a message with its translation into a language (BCP 47). */
export function compareMessages(source: string, target: string, language: string): MessageFault[] {
  const wanted = parsed(source) ?? []
  const found = parsed(target)
  if (!found) return [syntaxFault(target)]
  const [before, after] = [argumentsOf(wanted), argumentsOf(found)]
  return [
    ...[...before].filter(one => !after.has(one)).map(name => ({ fault: 'argument-missing' as const, name })),
    ...[...after].filter(one => !before.has(one)).map(name => ({ fault: 'argument-extra' as const, name })),
    ...categoryFaults(found, language),
    ...choiceFaults(wanted, found),
  ]
}

function syntaxFault(target: string): MessageFault {
  try {
    parse(target, { ignoreTag: true, captureLocation: true })
  } catch (error) {
    const { message, location } = error as {
      message?: string
      location?: { start: { offset: number }; end: { offset: number } }
    }
    const place = location ? { start: location.start.offset, end: location.end.offset } : {}
    return { fault: 'syntax', name: message ?? '', ...place }
  }
  return { fault: 'syntax', name: '' }
}

/** All elements of a message, those inside choices and tags included. */
function elementsOf(message: readonly MessageFormatElement[]): MessageFormatElement[] {
  return message.flatMap(element => {
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return [element, ...Object.values(element.options).flatMap(option => elementsOf(option.value))]
    return element.type === TYPE.tag ? [element, ...elementsOf(element.children)] : [element]
  })
}

/** Names with their kinds: an argument that becomes a number is another one. */
function argumentsOf(message: readonly MessageFormatElement[]): Set<string> {
  const kinds: Readonly<Partial<Record<TYPE, string>>> = {
    [TYPE.argument]: '',
    [TYPE.number]: ', number',
    [TYPE.date]: ', date',
    [TYPE.time]: ', time',
    [TYPE.select]: ', select',
    [TYPE.plural]: ', plural',
  }
  return new Set(
    elementsOf(message).flatMap(element =>
      kinds[element.type] === undefined ? [] : [`${(element as { value: string }).value}${kinds[element.type]}`],
    ),
  )
}

function categoryFaults(message: readonly MessageFormatElement[], language: string): MessageFault[] {
  return elementsOf(message).flatMap(element => {
    if (element.type !== TYPE.plural) return []
    const needed = new Intl.PluralRules(language, { type: element.pluralType ?? 'cardinal' }).resolvedOptions()
      .pluralCategories
    const given = Object.keys(element.options).filter(name => !name.startsWith('='))
    const missing = needed.filter(name => !given.includes(name))
    const unknown = given.filter(name => !(needed as readonly string[]).includes(name))
    return [
      ...missing.map(name => ({ fault: 'category-missing' as const, name })),
      ...unknown.map(name => ({ fault: 'category-unknown' as const, name })),
    ]
  })
}

function choiceFaults(wanted: readonly MessageFormatElement[], found: readonly MessageFormatElement[]): MessageFault[] {
  const selects = (message: readonly MessageFormatElement[]) =>
    elementsOf(message).flatMap(element =>
      element.type === TYPE.select ? Object.keys(element.options).map(name => `${element.value}: ${name}`) : [],
    )
  const there = new Set(selects(found))
  return [...new Set(selects(wanted))].filter(name => !there.has(name)).map(name => ({ fault: 'choice-missing', name }))
}
