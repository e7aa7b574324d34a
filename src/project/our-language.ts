import type { Language } from '../language/index.ts'

/** True of the languages that the toolkit knows. */
export const isOurs = (code: string | undefined): code is Language => code === 'en' || code === 'uk' || code === 'ru'
