import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The published schemas, where the conformance files lie beside the project. */
const folder = resolve(import.meta.dirname, '../../../shared/conformance/xliff/schemas')

function hasXmllint(): boolean {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Why the schemas cannot be asked here; undefined where they can. */
export const schemasAbsent = !existsSync(folder)
  ? 'the published schemas are not beside the project'
  : hasXmllint()
    ? undefined
    : 'xmllint is not installed'

/** What xmllint says against the files by the schema of their version; empty where all are valid. */
export function schemaFaults(files: readonly string[], version: '1.2' | '2.0' | '2.1' | '2.2'): string[] {
  const work = mkdtempSync(join(tmpdir(), 'xliff-'))
  const schema = join(folder, version, version === '1.2' ? 'xliff-core-1.2-strict.xsd' : 'all.xsd')
  const paths = files.map((text, i) => {
    const path = join(work, `${i}.xlf`)
    writeFileSync(path, text)
    return path
  })
  try {
    const env = { ...process.env, XML_CATALOG_FILES: join(folder, 'catalog.xml') }
    execFileSync('xmllint', ['--nonet', '--noout', '--schema', schema, ...paths], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return []
  } catch (error) {
    const said = String((error as { stderr?: unknown }).stderr ?? error)
    return said.split('\n').filter(line => line !== '' && !line.endsWith(' validates'))
  } finally {
    rmSync(work, { recursive: true })
  }
}
