import { Part } from '../../../components/ui/part.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { isSameList } from '../view-search.ts'
import type { ListAtHand } from './at-hand.ts'

const SaveOrDiscard = lazyPart(() => import('./save-or-discard.tsx'))
const ViewDialog = lazyPart(() => import('./view-dialog.tsx'))

/** What can be done about a list that differs from what is saved; a phone finds it among its views. */
export function UnsavedActions(list: ListAtHand) {
  const { asking, onAsk, opened } = list
  const isOfItsOwn = !opened.view && !isSameList(opened.search, { view: opened.search.view })
  return (
    <>
      {(opened.isEdited || isOfItsOwn) && (
        <Part>
          <SaveOrDiscard {...list} />
        </Part>
      )}
      {asking && (
        <Part onMissing={() => onAsk(null)}>
          <ViewDialog {...list} kind={asking} onClose={() => onAsk(null)} />
        </Part>
      )}
    </>
  )
}
