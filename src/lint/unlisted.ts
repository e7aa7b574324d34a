import type { Problem } from '../text/index.ts'
import type { Subject } from './subject.ts'

/** Names that no glossary lists and that the text spells in two ways; filled by the name engine. */
export function* unlistedInconsistencies(_subject: Subject): Generator<Problem> {}
