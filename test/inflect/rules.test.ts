import { describe, expect, it } from 'vitest'
import { decline, samples } from '../../src/inflect/index.ts'

for (const language of ['uk', 'ru'] as const) {
  describe(`rules of ${language}`, () => {
    for (const { rule, name, kind, gender, forms, decidedBy } of samples(language)) {
      it(`${rule}: ${name}`, () => {
        expect(decidedBy).toBe(rule)
        expect(decline(name, { language, kind, gender })).toMatchObject(forms)
      })
    }
  })
}
