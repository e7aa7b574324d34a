import type { BlockKind } from '../../content/index.ts'
import type { Attribute, StartTag } from './tokens.ts'

/** An attribute that holds text, and what kind of text. */
export interface TextAttribute {
  readonly attribute: Attribute
  readonly kind: BlockKind
}

/** The first attribute of a name: HTML passes over a second one. */
export const attributeOf = (tag: StartTag, name: string): Attribute | undefined =>
  tag.attributes.find(attribute => attribute.name === name)

/** Attributes that are text wherever they stand. */
const everywhere: ReadonlySet<string> = new Set(
  'aria-description aria-label aria-placeholder aria-roledescription aria-valuetext placeholder'.split(' '),
)

const withDescription: ReadonlySet<string> = new Set(['area', 'img', 'input'])
const withLabel: ReadonlySet<string> = new Set(['optgroup', 'option', 'track'])

/** What a page says of itself: by the `name` or `property` of its `meta` elements. */
const metaTexts: Readonly<Record<string, BlockKind>> = {
  description: 'data',
  'og:description': 'data',
  'og:image:alt': 'alt-text',
  'og:title': 'title',
  'twitter:description': 'data',
  'twitter:image:alt': 'alt-text',
  'twitter:title': 'title',
}

/** The name of a `meta` element. */
export function metaName(tag: StartTag, value: (attribute: Attribute) => string): string {
  const attribute = attributeOf(tag, 'property') ?? attributeOf(tag, 'name')
  return attribute ? value(attribute).trim().toLowerCase() : ''
}

/** The attributes of a tag that hold text, in the order of the source. */
export function textAttributes(tag: StartTag, value: (attribute: Attribute) => string): readonly TextAttribute[] {
  if (tag.attributes.length === 0) return none
  if (tag.name === 'meta') return metaText(tag, value)
  const found: TextAttribute[] = []
  for (const attribute of tag.attributes) {
    const kind = kindOf(tag, attribute.name, value)
    if (!kind || attributeOf(tag, attribute.name) !== attribute) continue
    found.push({ attribute, kind })
  }
  return found
}

const none: readonly TextAttribute[] = []

function kindOf(tag: StartTag, name: string, value: (attribute: Attribute) => string): BlockKind | undefined {
  if (name === 'alt') return withDescription.has(tag.name) ? 'alt-text' : undefined
  if (name === 'title') return 'title'
  if (name === 'label') return withLabel.has(tag.name) ? 'data' : undefined
  if (name === 'value') return isButton(tag, value) ? 'data' : undefined
  return everywhere.has(name) ? 'data' : undefined
}

function metaText(tag: StartTag, value: (attribute: Attribute) => string): readonly TextAttribute[] {
  const name = metaName(tag, value)
  const kind = Object.hasOwn(metaTexts, name) ? metaTexts[name] : undefined
  const attribute = attributeOf(tag, 'content')
  return kind && attribute ? [{ attribute, kind }] : []
}

function isButton(tag: StartTag, value: (attribute: Attribute) => string): boolean {
  const type = attributeOf(tag, 'type')
  return tag.name === 'input' && type !== undefined && /^(?:button|submit|reset)$/i.test(value(type))
}
