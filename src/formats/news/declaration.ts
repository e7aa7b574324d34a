const declaration = /^\ufeff?<\?xml[^>]{1,200}?encoding\s*=\s*["']([\w.:-]+)["']/

/** True where a text may hold every character: no encoding is named in its declaration, or one of Unicode. */
export const declaresUnicode = (source: string): boolean =>
  /^(?:utf-?(?:8|16(?:[lb]e)?))?$/i.test(declaration.exec(source)?.[1] ?? '')
