export { concise } from './concise.ts'
export { json, type ProblemJson, problemsJson } from './json.ts'
export { pretty } from './pretty.ts'
export { messageOf, noPaint, type Paint, type Reporter, type ReportFile, type ReportProblem } from './report.ts'
