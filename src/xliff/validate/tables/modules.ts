import { type ElementTable, type Grammar, grammar } from '../grammar.ts'
import { type ValueType, valueTypes } from '../value.ts'

/** A module of XLIFF 2: its namespaces, elements and the attributes it puts on elements of the core. */
export interface Module {
  readonly prefix: string
  readonly namespaces: readonly string[]
  readonly elements: Grammar
  /** The type of each attribute that may stand on elements of others. */
  readonly attributes: ReadonlyMap<string, { readonly type: string; readonly value: ValueType }>
  /** Where the module's outer elements may stand, of the core's elements; absent: wherever foreign ones may. */
  readonly places: Readonly<Record<string, readonly string[]>>
}

function module(
  prefix: string,
  namespaces: readonly string[],
  elements: ElementTable,
  attributes = '',
  places: Module['places'] = {},
): Module {
  const words = attributes.split(' ').filter(Boolean)
  const typed = words.map(word => {
    const [name, type] = word.split(':') as [string, string]
    return [name, { type, value: valueTypes[type]! }] as const
  })
  return { prefix, namespaces, elements: grammar(elements), attributes: new Map(typed), places }
}

const issue =
  'locQualityIssueType:issueType locQualityIssueComment:text locQualityIssueSeverity:percent locQualityIssueProfileRef:iri locQualityIssueEnabled:yesNo'
const people =
  'org:text orgRef:iri person:text personRef:iri revOrg:text revOrgRef:iri revPerson:text revPersonRef:iri revTool:text revToolRef:iri tool:text toolRef:iri'

export const modules: readonly Module[] = [
  module(
    'mtc',
    ['urn:oasis:names:tc:xliff:matches:2.0'],
    {
      matches: { content: 'match+' },
      match: {
        content: 'mda:metadata? xlf:originalData? xlf:source xlf:target ##other*',
        attributes:
          'id:nmtoken matchQuality:percent matchSuitability:percent origin:text ref!:iri reference:yesNo similarity:percent subType:userDefined type:matchType *',
      },
    },
    '',
    { matches: ['unit'] },
  ),
  module(
    'gls',
    ['urn:oasis:names:tc:xliff:glossary:2.0'],
    {
      glossary: { content: 'glossEntry+' },
      glossEntry: { content: 'term translation* definition? ##other*', attributes: 'id:nmtoken ref:iri *' },
      term: { content: '#text', attributes: 'source:text *' },
      translation: { content: '#text', attributes: 'id:nmtoken ref:iri source:text *' },
      definition: { content: '#text', attributes: 'source:text *' },
    },
    '',
    { glossary: ['unit'] },
  ),
  module('fs', ['urn:oasis:names:tc:xliff:fs:2.0'], {}, 'fs:htmlElement subFs:text'),
  module(
    'mda',
    ['urn:oasis:names:tc:xliff:metadata:2.0'],
    {
      metadata: { content: 'metaGroup+', attributes: 'id:nmtoken' },
      metaGroup: {
        content: '(metaGroup|meta)+',
        attributes: 'id:nmtoken category:text appliesTo:metaAppliesTo',
      },
      meta: { content: '#text', attributes: 'type!:text' },
    },
    '',
    { metadata: ['xliff', 'file', 'group', 'unit'] },
  ),
  module(
    'res',
    ['urn:oasis:names:tc:xliff:resourcedata:2.0'],
    {
      resourceData: { content: 'resourceItemRef* resourceItem*' },
      resourceItemRef: { attributes: 'id:nmtoken ref!:nmtoken *' },
      resourceItem: {
        content: 'xlf:notes? source? target? reference*',
        attributes: 'mimeType:text id:nmtoken context:yesNo *',
      },
      source: { content: '##other*', attributes: 'href:text xml:lang:languageOrNone *' },
      target: { content: '##other*', attributes: 'href:text xml:lang:languageOrNone *' },
      reference: { attributes: 'href!:text xml:lang:languageOrNone *' },
    },
    '',
    { resourceData: ['file', 'group', 'unit'] },
  ),
  module(
    'ctr',
    ['urn:oasis:names:tc:xliff:changetracking:2.0'],
    {
      changeTrack: { content: 'revisions+' },
      revisions: {
        content: 'revision+',
        attributes: 'appliesTo!:nmtoken ref:nmtoken currentVersion:nmtoken *',
      },
      revision: { content: 'item+', attributes: 'author:text datetime:text version:nmtoken *' },
      item: { content: '#text', attributes: 'property!:text *' },
    },
    '',
    { changeTrack: ['file', 'group', 'unit'] },
  ),
  module(
    'slr',
    ['urn:oasis:names:tc:xliff:sizerestriction:2.0'],
    {
      profiles: { content: 'normalization? ##other*', attributes: 'generalProfile:text storageProfile:text' },
      normalization: { attributes: 'general:normalization storage:normalization' },
      data: { content: '##other*', attributes: 'profile!:text *' },
    },
    'equivStorage:text sizeInfo:text sizeInfoRef:nmtoken sizeRestriction:text storageRestriction:text',
    { profiles: ['file'], data: ['file', 'group', 'unit'] },
  ),
  module(
    'val',
    ['urn:oasis:names:tc:xliff:validation:2.0'],
    {
      validation: { content: 'rule+', attributes: '*' },
      rule: {
        attributes:
          'isPresent:text occurs:positiveInteger isNotPresent:text startsWith:text endsWith:text existsInSource:yesNo caseSensitive:yesNo normalization:normalization disabled:yesNo *',
      },
    },
    '',
    { validation: ['file', 'group', 'unit'] },
  ),
  module(
    'its',
    ['http://www.w3.org/2005/11/its'],
    {
      locQualityIssues: { content: 'locQualityIssue+', attributes: 'xml:id!:nmtoken version:itsVersion' },
      locQualityIssue: { attributes: `version:itsVersion ${issue}` },
      provenanceRecords: { content: 'provenanceRecord+', attributes: 'xml:id!:nmtoken version:itsVersion' },
      provenanceRecord: { attributes: `version:itsVersion ${people}` },
    },
    `version:itsVersion allowedCharacters:text annotatorsRef:text localeFilterList:text localeFilterType:locFilterType ${issue} locQualityIssuesRef:iri locQualityRatingProfileRef:iri locQualityRatingScore:percent locQualityRatingScoreThreshold:percent locQualityRatingVote:integer locQualityRatingVoteThreshold:integer mtConfidence:confidence provenanceRecordsRef:iri taClassRef:iri taConfidence:confidence taIdent:text taIdentRef:iri taSource:text termConfidence:confidence ${people}`,
  ),
  module('itsm', ['urn:oasis:names:tc:xliff:itsm:2.1'], {}, 'domains:text lang:language'),
  module('pgs', ['urn:oasis:names:tc:xliff:pgs:1.0'], {}, 'switch:text case:text'),
]

export const moduleOf: ReadonlyMap<string, Module> = new Map(
  modules.flatMap(each => each.namespaces.map(namespace => [namespace, each] as const)),
)
