import { type ElementTable, grammar } from '../grammar.ts'

// XLIFF 2.0, 2.1 and 2.2: "Detailed Structure of Elements" and the schemas; attributes of modules by the prose.

const inline = '(cp|ph|pc|sc|ec|mrk|sm|em)*'
const units = '(unit|group)'
const hints = 'canCopy:yesNo canDelete:yesNo canReorder:yesNoFirstNo copyOf:nmtoken subType:userDefined type:codeType'
const shown = 'disp:text equiv:text dataRef:nmtoken subFlows:nmtokens'
const annotation = 'translate:yesNo type:annotationType ref:iri value:text *'
const inherited = 'canResegment:yesNo translate:yesNo srcDir:direction trgDir:direction xml:space:space'

const table2: ElementTable = {
  xliff: {
    content: 'file+',
    attributes: 'version!:text srcLang!:language trgLang:language xml:space:space *',
  },
  file: {
    content: `skeleton? ##other* notes? ${units}+`,
    attributes: `id!:nmtoken original:text ${inherited} *`,
  },
  skeleton: { content: '#text ##other*', attributes: 'href:text', opaque: true },
  group: {
    content: `##other* notes? ${units}*`,
    attributes: `id!:nmtoken name:text type:userDefined ${inherited} *`,
  },
  unit: {
    content: '##other* notes? originalData? (segment|ignorable)+',
    attributes: `id!:nmtoken name:text type:userDefined ${inherited} *`,
  },
  segment: {
    content: 'source target?',
    attributes: 'id:nmtoken canResegment:yesNo state:state subState:userDefined +pgs',
  },
  ignorable: { content: 'source target?', attributes: 'id:nmtoken' },
  notes: { content: 'note+' },
  note: {
    content: '#text',
    attributes: 'id:nmtoken appliesTo:sourceTarget category:text priority:priority *',
  },
  originalData: { content: 'data+' },
  data: { content: '#text cp*', attributes: 'id!:nmtoken dir:direction xml:space:preserve' },
  source: { content: `#text ${inline}`, attributes: 'xml:lang:languageOrNone xml:space:space' },
  target: {
    content: `#text ${inline}`,
    attributes: 'xml:lang:languageOrNone xml:space:space order:positiveInteger',
  },
  cp: { attributes: 'hex!:hex' },
  ph: { attributes: `id!:nmtoken ${hints} ${shown} +fs +slr +its` },
  pc: {
    content: `#text ${inline}`,
    attributes: `id!:nmtoken ${hints} canOverlap:yesNo dispEnd:text dispStart:text equivEnd:text equivStart:text dataRefEnd:nmtoken dataRefStart:nmtoken subFlowsEnd:nmtokens subFlowsStart:nmtokens dir:direction +fs +slr +its`,
  },
  sc: {
    attributes: `id!:nmtoken ${hints} ${shown} canOverlap:yesNo dir:direction isolated:yesNo +fs +slr +its`,
  },
  ec: {
    attributes: `id:nmtoken startRef:nmtoken ${hints} ${shown} canOverlap:yesNo dir:direction isolated:yesNo +fs +slr +its`,
  },
  mrk: { content: `#text ${inline}`, attributes: `id!:nmtoken ${annotation}` },
  sm: { attributes: `id!:nmtoken ${annotation}` },
  em: { attributes: 'startRef!:nmtoken' },
}

/** What 2.2 adds: notes and metadata at the root, references on notes. */
const table22: ElementTable = {
  ...table2,
  xliff: { ...table2.xliff, content: 'notes? mda:metadata? file+' },
  note: { ...table2.note, attributes: `${table2.note!.attributes} ref:iri` },
}

export const core2 = grammar(table2)
export const core22 = grammar(table22)
