import { join } from 'node:path'
import type { MessageId } from '../../i18n/index.ts'
import { diskHost } from '../../node/index.ts'
import { houseStyle } from '../../project/index.ts'
import { houseFiles } from '../init-from.ts'
import type { Session } from '../session.ts'
import type { Run } from '../spec.ts'

const fileName = 'tlumach.config.yaml'

const styleName = 'house-style.yaml'
const proposedName = 'proposed-names.yaml'

/** Writes a configuration to be filled in; with an archive, one that uses the style that the archive shows. */
export const run: Run = async (_args, options, session) => {
  const archive: string | undefined = options.from
  const wanted = archive === undefined ? [fileName] : [fileName, styleName, proposedName]
  for (const path of options.force ? [] : wanted) {
    if (await diskHost.stat(join(session.terminal.cwd, path))) session.refuse('output.exists', { path })
  }
  if (session.status(0) !== 0) return 2
  if (archive === undefined) {
    await write(fileName, template(session, {}), session)
    session.note('init.written', { path: fileName })
    return 0
  }
  const house = await houseFiles(archive, options, session)
  if (!house) return 2
  const settings = { 'init.style': `style: ${houseStyle}`, 'init.glossaries': `glossaries:\n  - ${styleName}` }
  await write(styleName, house.style, session)
  if (house.proposed !== '') await write(proposedName, house.proposed, session)
  await write(fileName, template(session, settings), session)
  session.note('init.house-written', { path: styleName, config: fileName })
  if (house.proposed !== '') session.note('init.proposed', { path: proposedName })
  return session.status(0)
}

const write = (name: string, text: string, { terminal }: Session): Promise<void> =>
  terminal.whole(() => diskHost.replace(join(terminal.cwd, name), [Buffer.from(text)]))

/** A configuration in which everything but what is given is the default and out-commented, each setting with what it does. */
function template(session: Session, given: Readonly<Partial<Record<MessageId, string>>>): string {
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
  const body = settings.map(([id, yaml]) => `${comment(id)}\n${given[id] ?? yaml.replace(/^/gm, '# ')}\n`)
  return `${comment('init.head')}\n\n${body.join('\n')}`
}
