/** Text for an element or a quoted attribute of HTML; control characters, which HTML forbids, become spaces. */
export const asHtml = (text: string): string =>
  text
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
