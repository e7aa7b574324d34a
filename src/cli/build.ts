declare const TLUMACH_BUILD: string | undefined

/** Names the sources that this program was built from; from the sources themselves nothing is cached. */
export const build = typeof TLUMACH_BUILD === 'undefined' ? undefined : TLUMACH_BUILD
