import type { Problem, Reading } from '../../text/index.ts'
import {
  attributeValue,
  type Comment,
  type Element,
  growth,
  type Instruction,
  type OpenElement,
  type Text,
  type XmlHandlers,
  xmlParser,
} from '../../xml/index.ts'
import { endOfChildren, progress } from './content.ts'
import type { Family, Frame, ValidateOptions, Version } from './family.ts'
import { family1 } from './family-1.ts'
import { family2 } from './family-2.ts'
import { collector, type Report, tag } from './report.ts'
import { checkAttributes, checkChild, checkTree, isBlank, reportMissing, ruleOf } from './structure.ts'

export interface Validation {
  /** Undefined where the document is not XLIFF, or not in a version that is known here. */
  readonly version: Version | undefined
}

export interface XliffValidator {
  write(chunk: string): void
  end(): Reading<Validation>
}

/**
 * Validates XLIFF as it comes in, one unit in memory at a time besides the ids of the file. Linear in the length.
 * At most 10,000 problems are kept.
 */
export function xliffValidator(options: ValidateOptions = {}): XliffValidator {
  const { report, problems } = collector()
  const stream = new Stream(options, report)
  const parser = xmlParser(stream.handlers)
  return {
    write: chunk => parser.write(chunk),
    end() {
      const found: readonly Problem[] = parser.end()
      return { value: { version: stream.version }, problems: inOrder([...problems, ...found]) }
    },
  }
}

/** Containers are checked as their tags go by; whatever else they hold grows into a tree, is checked, and let go. */
class Stream {
  version: Version | undefined
  private family: Family | undefined
  private readonly frames: Frame[] = []
  private readonly tree = growth()
  /** Depth of the element that is not looked into, and the number of open elements below its children. */
  private opaque = 0
  private hidden = 0
  private foreign = false
  private readonly options: ValidateOptions
  private readonly report: Report

  constructor(options: ValidateOptions, report: Report) {
    this.options = options
    this.report = report
  }

  readonly handlers: XmlHandlers = {
    maps: false,
    open: element => this.open(element),
    close: (closeStart, end) => this.close(closeStart, end),
    text: text => this.text(text),
    comment: node => this.add(node),
    instruction: node => this.add(node),
  }

  private open(element: OpenElement): void {
    const { family } = this
    if (this.foreign) return
    if (!family) this.begin(element)
    else if (this.tree.depth) this.grow(element, family)
    else {
      const { structure, containers } = family
      const parent = this.frames.at(-1)!
      checkChild(structure, parent.element, parent.rule, parent.progress, element, this.report)
      if (element.ns === structure.namespace && containers.has(element.local)) this.contain(element, family)
      else this.grow(element, family)
    }
  }

  private begin(element: OpenElement): void {
    const { options, report } = this
    const version = versionOf(element, report)
    this.version = version
    this.foreign = version === undefined
    if (!version) return
    this.family = version.startsWith('1')
      ? family1(element, options, report)
      : family2(element, version, options, report)
    this.contain(element, this.family)
  }

  private contain(element: OpenElement, family: Family): void {
    const rule = ruleOf(family.structure, element)!
    checkAttributes(family.structure, element, rule, this.report)
    const frame: Frame = { element, rule, progress: progress() }
    family.enter(frame)
    this.frames.push(frame)
  }

  private grow(element: OpenElement, { structure }: Family): void {
    if (this.opaque && this.tree.depth > this.opaque) {
      this.hidden++
      return
    }
    this.tree.open(element)
    if (!this.opaque && ruleOf(structure, element)?.opaque) this.opaque = this.tree.depth
  }

  private close(closeStart: number, end: number): void {
    const { family, tree } = this
    if (!family) return
    if (this.hidden) this.hidden--
    else if (tree.depth) {
      if (tree.depth === this.opaque) this.opaque = 0
      const done = tree.close(closeStart, end)
      if (done) this.finish(done, family)
    } else {
      const frame = this.frames.pop()!
      const missing = endOfChildren(frame.rule, frame.progress)
      if (missing.length) reportMissing(missing, frame.element, this.report)
      family.leave(frame)
    }
  }

  private finish(element: Element, { structure, tree }: Family): void {
    const marked: Element[] = []
    checkTree(structure, element, this.report, marked)
    tree(element, marked)
  }

  private text(text: Text): void {
    if (this.tree.depth) this.add(text)
    else if (this.frames.length && !isBlank(text.text)) {
      this.report('xliff-text-unexpected', text.span, { element: this.frames.at(-1)!.element.name })
    }
  }

  private add(node: Text | Comment | Instruction): void {
    if (this.tree.depth && !this.hidden) this.tree.add(node)
  }
}

/** Validates a whole document: all problems at once, in the order of their places. */
export function validateXliff(text: string, options: ValidateOptions = {}): Reading<Validation> {
  const validator = xliffValidator(options)
  validator.write(text)
  return validator.end()
}

function inOrder(problems: Problem[]): Problem[] {
  return problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

const namespaces: Readonly<Record<string, Readonly<Record<string, Version>>>> = {
  // XLIFF 1.0 had a DTD and no namespace; tools leave it out to this day.
  '': { '1.0': '1.0', '1.1': '1.1', '1.2': '1.2' },
  'urn:oasis:names:tc:xliff:document:1.1': { '1.0': '1.0', '1.1': '1.1' },
  'urn:oasis:names:tc:xliff:document:1.2': { '1.0': '1.0', '1.1': '1.1', '1.2': '1.2' },
  'urn:oasis:names:tc:xliff:document:2.0': { '2.0': '2.0', '2.1': '2.1' },
  // 2.2 accepts the values of its forerunners for the sake of their tools.
  'urn:oasis:names:tc:xliff:document:2.2': { '2.0': '2.2', '2.1': '2.2', '2.2': '2.2' },
}

/** The version by namespace and attribute together: the older ones of 1 are held to 1.2, which contains them. A known namespace is held to its newest rules all the same. */
function versionOf(root: OpenElement, report: Report): Version | undefined {
  const versions = namespaces[root.ns]
  if (!versions || root.local !== 'xliff') {
    report('xliff-root', tag(root), { element: root.name, namespace: root.ns })
    return undefined
  }
  const stated = attributeValue(root, 'version') ?? ''
  const version = Object.hasOwn(versions, stated) ? versions[stated] : undefined
  if (!version) report('xliff-version', tag(root), { version: stated, namespace: root.ns })
  else if (root.ns === '' && version !== '1.0') report('xliff-namespace', tag(root), { version })
  return version ?? Object.values(versions).at(-1)
}
