export { admits, romanize, romanizeAll } from './apply.ts'
export { findScheme, schemes } from './registry.ts'
export { cyrillize } from './reverse.ts'
export type { Scheme, SchemeKind, SchemeRule, Spelling } from './scheme.ts'
