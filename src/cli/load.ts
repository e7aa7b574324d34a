import type { Run } from './spec.ts'

/** What a command needs is loaded only when it runs. */
const loaders: Readonly<Record<string, () => Promise<{ readonly run: Run }>>> = {
  lint: () => import('./commands/lint.ts'),
  normalize: () => import('./commands/normalize.ts'),
  undo: () => import('./commands/undo.ts'),
  names: () => import('./commands/names.ts'),
  'glossary-check': () => import('./commands/glossary-check.ts'),
  'glossary-expand': () => import('./commands/glossary-expand.ts'),
  'glossary-add': () => import('./commands/glossary-add.ts'),
  'glossary-import': () => import('./commands/glossary-import.ts'),
  'glossary-export': () => import('./commands/glossary-export.ts'),
  'glossary-print': () => import('./commands/glossary-print.ts'),
  'glossary-diff': () => import('./commands/glossary-diff.ts'),
  export: () => import('./commands/export.ts'),
  check: () => import('./commands/check.ts'),
  merge: () => import('./commands/merge.ts'),
  update: () => import('./commands/update.ts'),
  validate: () => import('./commands/validate.ts'),
  convert: () => import('./commands/convert.ts'),
  align: () => import('./commands/align.ts'),
  memory: () => import('./commands/memory.ts'),
  stats: () => import('./commands/stats.ts'),
  status: () => import('./commands/status.ts'),
  pseudo: () => import('./commands/pseudo.ts'),
  romanize: () => import('./commands/romanize.ts'),
  cyrillize: () => import('./commands/cyrillize.ts'),
  srx: () => import('./commands/srx.ts'),
  rules: () => import('./commands/rules.ts'),
  explain: () => import('./commands/explain.ts'),
  init: () => import('./commands/init.ts'),
  completion: () => import('./commands/completion.ts'),
}

export const loadCommand = async (name: string): Promise<Run> => (await loaders[name]!()).run
