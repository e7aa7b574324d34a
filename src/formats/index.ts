export { type MarkdownOptions, markdown, markdownFormat } from './markdown/format.ts'
export { plain } from './plain.ts'
export { srt } from './subtitles/srt.ts'
export { vtt } from './subtitles/vtt.ts'
