import type { Block } from '../../content/index.ts'
import type { JsonNode } from './json.ts'
import { decodeJson } from './json-text.ts'

/** The language of a message by its path, where one file holds all languages: `{ "en": { … }, "uk": { … } }`. */
export type SpokenIn = (id: string) => Pick<Block, 'language'>

/** Two-letter keys may be sections of a program (`ui`): one of them has to be a language of ours. */
export function spokenIn(source: string, root: JsonNode | undefined): SpokenIn {
  const members = root?.kind === 'object' ? root.members : []
  const keys = members.map(({ key, value }) => (value.kind === 'object' ? decodeJson(source, key).text : ''))
  const isByLanguage = keys.every(key => languageTag.test(key)) && keys.some(key => ours.test(key))
  return id => (isByLanguage ? { language: id.slice(0, id.indexOf('.')) } : {})
}

const languageTag = /^[a-z]{2}(?:[-_][A-Z]{2})?$/
const ours = /^(?:en|uk|ru)(?![a-z])/
