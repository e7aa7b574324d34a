import { describe, expect, it } from 'vitest'
import { blockText, editRuns, newText, sourceSpan } from '../../src/content/index.ts'
import { openFormat } from '../../src/formats/index.ts'
import { showBlocks } from './show.ts'

const plain = await openFormat('plain')

describe('blocks', () => {
  const wide =
    'The delegations met on Thursday and spoke of corridors, of a ceasefire and of the next round of their talks in the forest.'
  const cases: readonly (readonly [name: string, source: string, ...blocks: string[]])[] = [
    ['paragraphs by blank lines', 'One two.\n \t\nThree.\n', 'paragraph One two.', 'paragraph Three.'],
    ['a name over a break', 'Then came Mykhailo\nPodolyak.', 'paragraph Then came Mykhailo\nPodolyak.'],
    ['a name over a break in a long word', 'Mykhailo\nPodolyak came to the town on Thursday.', 'paragraph Mykhailo\nPodolyak came to the town on Thursday.'],
    ['a headline alone', 'Corridors agreed\n\nThey met.', 'heading/headline Corridors agreed', 'paragraph They met.'],
    ['a headline above its text', `Corridors agreed at last\n${wide}`, 'heading/headline Corridors agreed at last', `paragraph ${wide}`],
    ['a question as headline', 'Who came?\n\nThey met.', 'heading/headline Who came?', 'paragraph They met.'],
    ['a line a paragraph', `${wide}\n${wide}`, `paragraph ${wide}`, `paragraph ${wide}`],
    ['lines of a list', 'They are:\n- one\n- two', 'paragraph They are:', 'paragraph - one', 'paragraph - two'],
    ['addresses', 'See https://a.b/c, or (www.d.e) or me@f.org.', 'paragraph See ⟨.https://a.b/c⟩, or (⟨.www.d.e⟩) or ⟨.me@f.org⟩.'],
    ['nothing but an address', 'https://a.b/c'],
    ['nothing', ' \n\n\t'],
  ] // biome-ignore format: a table
  for (const [name, source, ...blocks] of cases) {
    it(name, () => {
      expect(showBlocks(plain.read(source).value)).toEqual(blocks)
      expect(showBlocks(plain.read(source.replaceAll('\n', '\r\n')).value)).toEqual(blocks)
    })
  }
})

it('writes only what changes, with the line ends of its source', () => {
  const source = '  Then came Mykhailo\r\n\tPodolyak.  \r\n\r\nEnd.\r\n'
  const { value: document } = plain.read(source)
  const block = document.blocks[0]!
  const at = blockText(block).indexOf('yak')
  const edited = editRuns(block.runs, [{ span: { start: at, end: at + 1 }, insert: 'i' }])
  expect(plain.write(source, document, new Map([[block.id, edited]]))).toBe(source.replace('yak', 'iak'))
  expect(plain.write(source, document, new Map([[block.id, [newText('a\nb')]]]))).toBe('  a\r\n\tb  \r\n\r\nEnd.\r\n')
  const nested = 'When it rains\n\twe stay\nat home.'
  const { value: rain } = plain.read(nested)
  const rewritten = (text: string) => plain.write(nested, rain, new Map([[rain.blocks[0]!.id, [newText(text)]]]))
  expect([rewritten('a\nb\nc'), rewritten('a\nb\nc\nd')]).toEqual(['a\n\tb\nc', 'a\n\tb\n\tc\n\td'])
  const name = sourceSpan(block, blockText(block).indexOf('Mykhailo'), blockText(block).indexOf('.'))
  expect(source.slice(name.start, name.end)).toBe('Mykhailo\r\n\tPodolyak')
})
