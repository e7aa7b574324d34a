import { canHold } from '../../xml/index.ts'

const declaration = /^\ufeff?<\?xml[^>]{1,200}?encoding\s*=\s*["']([\w.:-]+)["']/

/** Whether the encoding that a text declares has a character: all where it names none, or one of Unicode. */
export function heldBy(source: string): (character: string) => boolean {
  const name = declaration.exec(source)?.[1] ?? ''
  return /^(?:utf-?(?:8|16(?:[lb]e)?))?$/i.test(name) ? () => true : canHold(name)
}
