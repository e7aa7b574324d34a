import type { TermFormatId, WriteTermsOptions } from '../../src/termbase/index.ts'

/** Formats that lose nothing, with the ways to write them. */
export const lossless: readonly (readonly [TermFormatId, WriteTermsOptions])[] = [
  ['csv', {}],
  ['tsv', {}],
  ['json', {}],
  ['xlsx', {}],
  ['tbx', { dialect: 'basic', markup: 'dca' }],
  ['tbx', { dialect: 'basic', markup: 'dct' }],
  ['tbx', { dialect: 'min', markup: 'dca' }],
  ['tbx', { dialect: 'min', markup: 'dct' }],
  ['tbx', { dialect: 'core', markup: 'dca' }],
  ['tbx2', {}],
]
