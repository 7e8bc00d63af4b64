import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { openDraft } from '../../lib/server-drafts.ts'
import { catalogueQueries } from '../catalogue/api.ts'

/** As much of the form as tells one what it was going to be. */
const Begun = z.object({
  values: z.object({ title: z.string().catch(''), subcategoryId: z.string().nullable().catch(null) }),
})

/** What the ticket that somebody has begun to write is called, by its title or what it is about; undefined without one. */
export function useBegunTicket(): string | undefined {
  const { data: draft } = useQuery({
    queryKey: ['drafts', 'begun'],
    queryFn: () => openDraft('new-ticket'),
    staleTime: 0,
    gcTime: 0,
  })
  const begun = Begun.safeParse(draft?.content).data?.values
  const { data: categories } = useQuery({
    ...catalogueQueries.categories(),
    enabled: begun?.title === '' && begun.subcategoryId !== null,
  })
  if (!begun) return undefined
  if (begun.title) return `“${begun.title}”`
  const name = categories?.flatMap((each) => each.subcategories).find(({ id }) => id === begun.subcategoryId)?.name
  return name ? `“${name}”` : 'your draft'
}
