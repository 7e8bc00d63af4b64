import { Save } from 'lucide-react'
import { Button } from '../../../components/ui/button.tsx'
import { useSaveChanges } from '../use-save-changes.ts'
import type { ListAtHand } from './at-hand.ts'

/** At the end of the filters: a list that differs from its view, or has none. */
export default function SaveOrDiscard({ opened: { search, view }, onOpen, onAsk }: ListAtHand) {
  const { save, isSaving } = useSaveChanges((saved) => onOpen({ saved: saved.id }))
  return (
    <div className="flex flex-none items-center gap-1.5 max-md:hidden">
      {view && (
        <Button size="sm" variant="ghost" onClick={() => onOpen({ saved: view.id })}>
          Discard
        </Button>
      )}
      {view?.can.edit ? (
        <Button size="sm" icon={Save} busy={isSaving} onClick={() => void save(view, search)}>
          Save changes
        </Button>
      ) : (
        <Button size="sm" icon={Save} onClick={() => onAsk(view ? 'copy' : 'create')}>
          Save view
        </Button>
      )}
    </div>
  )
}
