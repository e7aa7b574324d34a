export { type Alignable, alignTexts, type Bead } from './align.ts'
