/** A message as the lines of a file say it, read without our reader. */
interface Message {
  readonly comments: readonly string[]
  /** Unescaped, by keyword: msgctxt, msgid, msgid_plural, msgstr, msgstr[0] … */
  readonly strings: ReadonlyMap<string, string>
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\' }

const unescaped = (text: string): string => text.replace(/\\([ntr"\\])/g, (_, sign: string) => escapes[sign]!)

/** Messages of a file; what is obsolete is a comment. */
function messagesOf(po: string): Message[] {
  const messages: Message[] = []
  let comments: string[] = []
  let strings = new Map<string, string>()
  let last = ''
  const end = () => {
    if (strings.size > 0 || comments.length > 0) messages.push({ comments, strings })
    comments = []
    strings = new Map()
  }
  for (const line of po.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const [, keyword, text] = /^\s*(msg\w+(?:\[\d+\])?)?\s*"(.*)"\s*$/.exec(line) ?? []
    const begins = keyword === 'msgctxt' || (keyword === 'msgid' && !strings.has('msgctxt')) || line.startsWith('#')
    if ((begins || line.trim() === '') && (strings.has('msgid') || line.trim() === '')) end()
    if (keyword !== undefined) last = keyword
    if (text !== undefined) strings.set(last, (strings.get(last) ?? '') + unescaped(text))
    else if (line.trim() !== '') comments.push(line)
  }
  end()
  return messages
}

const headerFields = /^(?:Language|Plural-Forms|Content-Type):/

/** Of each message its comments, flags, context and keys; of its forms that there are as many as the header says. */
export function poShape(po: string): string[] {
  const messages = messagesOf(po)
  const header = messages.find(({ strings }) => strings.get('msgid') === '')?.strings.get('msgstr') ?? ''
  const count = /nplurals\s*=\s*(\d+)/.exec(header)?.[1]
  return messages.flatMap(({ comments, strings }) => {
    const said = comments
      // A translation is no longer doubtful, and what it was doubtful of is gone.
      .map(line => (line.startsWith('#,') ? line.replace(/\s*fuzzy,?/, '').replace(/,\s*$/, '') : line))
      .filter(line => !/^#[,|]?\s*$|^#\|/.test(line) || line === '#')
    const keys = ['msgctxt', 'msgid', 'msgid_plural'].map(key => `${key} ${JSON.stringify(strings.get(key))}`)
    const forms = [...strings.keys()].filter(key => key.startsWith('msgstr['))
    const plural = forms.length > 0 && strings.has('msgid_plural')
    const isHeader = strings.get('msgid') === '' && !strings.has('msgctxt')
    const fields = isHeader ? header.split('\n').filter(field => !headerFields.test(field)) : []
    const formed = plural ? [String(forms.length) === count ? 'all forms' : `${forms.length} of ${count} forms`] : []
    return [...said, ...keys, ...fields, ...formed]
  })
}

/** What translations say that repeat neither their message nor, as a message of placeholders alone does, what the file said before. */
export function poTexts(po: string, before: string): string[] {
  const [own, old] = [po, before].map(text => messagesOf(text).filter(({ strings }) => strings.get('msgid')))
  return own!.flatMap(({ strings }, i) => {
    const usual = [strings.get('msgid'), strings.get('msgid_plural'), ...(old![i]?.strings.values() ?? [])]
    return [...strings].filter(([key, text]) => key.startsWith('msgstr') && !usual.includes(text)).map(String)
  })
}
