import { type OptionValue, type RuleOption, scopes } from '../check/index.ts'
import type { RuleInfo } from './rules.ts'

const refTo = (name: string) => ({ $ref: `#/$defs/${name}` })

/**
 * JSON Schema (draft 2020-12) of the settings of rules, as definitions: `rules` has every rule by its code, with the options that it
 * has.
 */
export function ruleDefinitions(listed: readonly RuleInfo[]): Readonly<Record<string, object>> {
  return {
    severity: { type: 'string', enum: ['error', 'warning', 'info', 'off'] },
    scopes: { type: 'array', items: { type: 'string', enum: scopes }, minItems: 1 },
    except: { type: 'array', items: { type: 'string' }, description: 'Texts that are let be, in any case.' },
    setting: settingSchema({}),
    rules: {
      description: 'Severity of a rule, or off; or its severity, scopes and own options.',
      type: 'object',
      properties: Object.fromEntries(
        listed.map(({ code, options }) => [code, options ? settingSchema(options) : refTo('setting')]),
      ),
      additionalProperties: false,
    },
  }
}

const settingSchema = (options: Readonly<Record<string, RuleOption>>): object => ({
  anyOf: [
    refTo('severity'),
    {
      type: 'object',
      properties: {
        severity: refTo('severity'),
        scopes: refTo('scopes'),
        except: refTo('except'),
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
