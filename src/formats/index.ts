export { type MarkdownOptions, markdown, markdownFormat } from './markdown/format.ts'
export { plain } from './plain.ts'
