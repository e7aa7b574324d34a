import type { Source } from '../project/index.ts'
import type { Teller } from './lint-teller.ts'
import type { Threads } from './lint-threads.ts'
import type { Session } from './session.ts'
import type { Options } from './spec.ts'

/** A thread starts and warms up in the time in which so much text is linted. */
const worthThreads = 20e6
/** So many texts tell how large they are. */
const sample = 16

/**
 * Tells here, until it shows that the run is large (or at once, if threads are asked for); then threads are started. What they cannot
 * hand over is told here.
 */
export function sharing(tell: Teller, files: number, options: Options, session: Session) {
  const asked = options.threads === undefined ? undefined : Number(options.threads)
  let threads: Threads | undefined
  let here: Promise<unknown> | undefined
  let [texts, bytes] = [0, 0]
  const isLarge = () => texts >= sample && (bytes / texts) * (files - texts) > worthThreads
  return {
    async tell(source: Source) {
      texts++
      bytes += source.bytes.length
      if (texts > 1 && !threads && asked !== 1 && (asked !== undefined || isLarge())) {
        const { openThreads, usualThreads } = await import('./lint-threads.ts')
        const count = asked ?? usualThreads()
        // The main thread is one of them.
        if (count > 1) threads ??= openThreads(count - 1, options, session)
      }
      const told = threads?.hasRoom() ? await threads.tell(source) : undefined
      if (told) return told
      const own = tell(source)
      here = own
      return await own
    },
    async caughtUp() {
      if (!threads || !here) return
      await here
      here = undefined
      await threads.listen()
    },
    // While the threads work at theirs, so many more are told here.
    width: () => (threads ? 1 + 3 * threads.waiting() : 1),
    end: async () => await threads?.end(),
  }
}
