/** With one more, before those that were chosen after it; what nobody remembers choosing was there before. */
export function inOrder<Id>(ids: readonly Id[], added: Id, chosen: ReadonlyMap<Id, number>): Id[] {
  const turn = (id: Id): number => chosen.get(id) ?? -1
  const before = ids.findIndex((id) => turn(id) > turn(added))
  return before < 0 ? [...ids, added] : ids.toSpliced(before, 0, added)
}
