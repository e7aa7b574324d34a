import fc from 'fast-check'

/** Any XLIFF 1.2 that the strict schema allows and the model holds, as text. */
const escaped = (text: string) => text.replace(/[&<>"\r\t\n]/g, char => `&#${char.charCodeAt(0)};`)
const word = fc.string({ unit: fc.constantFrom('a', 'б', ' ', '&', '<', '"', '😀', '\n', '\r', '-'), maxLength: 6 })
const token = fc.constantFrom('1', '2', '3', 'a', 'b.c', 'ідентифікатор')
const optional = (name: string, values: fc.Arbitrary<string>) =>
  fc.option(values, { nil: undefined }).map(value => (value === undefined ? '' : ` ${name}="${escaped(value)}"`))
const delimiter = optional('ctype', fc.constantFrom('bold', 'italic', 'underlined', 'link', 'x-html-b'))
const placeholder = optional('ctype', fc.constantFrom('image', 'lb', 'pb', 'x-var'))
const equiv = optional('equiv-text', word)
const text = word.map(escaped)

/** Ids are numbered when all is put together, so that pairs agree and no two codes share one: `#` stands for the next. */
const contents = (subs: boolean) =>
  fc.letrec<{ inline: string; item: string; native: string }>(tie => ({
    inline: fc.array(tie('item'), { maxLength: 4 }).map(items => items.join('')),
    native: subs
      ? fc
          .array(
            fc.oneof(
              { depthSize: 'small' },
              text,
              tie('inline').map(inside => `<sub>${inside}</sub>`),
            ),
            { maxLength: 3 },
          )
          .map(items => items.join(''))
      : text,
    item: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text,
      fc.tuple(placeholder, equiv).map(([ctype, more]) => `<x id="#"${ctype}${more}/>`),
      fc.tuple(placeholder, tie('native')).map(([ctype, native]) => `<ph id="#"${ctype}>${native}</ph>`),
      fc
        .tuple(delimiter, equiv, tie('inline'))
        .map(([ctype, more, inside]) => `<g id="#"${ctype}${more}>${inside}</g>`),
      fc
        .tuple(delimiter, tie('inline'))
        .map(([ctype, inside]) => `<bx id="#" rid="@"${ctype}/>${inside}<ex id="#" rid="@@"/>`),
      fc
        .tuple(tie('native'), tie('inline'), tie('native'))
        .map(([a, inside, b]) => `<bpt id="#" rid="@">${a}</bpt>${inside}<ept id="#" rid="@@">${b}</ept>`),
      fc
        .tuple(fc.constantFrom('open', 'close'), tie('native'))
        .map(([pos, native]) => `<it id="#" pos="${pos}">${native}</it>`),
      fc
        .tuple(fc.constantFrom('term', 'protected', 'x-y', 'abbrev'), optional('comment', word), tie('inline'))
        .map(([type, comment, inside]) => `<mrk mtype="${type}"${comment}>${inside}</mrk>`),
    ),
  })).inline
const inline = contents(true)
/** In candidates and segments, without text inside codes. */
const flat = contents(false)

/** Numbers `#`; `@` opens and `@@` closes a pair, as brackets do. Native text never holds these signs. */
function numbered(content: string, from: number): string {
  let id = from
  const open: number[] = []
  return content.replace(/"(#|@@|@)"/g, (_, sign) => {
    if (sign === '#') return `"${++id}"`
    if (sign === '@') open.push(++id)
    return `"${sign === '@' ? id : open.pop()}"`
  })
}

const states = fc.constantFrom('new', 'translated', 'needs-review-translation', 'signed-off', 'final', 'x-own')
const targetAttributes = fc
  .tuple(optional('state', states), optional('state-qualifier', fc.constantFrom('exact-match', 'fuzzy-match', 'x-q')))
  .map(([state, qualifier]) => state + qualifier)

const note = fc
  .tuple(optional('from', word), optional('annotates', fc.constantFrom('source', 'target', 'general')), text)
  .map(([from, annotates, said]) => `<note${from}${annotates}>${said}</note>`)
const notes = fc.array(note, { maxLength: 2 }).map(list => list.join(''))
const alternative = fc
  .tuple(
    optional('match-quality', fc.constantFrom('100', '75.5', '80%', 'high')),
    optional('origin', word),
    optional('alttranstype', fc.constantFrom('proposal', 'rejected', 'reference')),
    fc.option(flat, { nil: undefined }),
    flat,
  )
  .map(([quality, origin, type, source, target]) => {
    const plain = (content: string) => numbered(content, 0)
    return `<alt-trans${quality}${origin}${type}>${source === undefined ? '' : `<source>${plain(source)}</source>`}<target>${plain(target)}</target></alt-trans>`
  })

const oneSegment = fc
  .tuple(inline, fc.option(fc.tuple(targetAttributes, fc.option(inline, { nil: undefined })), { nil: undefined }))
  .map(([source, target]) => {
    const own = numbered(source, 0)
    const [attributes, other] = target ?? []
    return `<source>${own}</source>${target ? `<target${attributes}>${other === undefined ? own : numbered(other, 100)}</target>` : ''}`
  })

const segmented = fc
  .tuple(fc.array(flat, { minLength: 1, maxLength: 3 }), fc.option(targetAttributes, { nil: undefined }), fc.boolean())
  .map(([segments, target, around]) => {
    const all = segments.map((segment, i) => numbered(segment, 100 * i))
    // as Trados writes: a code may stand around the segments
    const wrapped = (content: string) => (around ? `<g id="900">${content}</g>` : content)
    const marked = wrapped(all.map((segment, i) => `<mrk mtype="seg" mid="s${i}">${segment}</mrk>`).join(' '))
    return `<source>${wrapped(all.join(' '))}</source><seg-source>${marked}</seg-source>${target === undefined ? '' : `<target${target}>${marked}</target>`}`
  })

const unit = fc
  .tuple(
    fc.oneof(oneSegment, segmented),
    notes,
    fc.array(alternative, { maxLength: 2 }),
    optional('resname', word),
    optional('translate', fc.constantFrom('yes', 'no')),
    optional('approved', fc.constantFrom('yes', 'no')),
    optional('restype', fc.constantFrom('button', 'x-own')),
    optional('xml:space', fc.constantFrom('preserve', 'default')),
  )
  .map(
    ([content, more, matches, ...attributes]) =>
      `<trans-unit id="@id"${attributes.join('')}>${content}${more}${matches.join('')}</trans-unit>`,
  )

const { children } = fc.letrec<{ children: string; group: string }>(tie => ({
  children: fc.array(fc.oneof({ depthSize: 'small' }, unit, tie('group')), { maxLength: 3 }).map(list => list.join('')),
  group: fc
    .tuple(optional('restype', fc.constantFrom('menu')), notes, tie('children'))
    .map(([type, more, inside]) => `<group id="@id"${type}>${more}${inside}</group>`),
}))

const file = fc
  .tuple(token, optional('target-language', fc.constantFrom('uk')), notes, children)
  .map(([original, target, more, inside]) => {
    let id = 0
    const body = inside.replace(/"@id"/g, () => `"${++id}"`)
    const header = more === '' ? '' : `<header>${more}</header>`
    return `<file original="${original}" source-language="en"${target} datatype="html">${header}<body>${body}</body></file>`
  })

export const anyFile1: fc.Arbitrary<string> = fc
  .array(file, { minLength: 1, maxLength: 2 })
  .map(files => `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">${files.join('')}</xliff>`)
