import type { Rule } from '../check/index.ts'
import { dateOfValidity } from './rules/date-of-validity.ts'
import { deprecatedSpelling } from './rules/deprecated-spelling.ts'
import { inconsistentName } from './rules/inconsistent-name.ts'
import { mixedScript } from './rules/mixed-script.ts'
import { styleViolation } from './rules/style-violation.ts'
import { wrongLanguageForm } from './rules/wrong-language-form.ts'
import type { Subject } from './subject.ts'

/** All rules over one text, by code. */
export const rules: readonly Rule<Subject>[] = [
  dateOfValidity,
  deprecatedSpelling,
  inconsistentName,
  mixedScript,
  styleViolation,
  wrongLanguageForm,
]
