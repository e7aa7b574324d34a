import { openBaseline } from './baseline-file.ts'
import type { LintReport } from './lint-report.ts'
import type { OpenTeller } from './lint-teller.ts'
import type { Session } from './session.ts'
import type { Setup } from './setup.ts'
import type { Options } from './spec.ts'

/**
 * A teller that leaves out what the baseline knows, or (`--write-baseline`) makes a baseline of all that it is told. `inner` tells of
 * whole files. Undefined (and refused) where the baseline cannot be used.
 */
export async function heedingBaseline(
  inner: OpenTeller,
  { setup, report }: { readonly setup: Setup; readonly report: LintReport },
  options: Options,
  session: Session,
): Promise<OpenTeller | undefined> {
  const baseline = openBaseline(setup.root, 'baseline.json', options, session)
  if (!baseline) return undefined
  return {
    async tell(source) {
      const told = await inner.tell(source)
      if (!told || !('checked' in told) || told.checked.unusable) return told
      return report.tell({ ...baseline.heed(told.checked), ...(told.changed && { changed: true }) })
    },
    async save() {
      await inner.save()
      await baseline.save()
    },
  }
}
