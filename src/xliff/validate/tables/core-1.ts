import { type ElementTable, grammar } from '../grammar.ts'
import { oneOf, oneOfOrCustom, type ValueType } from '../value.ts'

// XLIFF 1.2: "Detailed Specifications" and the schemas, transitional and strict.

const restypes =
  'auto3state autocheckbox autoradiobutton bedit bitmap button caption cell checkbox checkboxmenuitem checkedlistbox colorchooser combobox comboboxexitem comboboxitem component contextmenu ctext cursor datetimepicker defpushbutton dialog dlginit edit file filechooser fn font footer frame grid groupbox header heading hedit hscrollbar icon iedit keywords label linklabel list listbox listitem ltext menu menubar menuitem menuseparator message monthcalendar numericupdown panel popupmenu pushbox pushbutton radio radiobuttonmenuitem rcdata row rtext scrollpane separator shortcut spinner splitter state3 statusbar string tabcontrol table textbox togglebutton toolbar tooltip trackbar tree uri userbutton usercontrol var versioninfo vscrollbar window'
const datatypes =
  'asp c cdf cfm cpp csharp cstring csv database documentfooter documentheader filedialog form html htmlbody ini interleaf javaclass javapropertyresourcebundle javalistresourcebundle javascript jscript layout lisp margin menufile messagefile mif mimetype mo msglib pagefooter pageheader parameters pascal php plaintext po report resources resx rtf sgml sgmldtd svg vbscript warning winres xhtml xml xmldtd xsl xul'
const states =
  'final needs-adaptation needs-l10n needs-review-adaptation needs-review-l10n needs-review-translation needs-translation new signed-off translated'
const qualifiers =
  'exact-match fuzzy-match id-match leveraged-glossary leveraged-inherited leveraged-mt leveraged-repository leveraged-tm mt-suggestion rejected-grammar rejected-inaccurate rejected-length rejected-spelling tm-suggestion'
const marks =
  'abbrev abbreviated-form abbreviation acronym appellation collocation common-name datetime equation expanded-form formula head-term initialism international-scientific-term internationalism logical-expression materials-management-unit name near-synonym part-number phrase phraseological-unit protected romanized-form seg set-phrase short-form sku standard-text symbol synonym synonymous-phrase term transcribed-form transliterated-form truncated-term variant'

const customs: Readonly<Record<string, string>> = {
  contextType: 'database element elementtitle linenumber numparams paramnotes record recordtitle sourcefile',
  countType: `num-usages repetition total ${restypes} ${datatypes} ${states} ${qualifiers}`,
  delimiter: 'bold italic underlined link',
  placeholder: 'image pb lb',
  datatype: datatypes,
  mark: marks,
  restype: restypes,
  sizeUnit: 'byte char col cm dlgunit em ex glyph in mm percent pixel point row',
  targetState: states,
  stateQualifier: qualifiers,
  unit: 'word page trans-unit bin-unit glyph item instance character line sentence paragraph segment placeable',
  altTransType: 'proposal previous-version rejected reference accepted',
}

/** A value that is a list of values, or one of `alone`. */
function listOf(values: string, alone = ''): ValueType {
  const { test, list } = oneOfOrCustom(values)
  const single = alone.split(' ').filter(Boolean)
  const every = (value: string) => value.split(/\s+/).filter(Boolean).every(test)
  return { test: value => single.includes(value) || every(value), list: [...single, list].join(', ') }
}

const visual = 'coord coord-x coord-y coord-cx coord-cy font font-name font-size font-weight css-style style ex-style'

const types: Readonly<Record<string, ValueType>> = {
  ...Object.fromEntries(Object.entries(customs).map(([name, values]) => [name, oneOfOrCustom(values)])),
  purpose: listOf('information location match'),
  reformat: listOf(visual, 'yes no'),
  position: oneOf('open close'),
  association: oneOf('preceding following both'),
  annotates: oneOf('source target general'),
  version12: oneOf('1.0 1.1 1.2'),
  coordinates: { test: value => /^(?:-?\d+|#)(?:;(?:-?\d+|#)){3}$/.test(value) },
  mimeType: {
    test: value => /^(?:text|multipart|message|application|image|audio|video|model)(?:\/.+)*$/.test(value),
  },
}

/** Attributes and elements that only the transitional flavour has: `~` marks them. */
const inline = '(g|bpt|ept|ph|it|mrk|x|bx|ex)*'
const code = 'id!:text xid:text equiv-text:text ~ts:text *'
const named = 'restype:restype resname:text'
const styled = 'coord:coordinates font:text css-style:text style:nmtoken exstyle:nmtoken'
const placed = `${named} extradata:text extype:text help-id:nmtoken menu:text menu-option:text menu-name:text ${styled}`
const sized =
  'size-unit:sizeUnit maxwidth:nmtoken minwidth:nmtoken maxheight:nmtoken minheight:nmtoken maxbytes:nmtoken minbytes:nmtoken charclass:text'
const edited = 'translate:yesNo reformat:reformat'
const units = '(group|trans-unit|bin-unit)*'
const reference = { content: '(internal-file|external-file)' }
const text = { content: `#text ${inline}`, attributes: 'xml:lang:languageOrNone ~ts:text *' }

const entries: ElementTable = {
  xliff: { content: '##other* file+', attributes: 'version!:version12 xml:lang:languageOrNone *' },
  file: {
    content: 'header? body',
    attributes:
      'original!:text source-language!:language datatype!:datatype tool-id:text ~tool:text date:dateTime xml:space:space ~ts:text category:text target-language:language product-name:text product-version:text build-num:text *',
  },
  header: {
    content: 'skl? phase-group? (glossary|reference|count-group|~prop-group|note|tool)* ##other*',
  },
  skl: reference,
  glossary: reference,
  reference,
  'internal-file': { content: '#text', attributes: 'form:text crc:nmtoken', opaque: true },
  'external-file': { attributes: 'href!:text crc:nmtoken uid:nmtoken' },
  note: { content: '#text', attributes: 'xml:lang:languageOrNone priority:priority from:text annotates:annotates' },
  'phase-group': { content: 'phase+' },
  phase: {
    content: 'note*',
    attributes:
      'phase-name!:text process-name!:text company-name:text tool-id:text ~tool:text date:dateTime job-id:text contact-name:text contact-email:text contact-phone:text',
  },
  'count-group': { content: 'count*', attributes: 'name!:text' },
  count: { content: '#text', attributes: 'count-type:countType phase-name:text unit:unit' },
  'context-group': { content: 'context+', attributes: 'name:text crc:nmtoken purpose:purpose' },
  context: { content: '#text', attributes: 'context-type!:contextType match-mandatory:yesNo crc:nmtoken' },
  'prop-group': { content: 'prop+', attributes: 'name:text' },
  prop: { content: '#text', attributes: 'prop-type!:text xml:lang:languageOrNone' },
  tool: {
    content: '#text ##other*',
    attributes: 'tool-id!:text tool-name!:text tool-version:text tool-company:text *',
  },
  body: { content: units },
  group: {
    content: `context-group* count-group* ~prop-group* note* ##other* ${units}`,
    attributes: `id:text datatype:datatype xml:space:space ~ts:text ${placed} ${edited} ${sized} merged-trans:yesNo *`,
  },
  'trans-unit': {
    content: 'source seg-source? target? (context-group|count-group|~prop-group|note|alt-trans)* ##other*',
    attributes: `id!:text approved:yesNo ${edited} xml:space:space datatype:datatype ~ts:text phase-name:text ${placed} ${sized} *`,
  },
  source: text,
  'seg-source': text,
  target: {
    content: `#text ${inline}`,
    attributes: `state:targetState state-qualifier:stateQualifier phase-name:nmtoken xml:lang:languageOrNone ~ts:text ${named} ${styled} equiv-trans:yesNo *`,
  },
  'alt-trans': {
    content: 'source? seg-source? target+ context-group* ~prop-group* note* ##other*',
    attributes: `match-quality:text tool-id:text ~tool:text crc:nmtoken xml:lang:languageOrNone origin:text datatype:datatype xml:space:space ~ts:text ${placed} mid:nmtoken phase-name:nmtoken alttranstype:altTransType *`,
  },
  'bin-unit': {
    content: 'bin-source bin-target? (context-group|count-group|~prop-group|note|trans-unit)* ##other*',
    attributes: `id!:text mime-type!:mimeType approved:yesNo ${edited} ~ts:text ${named} phase-name:text *`,
  },
  'bin-source': { ...reference, attributes: '~ts:text *' },
  'bin-target': {
    ...reference,
    attributes: `mime-type:mimeType ~ts:text state:targetState state-qualifier:stateQualifier phase-name:nmtoken ${named} *`,
  },
  g: { content: `#text ${inline}`, attributes: `ctype:delimiter clone:yesNo ${code}` },
  x: { attributes: `ctype:placeholder clone:yesNo ${code}` },
  bx: { attributes: `rid:nmtoken ctype:delimiter clone:yesNo ${code}` },
  ex: { attributes: `rid:nmtoken ${code}` },
  ph: { content: '#text sub*', attributes: `ctype:placeholder crc:text assoc:association ${code}` },
  bpt: { content: '#text sub*', attributes: `rid:nmtoken ctype:delimiter crc:text ${code}` },
  ept: { content: '#text sub*', attributes: `rid:nmtoken crc:text ${code}` },
  it: { content: '#text sub*', attributes: `pos!:position rid:nmtoken ctype:delimiter crc:text ${code}` },
  sub: { content: `#text ${inline}`, attributes: 'datatype:datatype ctype:delimiter xid:text' },
  mrk: { content: `#text ${inline}`, attributes: 'mtype!:mark mid:nmtoken comment:text ~ts:text *' },
}

/** Without the marks (transitional), or without what they mark (strict). */
function flavour(strict: boolean): ElementTable {
  const kept = Object.entries(entries).filter(([name]) => !strict || !/^prop(?:-group)?$/.test(name))
  return Object.fromEntries(
    kept.map(([name, entry]) => [
      name,
      { ...entry, content: marked(entry.content, strict), attributes: marked(entry.attributes, strict) },
    ]),
  )
}

function marked(words: string | undefined, strict: boolean): string {
  if (!strict) return (words ?? '').replaceAll('~', '')
  return (words ?? '').replace(/(^| )~\S+/g, '').replace(/\|~[\w-]+/g, '')
}

export const transitional = grammar(flavour(false), types, true)
export const strict = grammar({ ...flavour(true), 'alt-trans': strictAlternative() }, types)

/** The strict schema allows one target in an alternative; its target has no restype. */
function strictAlternative() {
  const entry = flavour(true)['alt-trans']!
  return { ...entry, content: entry.content!.replace('target+', 'target') }
}
