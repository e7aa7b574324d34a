import type { Problem, Reading } from '../text/index.ts'
import { isToken, typeOfCtype } from './code-types.ts'
import { type Losses, losses } from './losses.ts'
import type {
  Attributes,
  Content,
  Flow,
  Group,
  InlineCode,
  InlineRun,
  Match,
  Note,
  Segment,
  Unit,
  XliffDocument,
  XliffFile,
  XliffVersion,
} from './model.ts'
import { isAside, isMarker, nowhere } from './model.ts'
import { keep } from './namespaces.ts'
import { headerFacts } from './origin.ts'
import { asToken, freeName } from './plan-codes.ts'
import { prefix1 } from './states.ts'

interface Context {
  readonly text: string
  readonly losses: Losses
  /** Ids of the units of the file. */
  readonly units: Set<string>
  readonly languages: { readonly source: string | undefined; readonly target: string | undefined }
}

/** A document of 1.2 in the words of 2.x; what 2.x has no word for is kept in attributes of our own, or told. */
export function toFamily2(text: string, document: XliffDocument, version: XliffVersion): Reading<XliffDocument> {
  const lost = losses()
  const first = document.files[0]
  const [source, target] = [language(first?.sourceLanguage) ?? 'und', language(first?.targetLanguage)]
  const files = document.files.map((file, i) => {
    const languages = { source: file.sourceLanguage, target: file.targetLanguage }
    const context: Context = { text, losses: lost, units: new Set(), languages }
    const strange =
      language(file.sourceLanguage) !== language(first?.sourceLanguage) ||
      language(file.targetLanguage) !== language(first?.targetLanguage)
    if (strange) lost.add('file language', file.span)
    return fileTo2(file, i, strange, context)
  })
  const problems: Problem[] = lost.problems()
  const value: XliffDocument = {
    version,
    sourceLanguage: source,
    targetLanguage: target ?? (hasTargets(document) ? 'und' : undefined),
    files: files.length > 0 ? files : [emptyFile],
    notes: [],
    attributes: {},
    span: nowhere,
  }
  return { value, problems }
}

const emptyGroup: Group = {
  kind: 'group',
  id: 'empty',
  notes: [],
  metadata: [],
  children: [],
  attributes: {},
  foreign: [],
  span: nowhere,
}
const emptyFile: XliffFile = {
  kind: 'file',
  id: 'f1',
  notes: [],
  metadata: [],
  children: [emptyGroup],
  attributes: {},
  foreign: [],
  span: nowhere,
}

/** A language tag as XML Schema wants it, or none. */
export function language(tag: string | undefined): string | undefined {
  const spelled = tag?.replaceAll('_', '-')
  return spelled !== undefined && /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(spelled) ? spelled : undefined
}

function hasTargets(document: XliffDocument): boolean {
  const inside = (children: readonly (Group | Unit)[]): boolean =>
    children.some(child =>
      child.kind === 'unit' ? child.segments.some(s => s.target) || child.matches.length > 0 : inside(child.children),
    )
  return document.files.some(file => inside(file.children))
}

/** Attributes of 1.2 under our prefix; those of other vocabularies, and those that point into the header, are lost. */
function keptAttributes(attributes: Attributes, { losses: lost }: Context, span: Unit['span']): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'xml:lang') kept[`${keep}lang`] = value
    if (name === 'xmlns' || name.startsWith('xml')) continue
    if (name.includes(':') || name === 'tool-id' || name === 'phase-name') lost.add(name, span)
    else kept[keep + name] = value
  }
  return kept
}

export const spaceOf = (attributes: Attributes): Attributes =>
  attributes['xml:space'] === 'preserve' || attributes['xml:space'] === 'default'
    ? { 'xml:space': attributes['xml:space'] }
    : {}

function fileTo2(file: XliffFile, index: number, strange: boolean, context: Context): XliffFile {
  tellForeign(file.foreign, context)
  const kept = keptAttributes(file.attributes, context, file.span)
  delete kept[`${keep}original`]
  delete kept[`${keep}source-language`]
  delete kept[`${keep}target-language`]
  if (strange) {
    kept[`${keep}source-language`] = file.sourceLanguage ?? ''
    kept[`${keep}target-language`] = file.targetLanguage ?? ''
  }
  for (const unit of directUnits(file.children)) context.units.add(asToken(unit.id))
  const children = file.children.flatMap(child => childTo2(child, context))
  return {
    ...file,
    id: `f${index + 1}`,
    notes: file.notes.map(note => noteTo2(note)),
    metadata: headerFacts(file),
    children: children.length > 0 ? children : [emptyGroup],
    attributes: { ...spaceOf(file.attributes), ...kept },
    skeleton: file.skeleton && (file.skeleton.embedded === '' ? { href: '', span: nowhere } : file.skeleton),
  }
}

function directUnits(children: readonly (Group | Unit)[]): Unit[] {
  return children.flatMap(child => (child.kind === 'unit' ? [child] : directUnits(child.children)))
}

/** Elements that the model does not hold, by their names. */
export function tellForeign(
  spans: readonly Unit['span'][],
  { text, losses: lost }: Pick<Context, 'text' | 'losses'>,
): void {
  for (const span of spans) lost.add(/^<([^\s/>]+)/.exec(text.slice(span.start, span.start + 200))?.[1] ?? '', span)
}

const childTo2 = (child: Group | Unit, context: Context): (Group | Unit)[] =>
  child.kind === 'group' ? [groupTo2(child, context)] : unitTo2(child, context)

function groupTo2(group: Group, context: Context): Group {
  tellForeign(group.foreign, context)
  const kept = keptAttributes(group.attributes, context, group.span)
  return {
    ...group,
    notes: group.notes.map(noteTo2),
    children: group.children.flatMap(child => childTo2(child, context)),
    attributes: { ...translateOf(group.attributes), ...spaceOf(group.attributes), ...kept },
  }
}

const translateOf = ({ translate }: Attributes): Attributes =>
  translate === 'yes' || translate === 'no' ? { translate } : {}

function noteTo2(note: Note): Note {
  const appliesTo = note.appliesTo === 'source' || note.appliesTo === 'target' ? note.appliesTo : undefined
  return { ...note, appliesTo, priority: /^([1-9]|10)$/.test(note.priority ?? '') ? note.priority : undefined }
}

/** A unit and the units of the texts inside its codes. */
function unitTo2(unit: Unit, context: Context): Unit[] {
  tellForeign(unit.foreign, context)
  const flows = new Map<string, FlowUnit>()
  const side = (content: Content | undefined, target: boolean): Content | undefined => {
    tellLanguage(content, target, context)
    return content && { ...content, runs: codesTo2(content.runs, { ...context, unit, flows, target }) }
  }
  const segments = unit.segments.map(
    (segment, i): Segment => ({
      ...segment,
      id: segment.id ?? (segment.kind === 'segment' ? `s${i + 1}` : undefined),
      ...stateTo2(segment, context),
      source: side(segment.source, false)!,
      target: side(segment.target, true),
      attributes: {},
    }),
  )
  for (const segment of unit.segments.slice(0, 1)) tellTarget(segment, unit, context)
  const kept = keptAttributes(unit.attributes, context, unit.span)
  if (unit.whole) kept[`${keep}segmented`] = 'yes'
  const whole: Unit = {
    ...unit,
    segments: segments.some(s => s.kind === 'segment') ? segments : segments.map(s => ({ ...s, kind: 'segment' })),
    whole: undefined,
    notes: unit.notes.map(noteTo2),
    matches: unit.matches.flatMap(match => matchTo2(match, segments, unit, context)),
    attributes: { ...translateOf(unit.attributes), ...spaceOf(unit.attributes), ...kept },
  }
  return [whole, ...[...flows.values()].flatMap(flow => flowUnit(flow, unit, context))]
}

/** In 2.x a text is in the language of its side. */
function tellLanguage(content: Content | undefined, target: boolean, { languages, losses: lost }: Context): void {
  const expected = target ? languages.target : languages.source
  const { language: said } = content ?? {}
  if (said !== undefined && said.toLowerCase() !== expected?.toLowerCase()) lost.add('xml:lang', content!.span)
}

/** State and qualifier as they were stand in `subState`; without a target there is no state but the first. */
function stateTo2(segment: Segment, { losses: lost }: Context): Pick<Segment, 'state' | 'subState'> {
  if (!segment.target || segment.kind === 'ignorable') return { state: 'initial', subState: undefined }
  const said = segment.subState?.slice(prefix1.length)
  if (said !== undefined && !isToken(said)) lost.add('state', segment.span)
  return { state: segment.state, subState: said !== undefined && isToken(said) ? prefix1 + said : undefined }
}

/** `<target>` of 2.x has no place for the attributes of 1.2. */
function tellTarget(segment: Segment, unit: Unit, { losses: lost }: Context): void {
  const said = unit.whole ? {} : segment.attributes
  for (const name of Object.keys(said)) {
    if (!['state', 'state-qualifier', 'xml:lang', 'xml:space'].includes(name)) lost.add(`target ${name}`, segment.span)
  }
}

/** A text inside a code, as it is on both sides. */
interface FlowUnit {
  readonly id: string
  source?: Flow
  target?: Flow
}

interface CodeContext extends Context {
  readonly unit: Unit
  readonly flows: Map<string, FlowUnit>
  readonly target: boolean
}

function codesTo2(runs: readonly InlineRun[], context: CodeContext): InlineRun[] {
  return runs.flatMap((run): InlineRun[] => {
    if (run.kind === 'text') return [run]
    if (isAside(run)) {
      context.losses.add(run.element === '#comment' ? 'comment' : 'processing instruction', run.span)
      return []
    }
    return [isMarker(run) ? markerTo2(run, context) : codeTo2(run, context)]
  })
}

function markerTo2(run: InlineCode, context: CodeContext): InlineCode {
  if (run.kind === 'close') return { ...run, attributes: {} }
  const { mtype = '', comment, ...rest } = run.attributes
  const type: Attributes =
    mtype === 'term'
      ? { type: 'term' }
      : mtype === 'protected'
        ? { translate: 'no' }
        : { type: prefix1 + (isToken(mtype) ? mtype : 'mrk') }
  const more = comment === undefined ? {} : { value: comment }
  return { ...run, attributes: { ...type, ...more, ...keptAttributes({ mtype, ...rest }, context, run.span) } }
}

function codeTo2(run: InlineCode, context: CodeContext): InlineCode {
  const { 'equiv-text': equiv, ctype, clone } = run.attributes
  const foreign = run.element.includes(':')
  if (foreign) context.losses.add(run.element, run.span)
  const data = foreign ? context.text.slice(run.span.start, run.span.end) : run.data
  const attributes: Record<string, string> = {
    ...(run.kind === 'close' ? {} : typeOfCtype(ctype)),
    ...(equiv === undefined ? {} : { equiv }),
    ...(clone === 'no' && run.kind !== 'close' ? { canCopy: 'no' } : {}),
    ...keptAttributes(run.attributes, context, run.span),
    [`${keep}element`]: foreign ? 'ph' : run.element,
  }
  const flows = run.flows ? registerFlows(run, run.flows, context) : []
  if (flows.length > 0) {
    attributes.subFlows = flows.map(flow => flow.id).join(' ')
    attributes[`${keep}sub`] = run.flows!.map(flow => flow.at).join(' ')
  }
  // the end of a g has nothing to say
  const own = run.element === 'g' && run.kind === 'close' ? {} : attributes
  return { ...run, attributes: own, data: run.element === 'g' || data === '' ? undefined : data, flows: undefined }
}

/** The same text on both sides is one unit: of the same code, at the same place in it. */
function registerFlows(run: InlineCode, flows: readonly Flow[], context: CodeContext): FlowUnit[] {
  return flows.map((flow, i) => {
    const key = `${run.element} ${run.kind} ${run.id} ${i}`
    const known = context.flows.get(key)
    const unit = known ?? { id: freeName(`${context.unit.id}-sub${context.flows.size + 1}`, context.units) }
    if (!known) context.flows.set(key, unit)
    if (context.target) unit.target ??= flow
    else unit.source ??= flow
    return unit
  })
}

function flowUnit(flow: FlowUnit, outer: Unit, context: Context): Unit[] {
  const source = flow.source ?? flow.target!
  return unitTo2(
    {
      ...outer,
      id: flow.id,
      name: undefined,
      segments: [
        {
          kind: 'segment',
          state: 'initial',
          source: source.content,
          target: flow.target?.content,
          attributes: {},
          span: source.content.span,
        },
      ],
      whole: undefined,
      notes: [],
      matches: [],
      attributes: source.attributes,
      foreign: [],
    },
    context,
  )
}

function matchTo2(match: Match, segments: readonly Segment[], unit: Unit, context: Context): Match[] {
  const flows = new Map<string, FlowUnit>()
  const side = (content: Content | undefined, target: boolean): Content | undefined => {
    const within: CodeContext = { ...context, unit, flows, target }
    return (
      content && {
        ...content,
        runs: codesTo2(
          content.runs.map(run => withoutFlows(run, context)),
          within,
        ),
      }
    )
  }
  if (!match.target) {
    context.losses.add('alt-trans', match.span)
    return []
  }
  const { alttranstype } = match.attributes
  const kept = keptAttributes(match.attributes, context, match.span)
  delete kept[`${keep}origin`]
  kept[`${keep}mid`] = match.ref ?? ''
  const mid = match.ref ?? segments.find(s => s.id !== undefined)?.id
  return [
    {
      ...match,
      id: undefined,
      ref: mid === undefined ? undefined : `#${mid}`,
      source: side(match.source, false) ?? segments[0]!.source,
      target: side(match.target, true),
      similarity:
        match.similarity !== undefined && match.similarity >= 0 && match.similarity <= 100
          ? match.similarity
          : undefined,
      attributes: {
        ...(alttranstype === 'reference' ? { reference: 'yes' } : {}),
        ...kept,
        ...(match.source ? {} : { [`${keep}no-source`]: 'yes' }),
      },
    },
  ]
}

/** Text inside codes of a candidate has no unit to go to: it stays as markup. */
function withoutFlows(run: InlineRun, { text, losses: lost }: Context): InlineRun {
  if (run.kind === 'text' || !run.flows) return run
  lost.add('sub', run.span)
  const inside = text.slice(run.span.start, run.span.end).replace(/^<[^>]*>|<[^>]*>$/g, '')
  return { ...run, data: inside, flows: undefined }
}
