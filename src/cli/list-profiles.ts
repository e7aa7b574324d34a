import type { MessageId } from '../i18n/index.ts'
import { profiles } from '../project/index.ts'
import { columns } from '../report/index.ts'
import type { Session } from './session.ts'

/** The profiles with a sentence each, on standard output. */
export function listProfiles({ terminal, words }: Session): void {
  const width = Math.max(...profiles.map(({ id }) => columns(id))) + 2
  for (const { id } of profiles) terminal.out(`${id.padEnd(width)}${words.message(`profile.${id}` as MessageId)}\n`)
}
