import { describe, expect, it } from 'vitest'
import { type Concept, openTermFormat, type WriteTermsOptions } from '../../src/termbase/index.ts'
import { childElements, type Element, readXml } from '../../src/xml/index.ts'

const tbx = await openTermFormat('tbx')
const tbx2 = await openTermFormat('tbx2')

/** The concepts of a TBX in short, and its problems. */
function check(xml: string, want: readonly unknown[]): void {
  const { value, problems } = tbx.read(new TextEncoder().encode(xml))
  const said = value.map(({ id, kind, gender, names, terms, note, source }) => ({
    id,
    kind,
    names,
    terms: terms.map(({ lang, text, status, reason }) => [lang, text, status, ...(reason ? [reason] : [])].join(' ')),
    ...(gender && { gender }),
    ...(note && { note }),
    ...(source && { source }),
  }))
  expect([...said, ...problems.map(p => [p.code, ...Object.values(p.data ?? {})].join(' '))]).toEqual(want)
}

const cluster = {
  id: 'open-cluster',
  kind: 'term',
  names: { uk: { name: 'розсіяне скупчення' } },
  terms: ['en open cluster preferred', 'en galactic cluster superseded an older word'],
  gender: 'n',
  note: 'A group of stars.\nasked in 2020',
  source: 'a handbook',
}

describe('TBX of other programs', () => {
  it('version 3, categories as tags', () => {
    check(
      `<?xml version="1.0"?><tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
        xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader/><text><body>
        <conceptEntry id="c1"><min:subjectField>Astronomy</min:subjectField><note>asked in 2020</note>
          <langSec xml:lang="en-GB">
            <descripGrp><basic:definition>A group of stars.</basic:definition><basic:source>a handbook</basic:source></descripGrp>
            <termSec><term>open cluster</term><min:partOfSpeech>noun</min:partOfSpeech>
              <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
            <termSec><term>galactic cluster</term>
              <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus><note>an older word</note></termSec>
          </langSec>
          <langSec xml:lang="uk"><termSec><term>розсіяне скупчення</term><basic:grammaticalGender>neuter</basic:grammaticalGender></termSec></langSec>
        </conceptEntry></body></text></tbx>`,
      [cluster, 'termbase-loss subjectField 1'],
    )
  })

  it('version 2, with groups and old names of categories', () => {
    check(
      `<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="en"><martifHeader/><text><body>
        <termEntry id="12"><descripGrp><descrip type="definition">A group of stars.</descrip><admin type="source">a handbook</admin></descripGrp><note>asked in 2020</note>
          <langSet xml:lang="uk"><tig><term>розсіяне <hi>скупчення</hi></term><termNote type="grammaticalGender">neuter</termNote></tig></langSet>
          <langSet xml:lang="en"><ntig><termGrp><term>open cluster</term><termNote type="normativeAuthorization">preferredTerm</termNote></termGrp></ntig>
            <tig><term>galactic cluster</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote><note>an older word</note><descrip type="context">M29 is one.</descrip></tig></langSet>
        </termEntry><termEntry id="13"/></body></text></martif>`,
      [cluster, 'termbase-no-term', 'termbase-loss context 1'],
    )
  })

  it('what is not TBX, or is broken', () => {
    check('<tmx version="1.4"/>', ['termbase-not-tbx tmx'])
    check(
      '<tbx><text><body><conceptEntry id="x"><langSec xml:lang="en"><termSec><term>X</term></termSec></langSec></conceptEntry><conceptEntry>',
      [
        { id: 'x', kind: 'term', names: {}, terms: ['en X preferred'] },
        expect.stringContaining('xml-malformed') as unknown,
      ],
    )
  })
})

const podoliak: Concept = {
  id: '24-podoliak',
  kind: 'person',
  gender: 'm',
  names: { uk: { given: 'Михайло', patronymic: 'Михайлович', family: 'Подоляк' } },
  terms: [
    { lang: 'en', text: 'Podoliak', part: 'family', status: 'preferred', source: 'president.gov.ua' },
    { lang: 'en', text: 'Podoliyak', part: 'family', status: 'deprecated', reason: 'mixes two schemes' },
  ],
  former: [],
  except: [],
  note: 'adviser',
}

const written = (options: WriteTermsOptions, format = tbx): string =>
  new TextDecoder().decode(format.write([podoliak], options).value)

const all = (element: Element): Element[] => [element, ...childElements(element).flatMap(all)]

describe('TBX that is written', () => {
  it('says what it is, and has only the categories of its dialect', () => {
    const names = (options: WriteTermsOptions) =>
      [...new Set([...written(options).matchAll(/<((?:min|basic):\w+)|type="(\w+)">/g)].map(m => m[1] ?? m[2]))].sort()
    expect(written({})).toContain('<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">')
    expect(names({ dialect: 'core' })).toEqual([])
    expect(names({ dialect: 'min' })).toEqual(['administrativeStatus', 'partOfSpeech', 'subjectField'])
    expect(names({ markup: 'dct' })).toEqual([
      'basic:grammaticalGender',
      'basic:source',
      'min:administrativeStatus',
      'min:partOfSpeech',
      'min:subjectField',
    ])
  })

  it('has its elements in the order of the core structure', () => {
    for (const options of [{}, { markup: 'dct' }, { dialect: 'min' }, { dialect: 'core' }] as const) {
      const elements = all(readXml(written(options)).value!)
      for (const section of elements.filter(e => e.local === 'termSec')) {
        const [first, ...rest] = childElements(section).map(e => e.local)
        expect(first).toBe('term')
        const notes = rest.filter(name => name === 'termNote')
        expect(rest.slice(0, notes.length)).toEqual(notes)
      }
      const entry = elements.find(e => e.local === 'conceptEntry')!
      expect(entry.attributes.find(a => a.local === 'id')?.value).toBe('_24-podoliak')
      const locals = childElements(entry).map(e => e.local)
      expect(locals.slice(locals.indexOf('langSec')).every(local => local === 'langSec')).toBe(true)
    }
  })

  it('can leave out what is not to be used', () => {
    expect(written({}, tbx2)).toContain('<term>Podoliyak</term>')
    expect(written({ usableOnly: true }, tbx2)).not.toContain('Podoliyak')
    expect(written({}, tbx2)).toMatch(
      /^<\?xml[^>]+>\n<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n<martif type="TBX-Basic"/,
    )
  })
})
