/** So many words are remembered, unless it is said, so that memory does not grow with the archive. */
const usual = 50_000

/** What is found of words, kept for the texts to come: the words of an archive are far fewer than its text. */
export function remembered<T, K = string>(find: (word: K) => T, most = usual): (word: K) => T {
  const memo = new Map<K, T>()
  return word => {
    const before = memo.get(word)
    if (before !== undefined || memo.has(word)) return before as T
    if (memo.size >= most) memo.clear()
    const found = find(word)
    memo.set(word, found)
    return found
  }
}
