import type { Block, Run } from '../../../src/content/index.ts'
import type { BilingualSegment } from '../../../src/qa/index.ts'

/** A catalog's translated messages, and the language (BCP 47) of the translations. */
export interface Catalog {
  readonly language: string
  readonly segments: readonly BilingualSegment[]
}

/** Reads what is translated in a gettext catalog (not fuzzy, not obsolete); tags of HTML become inline codes. */
export function readCatalog(text: string, path: string): Catalog {
  const messages = text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/u)
    .map(readMessage)
  const header = messages.find(message => message.msgid === '')?.['msgstr'] ?? ''
  const named = /(?:^|[./_-])(uk|ru)(?:_[A-Z]+)?(?:[./]|$)/u.exec(path)?.[1]
  const language = (/^Language:\s*(\w+)/mu.exec(header)?.[1] ?? named ?? 'und').slice(0, 2).toLowerCase()
  const segments: BilingualSegment[] = []
  for (const message of messages) {
    if (!message.msgid) continue
    const { msgid, msgid_plural: plural, msgctxt: context } = message
    const targets =
      plural === undefined
        ? [message.msgstr]
        : Object.keys(message)
            .filter(key => key.startsWith('msgstr['))
            .map(key => message[key])
    for (const target of targets) {
      if (!target) continue
      const number = segments.length + 1
      segments.push({
        id: String(number),
        number,
        ...(context !== undefined && { context }),
        source: block(plural ?? msgid, 'en', `s${number}`),
        ...(plural !== undefined && { alternatives: [block(msgid, 'en', `a${number}`)] }),
        target: block(target, language, `t${number}`),
        place: { start: 0, end: 0 },
        state: 'translated',
      })
    }
  }
  return { language, segments }
}

type Message = Readonly<Record<string, string | undefined>>

function readMessage(paragraph: string): Message {
  const message: Record<string, string> = {}
  let key: string | undefined
  for (const line of paragraph.split('\n')) {
    if (line.startsWith('#')) {
      if (/^#,.*\bfuzzy\b/u.test(line)) return {}
      continue
    }
    const found = /^(?:(msg[a-z_]+(?:\[\d+\])?)\s+)?"(.*)"\s*$/u.exec(line)
    if (!found) continue
    key = found[1] ?? key
    if (key) message[key] = (message[key] ?? '') + unescape(found[2]!)
  }
  return message
}

const controls: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\u0007', b: '\b', f: '\f', v: '\v' }

const unescape = (text: string): string =>
  text.replace(/\\(x[\dA-Fa-f]{2}|[0-7]{1,3}|.)/gu, (_, escape: string) => {
    if (escape.startsWith('x')) return String.fromCharCode(Number.parseInt(escape.slice(1), 16))
    return /^[0-7]/u.test(escape) ? String.fromCharCode(Number.parseInt(escape, 8)) : (controls[escape] ?? escape)
  })

const tag = /<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*)?(\/?)>/gu
const known = new Set('a b big br code em h1 h2 h3 hr i li p pre small span strong sub sup tt u ul'.split(' '))

/** A block whose offsets are those of the message itself. */
export function block(text: string, language: string, id: string): Block {
  const runs: Run[] = []
  let at = 0
  const addText = (end: number) => {
    if (end > at)
      runs.push({ kind: 'text', text: text.slice(at, end), map: [{ at: 0, length: end - at, start: at, end }] })
  }
  const open: { readonly name: string; readonly id: string }[] = []
  for (const found of text.matchAll(tag)) {
    const [label, slash, name, empty] = found
    if (!known.has(name!)) continue
    addText(found.index)
    at = found.index + label.length
    const span = { start: found.index, end: at }
    if (empty || name === 'br' || name === 'hr') runs.push({ kind: 'code', id: label, label: `<${name}/>`, span })
    else if (slash) {
      const place = open.findLastIndex(one => one.name === name)
      const opener = place < 0 ? undefined : open.splice(place, 1)[0]
      runs.push({ kind: 'close', id: opener?.id ?? label, label: `<${name}>`, span })
    } else {
      const opener = { name: name!, id: `${name} ${found.index}` }
      open.push(opener)
      runs.push({ kind: 'open', id: opener.id, label: `<${name}>`, span })
    }
  }
  addText(text.length)
  return { id, kind: 'paragraph', scope: 'body', span: { start: 0, end: text.length }, language, runs }
}
