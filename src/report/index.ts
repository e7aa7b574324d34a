export { concise } from './concise.ts'
export { openReporter, type ReportFormat, reportFormats } from './formats.ts'
export { type ProblemJson, problemsJson } from './json.ts'
export { messageOf, noPaint, type Paint, type Reporter, type ReportFile, type ReportProblem } from './report.ts'
