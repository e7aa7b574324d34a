import { runsText } from '../content/index.ts'
import { type Content, isAside, isMarker } from '../xliff/index.ts'

/** The text of a source or target without marks and comments. */
export const contentText = (content: Content): string =>
  runsText(content.runs.filter(run => run.kind === 'text' || !(isMarker(run) || isAside(run))))
