import type { Spelling } from '../glossary/index.ts'

/** Why a spelling is as it is, for a problem's data: in English, and in all its languages (JSON) where there are more. */
export function reasonData({ reason }: Spelling): { readonly reason?: string; readonly reasons?: string } {
  if (reason === undefined) return {}
  return typeof reason === 'string' ? { reason } : { reason: reason.en, reasons: JSON.stringify(reason) }
}
