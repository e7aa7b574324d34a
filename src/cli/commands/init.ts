import { join } from 'node:path'
import type { MessageId } from '../../i18n/index.ts'
import { diskHost } from '../../node/index.ts'
import type { Session } from '../session.ts'
import type { Run } from '../spec.ts'

const fileName = 'tlumach.config.yaml'

export const run: Run = async (_args, options, session) => {
  const path = join(session.terminal.cwd, fileName)
  if ((await diskHost.stat(path)) && !options.force) {
    session.refuse('output.exists', { path: fileName })
    return 2
  }
  await diskHost.replace(path, [Buffer.from(template(session))])
  session.note('init.written', { path: fileName })
  return 0
}

/** A configuration in which everything is the default and out-commented, each setting with what it does. */
function template(session: Session): string {
  const comment = (id: MessageId) => session.words.message(id).replace(/^/gm, '# ')
  const settings: readonly (readonly [MessageId, string])[] = [
    ['init.style', 'style: official'],
    ['init.language', 'language: uk'],
    ['init.glossaries', 'glossaries:\n  - names.yaml'],
    ['init.default-glossary', 'defaultGlossary: true'],
    ['init.fail-on', 'failOn: warning'],
    ['init.rules', 'rules:\n  inconsistent-name: info'],
    ['init.places', 'places:\n  quotation: report\n  headline: fix\n  caption: fix\n  handle: skip'],
    ['init.front-matter', 'frontMatter: [title, description]'],
    ['init.ignore', 'ignore:\n  - archive/'],
    ['init.overrides', 'overrides:\n  - files: ["uk/**"]\n    language: uk'],
  ]
  const body = settings.map(([id, yaml]) => `${comment(id)}\n${yaml.replace(/^/gm, '# ')}\n`)
  return `${comment('init.head')}\n\n${body.join('\n')}`
}
