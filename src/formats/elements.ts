/** HTML Standard §13.1.2: elements without content and end tag. */
export const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
)

/** Elements whose content is no prose: one code from the opening tag to the closing one. */
export const opaqueElements: ReadonlySet<string> = new Set(
  'code kbd samp var tt pre script style textarea svg math'.split(' '),
)
