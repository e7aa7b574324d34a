import { element, writeXml, type XmlElement } from '../xml/index.ts'
import { placer } from './place.ts'
import { messageOf, type Reporter, type ReportFile, type ReportProblem } from './report.ts'

/**
 * JUnit's XML: a suite a file, a test a finding. Errors and warnings fail; a remark is a test that passes with its sentence as
 * output, and a clean file is one test that passes.
 * @see https://docs.gitlab.com/ci/testing/unit_test_reports what GitLab reads of it
 */
export const junit: Reporter = (files, words) => {
  const suites = files.map(file => suite(file, problem => messageOf(problem, words)))
  const sum = (key: 'tests' | 'failures') => suites.reduce((total, each) => total + Number(each.attributes[key]), 0)
  const counts = { tests: `${sum('tests')}`, failures: `${sum('failures')}`, errors: '0' }
  return writeXml(element('testsuites', { name: 'tlumach', ...counts }, ...suites), {
    mixed: new Set(['failure', 'system-out']),
  })
}

function suite(file: ReportFile, message: (problem: ReportProblem) => string): XmlElement {
  const placeOf = placer(file)
  const cases = file.problems.map(problem => {
    const { line, column } = placeOf(problem.span).start
    const sentence = message(problem)
    const place = `${file.path}:${line}:${column}`
    const result =
      problem.severity === 'info'
        ? element('system-out', {}, `${place}: ${sentence}`)
        : element('failure', { type: problem.severity, message: sentence }, `${place}: ${sentence}`)
    return element('testcase', { classname: file.path, name: `${problem.code} (${line}:${column})` }, result)
  })
  const all = cases.length > 0 ? cases : [element('testcase', { classname: file.path, name: file.path })]
  const failures = file.problems.filter(({ severity }) => severity !== 'info').length
  const counts = { tests: `${all.length}`, failures: `${failures}`, errors: '0' }
  return element('testsuite', { name: file.path, ...counts }, ...all)
}
