import { type OptionValue, type RuleOption, scopes } from '../check/index.ts'
import type { RuleInfo } from './rules.ts'

const severity = { type: 'string', enum: ['error', 'warning', 'info', 'off'] } as const

/** JSON Schema (draft 2020-12) of the settings of rules: every rule by its code, with the options that it has. */
export function ruleSettingsSchema(rules: readonly RuleInfo[]): object {
  return {
    description: 'Severity of a rule, or off; or its severity, scopes and own options.',
    type: 'object',
    properties: Object.fromEntries(rules.map(({ code, options }) => [code, settingSchema(options ?? {})])),
    additionalProperties: false,
  }
}

const settingSchema = (options: Readonly<Record<string, RuleOption>>): object => ({
  anyOf: [
    severity,
    {
      type: 'object',
      properties: {
        severity,
        scopes: { type: 'array', items: { type: 'string', enum: scopes }, minItems: 1 },
        ...Object.fromEntries(Object.entries(options).map(([name, option]) => [name, optionSchema(option)])),
      },
      additionalProperties: false,
    },
  ],
})

function optionSchema({ default: usual, choices }: RuleOption): object {
  const one = (value: OptionValue) => ({ type: typeof value, ...(choices && { enum: choices }) })
  if (typeof usual !== 'object') return { ...one(usual), default: usual }
  return { type: 'array', items: one(''), default: usual }
}
