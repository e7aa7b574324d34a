import { once } from '../model.ts'
import { bytesOf } from './base64.ts'
import { type Bloom, mayHold } from './bloom.ts'
import { hashFolded } from './fold.ts'
import nominatives from './nominatives.json' with { type: 'json' }

/** The hash of a name as dictionaries of one language tell names apart: ё is е, apostrophes are one. */
export const placeKey = (name: string): number =>
  hashFolded(name.toLowerCase().replaceAll('ё', 'е').replace(/['’ʼ]/gu, "'"))

const places = once((): Bloom => ({ bits: bytesOf(nominatives.places) }))

/**
 * Whether a word is the nominative of a town or a country in some language of Cyrillic script; it says so of fewer than one word in
 * a thousand that is none.
 */
export const isKnownPlace = (name: string): boolean => mayHold(places(), placeKey(name))
