import { problemsJson } from './json.ts'
import type { Reporter } from './report.ts'

/** JSON Lines: an object a finding, with the path of its file. */
export const jsonl: Reporter = (files, words) =>
  files
    .flatMap(file => problemsJson(file, words).map(problem => `${JSON.stringify({ path: file.path, ...problem })}\n`))
    .join('')
