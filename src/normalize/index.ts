export { type Capitals, type Change, capitals, redress, redressed } from './dress.ts'
export { composeFold, type Folded, fold, foldUnit, foldWithMap } from './fold.ts'
export { type LookAlike, readLookAlikes } from './look-alikes.ts'
