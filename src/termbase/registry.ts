import type { TermFormat } from './format.ts'

/** The formats in which termbases are exchanged; each is loaded when it is opened. */
const loaders = {
  tbx: () => import('./tbx.ts').then(m => m.tbx),
  tbx2: () => import('./tbx.ts').then(m => m.tbx2),
  csv: () => import('./separated.ts').then(m => m.csv),
  tsv: () => import('./separated.ts').then(m => m.tsv),
  xlsx: () => import('./xlsx.ts').then(m => m.xlsx),
  omegat: () => import('./omegat.ts').then(m => m.omegat),
  deepl: () => import('./deepl.ts').then(m => m.deepl),
  utx: () => import('./utx.ts').then(m => m.utx),
  i18next: () => import('./key-value.ts').then(m => m.i18next),
  json: () => import('./json.ts').then(m => m.json),
} satisfies Readonly<Record<string, () => Promise<TermFormat>>>

export type TermFormatId = keyof typeof loaders

export const termFormats = Object.keys(loaders) as readonly TermFormatId[]

export const openTermFormat = (id: TermFormatId): Promise<TermFormat> => loaders[id]()

const byExtension: Readonly<Record<string, TermFormatId>> = {
  tbx: 'tbx',
  csv: 'csv',
  tsv: 'tsv',
  txt: 'tsv',
  xlsx: 'xlsx',
  utf8: 'omegat',
  utx: 'utx',
  json: 'json',
  yaml: 'json',
  yml: 'json',
}

/** The format that a file's name shows. */
export const termFormatOf = (path: string): TermFormatId | undefined =>
  byExtension[/\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '']
