import type { Problem, Reading } from '../../text/index.ts'
import { attributeValue, type Element, growth, type OpenElement, xmlParser } from '../../xml/index.ts'
import { endOfChildren, progress } from './content.ts'
import type { Family, Frame, ValidateOptions, Version } from './family.ts'
import { family1 } from './family-1.ts'
import { family2 } from './family-2.ts'
import { collector, type Report, tag } from './report.ts'
import { checkAttributes, checkChild, checkTree, isBlank, isKnown, reportMissing, ruleOf } from './structure.ts'

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
  const tree = growth()
  const frames: Frame[] = []
  let family: Family | undefined
  let version: Version | undefined
  let opaque = 0
  /** Open elements below one that is not looked into. */
  let hidden = 0
  let foreignRoot = false

  function begin(element: OpenElement): void {
    version = versionOf(element, report)
    if (!version) {
      foreignRoot = true
      return
    }
    family = version.startsWith('1') ? family1(element, options, report) : family2(element, version, options, report)
    contain(element)
  }

  function contain(element: OpenElement): void {
    const { structure } = family!
    const rule = ruleOf(structure, element)!
    checkAttributes(structure, element, rule, report)
    const frame: Frame = { element, rule, progress: progress() }
    family!.enter(frame)
    frames.push(frame)
  }

  function open(element: OpenElement): void {
    if (foreignRoot) return
    if (!family) begin(element)
    else if (tree.depth) grow(element)
    else {
      const { structure, containers } = family
      const parent = frames.at(-1)!
      checkChild(structure, parent.element, parent.rule, parent.progress, element, report)
      if (element.ns === structure.namespace && containers.has(element.local)) contain(element)
      else grow(element)
    }
  }

  function grow(element: OpenElement): void {
    if (opaque && tree.depth > opaque) {
      hidden++
      return
    }
    tree.open(element)
    if (!opaque && ruleOf(family!.structure, element)?.opaque) opaque = tree.depth
  }

  function close(closeStart: number, end: number): void {
    if (foreignRoot || !family) return
    if (hidden) {
      hidden--
      return
    }
    if (tree.depth) {
      if (tree.depth === opaque) opaque = 0
      const done = tree.close(closeStart, end)
      if (done) finish(done)
      return
    }
    const frame = frames.pop()!
    const missing = endOfChildren(frame.rule, frame.progress)
    if (missing.length) reportMissing(missing, frame.element, report)
    family.leave(frame)
  }

  function finish(element: Element): void {
    const { structure } = family!
    const marked: Element[] = []
    if (isKnown(structure, element.ns)) checkTree(structure, element, report, marked)
    family!.tree(element, marked)
  }

  const parser = xmlParser({
    open,
    close,
    maps: false,
    text(text) {
      if (tree.depth && !hidden) tree.add(text)
      else if (!tree.depth && frames.length && !isBlank(text.text)) {
        report('xliff-text-unexpected', text.span, { element: frames.at(-1)!.element.name })
      }
    },
    comment: node => void (tree.depth && !hidden && tree.add(node)),
    instruction: node => void (tree.depth && !hidden && tree.add(node)),
  })

  return {
    write: chunk => parser.write(chunk),
    end() {
      const found: readonly Problem[] = parser.end()
      return { value: { version }, problems: inOrder([...problems, ...found]) }
    },
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
