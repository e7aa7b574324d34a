import { childElements, type Element, readXml } from '../../src/xml/index.ts'

/** What an element may have: its attributes, those that it must have, and what stands in it. */
interface Shape {
  readonly attributes: readonly string[]
  readonly needs: readonly string[]
  /** Names of the elements in it, in their order, each with how many of it may be there. */
  readonly children: readonly (readonly [name: string, count: 'one' | 'any'])[]
  /** Attributes whose values are one of a few, or numbers. */
  readonly values?: Readonly<Record<string, RegExp>>
}

export interface Shapes {
  readonly root: string
  readonly elements: Readonly<Record<string, Shape>>
}

/**
 * Checkstyle’s XML report.
 * @see https://checkstyle.org/result_reports.html “XML report”, and its schema checkstyle-report-1.0.0.xsd
 */
export const checkstyleShapes: Shapes = {
  root: 'checkstyle',
  elements: {
    checkstyle: { attributes: ['version'], needs: ['version'], children: [['file', 'any']] },
    file: { attributes: ['name'], needs: ['name'], children: [['error', 'any']] },
    error: {
      attributes: ['line', 'column', 'severity', 'message', 'source'],
      needs: ['line', 'severity', 'message', 'source'],
      children: [],
      values: { line: /^[1-9]\d*$/, column: /^[1-9]\d*$/, severity: /^(ignore|info|warning|error)$/ },
    },
  },
}

const output = { attributes: [], needs: [], children: [] }
const fault = { attributes: ['type', 'message'], needs: [], children: [] }

/**
 * JUnit’s XML as build servers read it.
 * @see https://docs.rs/crate/junit-report/0.9.1/source/tests/JUnit.xsd the schema of Jenkins (dtkit, junit-4.xsd)
 * @see https://docs.gitlab.com/ci/testing/unit_test_reports what GitLab reads of it
 */
export const junitShapes: Shapes = {
  root: 'testsuites',
  elements: {
    testsuites: {
      attributes: ['name', 'time', 'tests', 'failures', 'disabled', 'errors'],
      needs: [],
      children: [['testsuite', 'any']],
      values: { tests: /^\d+$/, failures: /^\d+$/, errors: /^\d+$/ },
    },
    testsuite: {
      attributes: [
        'name',
        'tests',
        'failures',
        'errors',
        'time',
        'disabled',
        'skipped',
        'timestamp',
        'hostname',
        'id',
        'package',
      ],
      needs: ['name', 'tests'],
      children: [
        ['properties', 'one'],
        ['testcase', 'any'],
        ['system-out', 'one'],
        ['system-err', 'one'],
      ],
      values: { tests: /^\d+$/, failures: /^\d+$/, errors: /^\d+$/ },
    },
    testcase: {
      attributes: ['name', 'assertions', 'time', 'classname', 'status'],
      // Without a class name GitLab tells no tests apart.
      needs: ['name', 'classname'],
      children: [
        ['skipped', 'one'],
        ['error', 'any'],
        ['failure', 'any'],
        ['system-out', 'any'],
        ['system-err', 'any'],
      ],
    },
    failure: fault,
    error: fault,
    'system-out': output,
    'system-err': output,
  },
}

/** What is wrong with a report; empty where it has the shape. */
export function shapeFaults(report: string, shapes: Shapes): readonly string[] {
  const { value, problems } = readXml(report)
  if (problems.length > 0 || !value) return problems.map(({ code }) => code)
  return value.local === shapes.root ? faultsOf(value, shapes) : [`the root is ${value.local}`]
}

function faultsOf(element: Element, shapes: Shapes): readonly string[] {
  const shape = shapes.elements[element.local]
  if (!shape) return [`${element.local} is unknown`]
  const given = new Map(element.attributes.map(({ local, value }) => [local, value]))
  const children = childElements(element)
  const order = shape.children.map(([name]) => name)
  const places = children.map(({ local }) => order.indexOf(local))
  return [
    ...[...given.keys()].filter(name => !shape.attributes.includes(name)).map(name => `${element.local} has ${name}`),
    ...shape.needs.filter(name => !given.get(name)).map(name => `${element.local} lacks ${name}`),
    ...Object.entries(shape.values ?? {}).flatMap(([name, pattern]) =>
      given.has(name) && !pattern.test(given.get(name)!) ? [`${name} is ${given.get(name)}`] : [],
    ),
    ...children.flatMap(({ local }, i) => (places[i] === -1 ? [`${local} in ${element.local}`] : [])),
    ...(places.every((place, i) => i === 0 || places[i - 1]! <= place) ? [] : [`the order in ${element.local}`]),
    ...shape.children.flatMap(([name, count]) =>
      count === 'one' && children.filter(({ local }) => local === name).length > 1 ? [`several ${name}`] : [],
    ),
    ...children.flatMap(child => faultsOf(child, shapes)),
  ]
}
