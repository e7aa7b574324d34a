/** How the languages write names, as far as a name alone shows it. */
const orthographies: Readonly<Record<'uk' | 'ru' | 'be', (name: string) => boolean>> = {
  uk: name => /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'-]+$/.test(name) && !/[сцз]кий$/.test(name),
  ru: name => /^[абвгдеёжзийклмнопрстуфхцчшщъыьэюя-]+$/.test(name) && !/[сц]ьк/.test(name),
  be: name => /^[абвгдеёжзійклмнопрстуўфхцчшыьэюя'-]+$/.test(name),
}

/** True of what no Cyrillic name has: ь behind a vowel or another ь, к or ц at the end behind these consonants (Кличка, Макаровца). */
export const isNoName = (name: string): boolean => /[аеёєиіїоуыэюяйь]ь|[бгджпфхцчшщ]к$|[бвгжкмпчшщ]ц$/iu.test(name)

/** Can a folded Cyrillic name be of the language? */
export const fits = (name: string, language: keyof typeof orthographies): boolean => orthographies[language](name)

/** Can it be of any? Letters of two languages in one name are of none. */
export const fitsAny = (name: string): boolean => Object.values(orthographies).some(test => test(name))
