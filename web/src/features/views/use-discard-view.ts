import type { SavedView } from '@physique57/contracts'
import { toast } from '../../components/ui/toast.tsx'
import { messageOf } from '../../lib/problem.ts'
import { useDeleteView, useRestoreView } from './api.ts'

interface Then {
  onGone: () => void
  onBack: () => void
}

/** Deletes a view, for all who see it, and offers to take that back. */
export function useDiscardView(): (view: SavedView, then: Then) => void {
  const { mutateAsync: remove } = useDeleteView()
  const { mutateAsync: restore } = useRestoreView()
  const undo = async (view: SavedView, onBack: () => void) => {
    try {
      await restore(view.id)
      onBack()
    } catch (error) {
      toast.error(`“${view.name}” did not come back. ${messageOf(error)}`)
    }
  }
  const discard = async (view: SavedView, { onGone, onBack }: Then) => {
    try {
      await remove(view)
      onGone()
      toast.undo(`“${view.name}” is deleted`, () => void undo(view, onBack))
    } catch (error) {
      toast.error(`“${view.name}” was not deleted. ${messageOf(error)}`)
    }
  }
  return (view, then) => void discard(view, then)
}
