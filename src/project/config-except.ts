import { isMap, isScalar, parseDocument } from 'yaml'

/** Texts that rules are to let be, by the rules' codes. */
export type Exceptions = ReadonlyMap<string, readonly string[]>

/**
 * The text of a configuration in YAML with `except` of rules extended; comments and order stay. A configuration that is empty
 * or only comments gets its first settings.
 */
export function withExceptions(yaml: string, exceptions: Exceptions): string {
  const document = parseDocument(yaml)
  for (const [code, texts] of exceptions) {
    const path = ['rules', code]
    const setting = document.getIn(path, true)
    if (isScalar(setting)) document.setIn(path, document.createNode({ severity: setting.value }))
    const known: unknown = isMap(setting) ? document.toJS()?.rules?.[code]?.except : undefined
    const all = new Set([...(Array.isArray(known) ? known : []), ...texts])
    document.setIn([...path, 'except'], document.createNode([...all], { flow: true }))
  }
  return document.toString({ lineWidth: 0 })
}
