import { useQueries, useQuery } from '@tanstack/react-query'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { BackLink, PageBar } from '../../../components/ui/page-bar.tsx'
import { useDocumentTitle } from '../../../lib/document-title.ts'
import { isPhoneNow } from '../../../lib/media.ts'
import { useAuth } from '../../../stores/auth-store.ts'
import { catalogueQueries } from '../../catalogue/api.ts'
import { loadCategorySearch } from '../../catalogue/components/category-picker.tsx'
import { draftQuery } from '../draft-query.ts'
import { NewTicketForm } from './new-ticket-form.tsx'
import { NewTicketSkeleton } from './new-ticket-skeleton.tsx'

// On a phone it is the first thing to be seen.
if (isPhoneNow()) void loadCategorySearch().catch(() => undefined)

export function CreateTicketPage() {
  useDocumentTitle('New ticket')
  const userId = useAuth((auth) => auth.user?.id)
  const [categories, studios] = useQueries({ queries: [catalogueQueries.categories(), catalogueQueries.studios()] })
  const draft = useQuery(draftQuery('new-ticket'))
  const failed = [categories, studios].find((query) => query.isError && !query.data)

  if (categories.data && studios.data && draft.data && userId) {
    return <NewTicketForm key={userId} draft={draft.data} categories={categories.data} studios={studios.data} />
  }
  return (
    <div className="flex h-full min-h-0 flex-1 flex-col">
      <PageBar title="New ticket" back={<BackLink to="/tickets" label="Back to the tickets" />} />
      {failed ? (
        <ErrorState
          title="The form could not be loaded"
          error={failed.error}
          onRetry={() => void Promise.all([categories.refetch(), studios.refetch()])}
        />
      ) : (
        <NewTicketSkeleton />
      )}
    </div>
  )
}
