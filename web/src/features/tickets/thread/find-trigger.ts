/** What somebody is calling for while they type: a person by `@`, or a canned reply by `/` at the beginning of a line. */
export interface Trigger {
  sign: '@' | '/'
  query: string
  /** Where the sign stands, and where the caret is: what is picked takes this place. */
  from: number
  to: number
}

const longest = 40

/** The call the caret stands in. `known` are names that have been picked: behind one of them the call is over. */
export function findTrigger(text: string, caret: number, known: readonly string[] = []): Trigger | undefined {
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret)
  const canned = /^\/([\p{L}\p{M}\p{N} ]*)$/u.exec(line)
  if (canned) return triggerOf('/', canned[1] ?? '', caret)
  const person = /(?:^|[\s([{"'])@((?:[\p{L}\p{M}][\p{L}\p{M}.'’-]*(?: (?! )|$)){0,3})$/u.exec(line)
  if (!person || known.some((name) => (person[1] ?? '').startsWith(name))) return undefined
  return triggerOf('@', person[1] ?? '', caret)
}

const triggerOf = (sign: Trigger['sign'], query: string, to: number): Trigger | undefined =>
  query.length > longest ? undefined : { sign, query: query.trim(), from: to - query.length - 1, to }
