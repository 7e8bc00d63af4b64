import type { SavedView } from '@physique57/contracts'
import { toast } from '../../components/ui/toast.tsx'
import { messageOf } from '../../lib/problem.ts'
import type { TicketSearch } from '../tickets/ticket-search.ts'
import { useKeepView } from './api.ts'
import { storedSearch } from './view-search.ts'

/** Makes what is on screen what the view shows, for all who see it. */
export function useSaveChanges(onSaved: (view: SavedView) => void) {
  const { mutateAsync: keep, isPending } = useKeepView()
  const save = async ({ id, version, name }: SavedView, search: TicketSearch) => {
    try {
      onSaved(await keep({ id, version, search: storedSearch(search) }))
      toast.success(`“${name}” is saved as it is now`)
    } catch (error) {
      toast.error(`“${name}” was not saved. ${messageOf(error)}`)
    }
  }
  return { save, isSaving: isPending }
}
