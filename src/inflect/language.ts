import { type Compiled, compile } from './compile.ts'
import type { InflectedLanguage } from './paradigm.ts'
import ruCompounds from './ru/compounds.json' with { type: 'json' }
import ruDerivation from './ru/derivation.json' with { type: 'json' }
import ruDerivatives from './ru/derivatives.json' with { type: 'json' }
import ruGender from './ru/gender.json' with { type: 'json' }
import ruGrammar from './ru/grammar.json' with { type: 'json' }
import ruPeople from './ru/people.json' with { type: 'json' }
import ruPlaces from './ru/places.json' with { type: 'json' }
import type { LanguageData } from './rules.ts'
import ukCompounds from './uk/compounds.json' with { type: 'json' }
import ukDerivation from './uk/derivation.json' with { type: 'json' }
import ukDerivatives from './uk/derivatives.json' with { type: 'json' }
import ukGender from './uk/gender.json' with { type: 'json' }
import ukGrammar from './uk/grammar.json' with { type: 'json' }
import ukPeople from './uk/people.json' with { type: 'json' }
import ukPlaces from './uk/places.json' with { type: 'json' }

/** The languages' own files, each joined into one. JSON knows no literal types: the test of the rules checks what the type says. */
const languageData: Readonly<Record<InflectedLanguage, () => LanguageData>> = {
  uk: () =>
    ({
      ...ukGrammar,
      ...ukCompounds,
      ...ukGender,
      ...ukDerivation,
      rules: [...ukDerivatives.rules, ...ukPeople.rules, ...ukPlaces.rules],
    }) as unknown as LanguageData,
  ru: () =>
    ({
      ...ruGrammar,
      ...ruCompounds,
      ...ruGender,
      ...ruDerivation,
      rules: [...ruDerivatives.rules, ...ruPeople.rules, ...ruPlaces.rules],
    }) as unknown as LanguageData,
}

const compiled = new Map<InflectedLanguage, Compiled>()

/** Compiled when a language is first asked for; the same object ever after. */
export function compiledFor(language: InflectedLanguage): Compiled {
  const ready = compiled.get(language)
  if (ready) return ready
  const fresh = compile(languageData[language]())
  compiled.set(language, fresh)
  return fresh
}
