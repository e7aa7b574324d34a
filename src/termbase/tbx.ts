import type { TermFormat } from './format.ts'
import { readTbx } from './tbx-read.ts'
import { version2, version3 } from './tbx-shape.ts'
import { writeTbx } from './tbx-write.ts'

/** TermBase eXchange, version 3: ISO 30042:2019. */
export const tbx: TermFormat = {
  id: 'tbx',
  extensions: ['.tbx'],
  read: readTbx,
  write: (concepts, options = {}) => writeTbx(concepts, version3, options),
}

/** TermBase eXchange, version 2: ISO 30042:2008, which OmegaT and older programs read. */
export const tbx2: TermFormat = {
  id: 'tbx2',
  extensions: [],
  read: readTbx,
  write: (concepts, options = {}) => writeTbx(concepts, version2, options),
}
