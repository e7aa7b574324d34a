import type { Client } from './client.ts'
import { gettext } from './gettext.ts'
import { libreOffice } from './libreoffice.ts'
import { omegat } from './omegat.ts'
import { translateToolkit } from './translate-toolkit.ts'

/** The programs that are tried, by the names under which they can be asked for. */
export const clients: Readonly<Record<string, Client>> = {
  omegat,
  'translate-toolkit': translateToolkit,
  libreoffice: libreOffice,
  gettext,
}
