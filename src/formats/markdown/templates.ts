import type { MarkdownConfig } from '@lezer/markdown'

/** What template languages and site generators fill in: {{ x }}, {{< figure >}}, {% include %}, {# remark #}. */
const template =
  /\{\{\{?(?:[^{}]|\{(?!\{)|\}(?!\}))*\}\}\}?|\{%(?:[^%{]|\{(?!%)|%(?!\}))*%\}|\{#(?:[^#{}]|#(?!\}))*#\}/y

/** The attributes of a block, as Kramdown, Pandoc and Docusaurus write them at its end: {#id .class}, {: .class} */
const attributes = /\{:?[ \t]*[#.:][^{}\n]*\}[ \t]*$/y

/** Longer ones are more likely a text with braces of its own. */
const longest = 2000

/** Reads them as codes. What stands in them is no Markdown. */
export function templates(): MarkdownConfig {
  return {
    defineNodes: ['Template'],
    parseInline: [
      {
        name: 'Template',
        parse(cx, next, pos) {
          if (next !== 123) return -1
          const at = pos - cx.offset
          const length = matched(template, cx.text, at) || matched(attributes, cx.text, at)
          return length > 0 && length <= longest ? cx.addElement(cx.elt('Template', pos, pos + length)) : -1
        },
        before: 'Escape',
      },
    ],
  }
}

function matched(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].trimEnd().length ?? 0
}
