/** A patronymic in the spellings of several languages, lower case, without marks. */
export const patronymic =
  /(?:[oe]v|[iy]y?o?v?|av)(?:i|y|ie)(?:ch|č|c|tch|tsch|cz|ć|tš|tsj)$|(?:ov|ev|iv|av|ow|ew|aŭ|au)n[aá]$/
