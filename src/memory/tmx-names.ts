/** How our own files name the program that wrote them. */
export const ownTool = 'tlumach'

/**
 * The types of `<prop>` that hold what TMX has no attribute for. Not `file` and `id`: where those are, OmegaT takes a unit for the
 * translation at that place alone and gives it nowhere else.
 */
export const propertyNames = {
  before: 'x-tlumach-before',
  after: 'x-tlumach-after',
  origin: 'x-tlumach-origin',
  state: 'x-tlumach-state',
  file: 'x-tlumach-file',
  unit: 'x-tlumach-unit',
} as const

const tmxDate = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/

/** `20261122T210000Z` as 2026-11-22T21:00:00Z; undefined of anything else (TMX 1.4b, changedate). */
export function fromTmxDate(date: string | undefined): string | undefined {
  const found = date === undefined ? null : tmxDate.exec(date)
  return found ? `${found[1]}-${found[2]}-${found[3]}T${found[4]}:${found[5]}:${found[6]}Z` : undefined
}

/** The form of TMX; undefined of what is no date and time in UTC. */
export function toTmxDate(date: string | undefined): string | undefined {
  const tmx = date?.replace(/\.\d+Z$/, 'Z').replaceAll(/[-:]/g, '')
  return tmx !== undefined && tmxDate.test(tmx) ? tmx : undefined
}
