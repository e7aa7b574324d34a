import { cyrillize } from '../../romanize/index.ts'
import type { Run } from '../spec.ts'
import { transliterate } from '../transliterate.ts'

export const run: Run = (args, options, session) => transliterate(cyrillize, args, options, session)
