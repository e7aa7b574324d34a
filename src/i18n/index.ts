export { type Catalog, type MessageData, type MessageId, openCatalog } from './catalog.ts'
export { chooseLanguage, isUiLanguage, type UiLanguage, uiLanguages } from './language.ts'
export { parseMessage } from './parse.ts'
