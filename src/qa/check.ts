import { type Finding, type RuleSettings, runRules } from '../check/index.ts'
import type { Bitext } from './pair.ts'
import { rules } from './rules.ts'

/** What the rules find in a bilingual file, in the order of places. */
export const checkBitext = (bitext: Bitext, settings: RuleSettings): Finding[] => runRules(rules, bitext, settings)
