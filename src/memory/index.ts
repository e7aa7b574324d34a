export { type Alignable, alignTexts, type Bead } from './align.ts'
export { type Band, bands, type Counted, sumTallies, type Tally, tally, type Volume } from './tally.ts'
