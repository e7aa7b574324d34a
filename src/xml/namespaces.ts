import { xmlNamespace, xmlnsNamespace } from './node.ts'

/** The prefixes in scope. A look-up costs one map access, however deep the element stands. */
export interface Namespaces {
  enter(declarations: readonly (readonly [prefix: string, uri: string])[]): void
  leave(): void
  /** Undefined for a prefix that nothing binds; the empty prefix is bound to no namespace at the start. */
  resolve(prefix: string): string | undefined
}

export function namespaces(): Namespaces {
  const bound = new Map<string, string[]>([
    ['', ['']],
    ['xml', [xmlNamespace]],
    ['xmlns', [xmlnsNamespace]],
  ])
  const scopes: (readonly (readonly [prefix: string, uri: string])[])[] = []
  return {
    enter(declarations) {
      scopes.push(declarations)
      if (declarations.length === 0) return
      for (const [prefix, uri] of declarations) {
        const uris = bound.get(prefix)
        if (uris) uris.push(uri)
        else bound.set(prefix, [uri])
      }
    },
    leave() {
      for (const [prefix] of scopes.pop() ?? []) bound.get(prefix)?.pop()
    },
    resolve: prefix => bound.get(prefix)?.at(-1),
  }
}

/** Why a declaration is not allowed (Namespaces in XML 1.0, 3 and 5), or undefined. */
export function declarationFault(prefix: string, uri: string): 'namespace' | undefined {
  if (prefix !== '' && uri === '') return 'namespace'
  if (prefix === 'xmlns' || uri === xmlnsNamespace) return 'namespace'
  return (prefix === 'xml') !== (uri === xmlNamespace) ? 'namespace' : undefined
}
