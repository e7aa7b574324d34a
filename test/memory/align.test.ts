import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Alignable, alignTexts } from '../../src/memory/index.ts'

/** `120 Kyiv 5;80` : a length and its anchors, by semicolons; a leading `#` makes a heading. */
const items = (text: string): Alignable[] =>
  text
    .split(';')
    .filter(Boolean)
    .map(item => {
      const [length, ...anchors] = item.replace('#', '').trim().split(' ')
      return { length: Number(length), anchors, kind: item.includes('#') ? 'heading' : 'paragraph' }
    })

/** Beads as `1-1 1-2 …`, an uncertain one with a question mark. */
const check = (left: string, right: string, want: string) => {
  const beads = alignTexts(items(left), items(right))
  const shown = beads.map(
    ({ left, right, confidence }) => `${left[1] - left[0]}-${right[1] - right[0]}${confidence < 0.9 ? '?' : ''}`,
  )
  expect(shown.join(' ')).toBe(want)
}

describe('alignTexts', () => {
  it('pairs what is as long', () => check('100;30;200;55', '110;33;190;60', '1-1 1-1 1-1 1-1'))
  it('joins what was split', () => check('100;200;60', '104;98;100;61', '1-1 1-2 1-1'))
  it('splits what was joined', () => check('100;90;200', '195;204', '2-1 1-1'))
  it('leaves out what only one has', () => check('100;250;90', '103;92', '1-1 1-0 1-1'))
  it('lets names and numbers decide where lengths do not', () =>
    check('240 Kyiv;100 1986;100 Minsk', '100 1986;100 Minsk', '1-0 1-1 1-1'))
  it('pairs headings with headings', () => check('#40;45;#40;45', '#42;#41;46', '1-1 1-0 1-1 1-1'))
  it('says where it is not sure', () => check('100;100;100', '100;100', '1-0? 1-1? 1-1?'))
  it('aligns with nothing', () => check('10;20', '', '1-0 1-0'))
})

const text = fc.array(fc.integer({ min: 5, max: 300 }), { minLength: 1, maxLength: 120 })

it('covers both texts in order, once', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const of = (lengths: number[]) => lengths.map((length): Alignable => ({ length, anchors: [] }))
      const beads = alignTexts(of(a), of(b))
      let [i, j] = [0, 0]
      for (const { left, right, confidence } of beads) {
        expect([left[0], right[0]]).toEqual([i, j])
        ;[i, j] = [left[1], right[1]]
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
      }
      expect([i, j]).toEqual([a.length, b.length])
    }),
  )
})

it('aligns a text with itself', () => {
  fc.assert(
    fc.property(text, lengths => {
      const own = lengths.map((length, i): Alignable => ({ length, anchors: [`${i}`] }))
      for (const { left, right } of alignTexts(own, own)) expect(left).toEqual(right)
    }),
  )
})
