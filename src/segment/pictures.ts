import { isWordUnit } from '../language/index.ts'

/** Pictures, emoticons and the brackets of smiles: what stands for the end of a sentence, or after it, in informal writing. */

const face = /[:;=]['-]?[)(DP]+(?![\p{L}\p{N}])/uy

/** What is shown as a picture by itself, and a few signs that a selector makes pictures of: ☺ ❤ ♥. */
const sign = /[\p{Emoji_Presentation}\u2639\u263a\u2665\u2763\u2764]|[\u203c-\u3299]\ufe0f/uy

export const isFaceStart = (unit: number): boolean => unit === 58 || unit === 59 || unit === 61

/** The length of an emoticon that stands apart: :) ;-) =D */
export function faceLength(text: string, at: number): number {
  if (at > 0 && isWordUnit(text.charCodeAt(at - 1))) return 0
  face.lastIndex = at
  return face.exec(text)?.[0].length ?? 0
}

/** The length of the picture at a place; none is 0. */
export function pictureLength(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit >= 0xd83c && unit <= 0xd83e) return 2
  if (unit < 0x203c || unit > 0x3299) return 0
  sign.lastIndex = at
  return sign.test(text) ? sign.lastIndex - at : 0
}

export const isSmile = (unit: number): boolean => unit === 41
