import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openFormat } from '../../src/formats/index.ts'
import { checkPackage } from './package-laws.ts'

const folder = process.env.TLUMACH_OFFICE_FILES ?? ''

/** Files of the machine, found below a folder that is named in the environment. */
describe('office files of this machine', () => {
  it.skipIf(!existsSync(folder))('are written back as they were (TLUMACH_OFFICE_FILES names a folder)', async () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
      /\.(?:docx|odt)$/.test(name),
    )
    expect(files).not.toEqual([])
    for (const file of files) {
      const format = await openFormat(file.endsWith('.odt') ? 'odt' : 'docx')
      const bytes = readFileSync(`${folder}/${file}`)
      try {
        checkPackage(format, bytes)
      } catch (error) {
        throw new Error(`${file}: ${error instanceof Error ? error.message.slice(0, 2000) : error}`)
      }
    }
  })
})
