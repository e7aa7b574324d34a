import type { Problem, Span } from '../../text/index.ts'
import { type Element, findAttribute, type OpenElement } from '../../xml/index.ts'
import { type Code, constraints } from './constraint.ts'

export type Data = Readonly<Record<string, string | number>>

/** Takes down one breach. The severity is the constraint's own. */
export type Report = (code: Code, span: Span, data?: Data) => void

/** More problems than this are not kept: a broken generator repeats one fault in each of its units. */
export const problemLimit = 10_000

export function collector(): { readonly report: Report; readonly problems: Problem[] } {
  const problems: Problem[] = []
  return {
    problems,
    report(code, span, data) {
      if (problems.length >= problemLimit) return
      const { severity } = constraints[code]
      problems.push(data ? { code, severity, span, data } : { code, severity, span })
    },
  }
}

/** An element is pointed at by its start tag: the whole of it may be the whole file. */
export const tag = (element: Element | OpenElement): Span => ({ start: element.span.start, end: element.openEnd })

/** The attribute's value, or the start tag where the attribute is missing. */
export function at(element: Element, local: string, ns = ''): Span {
  return findAttribute(element, local, ns)?.valueSpan ?? tag(element)
}

/** Values go into messages, so long ones are cut. */
export const short = (value: string, length = 80): string =>
  value.length > length ? `${value.slice(0, length - 1)}…` : value
