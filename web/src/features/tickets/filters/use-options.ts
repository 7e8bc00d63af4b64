import { asTag, Tag } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { rank } from '../../../lib/rank.ts'
import { tagsQuery } from '../../tags/api.ts'
import { useDebounced } from '../use-debounced.ts'
import { useChosenClients, useFoundClients } from './use-client-options.ts'
import type { FilterField, FilterOption } from './use-filter-fields.ts'

/**
 * What a field may be, as far as it fits what is typed. Of tags only the most used are known here: what is typed is asked of the
 * server, and as it stands it can be chosen too, so that one on old tickets alone is found. Clients are only looked for.
 */
export function useOptions(field: FilterField, chosen: readonly string[], typed: string): FilterOption[] {
  const isTag = field.key === 'tag'
  const wanted = isTag ? asTag(typed) : ''
  const { data: found = [] } = useQuery({ ...tagsQuery(useDebounced(wanted, 150)), enabled: wanted !== '' })
  const isClient = field.key === 'client'
  const clients = useFoundClients(useDebounced(isClient ? typed : '', 150))
  const chosenClients = useChosenClients(isClient ? chosen.filter((value) => value !== 'none') : [])
  if (isClient) return typed.trim() === '' ? [...chosenClients, ...field.options] : clients
  if (!isTag) return rank(field.options, typed)
  const known = new Set(field.options.map(({ value }) => value))
  const asTyped = Tag.safeParse(typed).success && wanted !== 'none' ? [wanted] : []
  const names = wanted === '' ? chosen : [...asTyped, ...found.map(({ name }) => name)]
  const others = [...new Set(names)].filter((name) => !known.has(name))
  return rank([...others.map((name) => ({ value: name, label: name })), ...field.options], typed)
}
