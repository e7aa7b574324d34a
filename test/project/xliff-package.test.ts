import { Buffer } from 'node:buffer'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Source, validate, xliffInPackage } from '../../src/project/index.ts'
import { files } from '../xliff/documents.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const trados = files.get('trados-1.sdlxliff')!
const memoq = files.get('memoq-1.mqxliff')!

/** The paths of the XLIFF files in a package, or why it is refused. */
function check(name: string, entries: Readonly<Record<string, Uint8Array>>, expected: readonly string[] | string) {
  const inside = xliffInPackage({ path: name, bytes: zipSync(entries) })
  if ('unusable' in inside) expect(inside.problems.map(problem => problem.code).join()).toBe(expected)
  else expect(inside.map(({ path }) => path)).toEqual(expected)
  return inside as readonly Source[]
}

describe('XLIFF files in packages', () => {
  it('are those of all languages', () => {
    const entries = {
      'return.sdlproj': utf8('<PackageProject/>'),
      'en-US/a.docx.sdlxliff': trados,
      'uk-UA/a.docx.sdlxliff': trados,
      'Reports/a.xml': utf8('<a/>'),
    }
    const inside = check('back.sdlrpx', entries, [
      'back.sdlrpx/en-US/a.docx.sdlxliff',
      'back.sdlrpx/uk-UA/a.docx.sdlxliff',
    ])
    expect(Buffer.from(inside[0]!.bytes)).toEqual(Buffer.from(trados))
    expect(validate(inside[1]!).unusable).toBe(false)
  })

  it('may be packed once more', () => {
    const packed = zipSync({ 'document.mqxliff': memoq, 'skeleton.xml': utf8('<s/>') })
    check('back.mqback', { 'manifest.mqmft': utf8('<m/>'), 'a.mqxlz': packed }, [
      'back.mqback/a.mqxlz/document.mqxliff',
    ])
    const deep = zipSync({ 'b.mqxlz': packed })
    check('back.mqback', { 'a.mqxlz': deep }, 'xliff-package-empty')
  })

  it('are refused where the package is none, empty, damaged or a bomb', () => {
    expect(xliffInPackage({ path: 'a.sdlrpx', bytes: utf8('no archive') })).toMatchObject({ unusable: true })
    check('a.sdlrpx', { 'readme.txt': utf8('a') }, 'xliff-package-empty')
    const whole = zipSync({ 'a.sdlxliff': trados }, { level: 0 })
    const broken = whole.map((byte, i) => (i === 200 ? byte ^ 1 : byte))
    expect(xliffInPackage({ path: 'a.sdlrpx', bytes: broken })).toMatchObject({
      problems: [{ code: 'package-damaged' }],
    })
    check('a.sdlrpx', { 'a.sdlxliff': new Uint8Array(40_000_000) }, 'package-too-large')
  })
})
