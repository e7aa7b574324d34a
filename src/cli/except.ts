import { join } from 'node:path'
import { diskHost, type Journal } from '../node/index.ts'
import { exceptInConfig } from '../project/index.ts'
import { decode, encode } from '../text/index.ts'
import type { Session } from './session.ts'
import { configFile, type Setup, shownPath } from './setup.ts'
import type { Options } from './spec.ts'

/** Writes texts that rules are to let be, by the rules' codes, into the configuration; where there is none, into a new one. */
export async function exceptInSettings(
  texts: ReadonlyMap<string, readonly string[]>,
  { setup, journal }: { readonly setup: Setup; readonly journal: Journal },
  options: Options,
  session: Session,
): Promise<void> {
  const { cwd, whole } = session.terminal
  const file = await configFile(options, session)
  if (file === 'unusable') return
  const path = file?.path ?? join(setup.root, 'tlumach.config.yaml')
  if (!/\.ya?ml$/.test(path)) {
    for (const [code, list] of texts)
      session.refuse('interactive.except-by-hand', { path: shownPath(path, cwd), code, texts: JSON.stringify(list) })
    return
  }
  const before = decode(file?.bytes ?? new Uint8Array()).value
  const after = encode({ ...before, text: await exceptInConfig(before.text, texts) })
  await whole(() => (file ? journal.replace(path, file.bytes, after) : diskHost.replace(path, [after])))
  session.note('normalize.changed', { path: shownPath(path, cwd) })
}
