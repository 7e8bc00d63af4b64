import type { Ticket } from '@physique57/contracts'
import { useQueries } from '@tanstack/react-query'
import { useRef } from 'react'
import { FormProvider } from 'react-hook-form'
import { Button } from '../../../components/ui/button.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'
import { toast } from '../../../components/ui/toast.tsx'
import { hasCode } from '../../../lib/problem.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { catalogueQueries } from '../../catalogue/api.ts'
import { EditConflict } from './edit-conflict.tsx'
import { EditTicketFields } from './edit-ticket-fields.tsx'
import { labelledErrors } from './new-ticket-errors.ts'
import { useEditTicket } from './use-edit-ticket.ts'
import { useShownErrors } from './use-shown-errors.ts'

interface EditTicketDialogProps {
  ticket: Ticket
  isOpen: boolean
  onClose: () => void
}

/** Corrects a ticket. What was typed stays when it is closed or fails, and meets what others changed before it is saved. */
export default function EditTicketDialog({ ticket, isOpen, onClose }: EditTicketDialogProps) {
  const zone = useTimeZone()
  const [categories, studios, lookups] = useQueries({
    queries: [catalogueQueries.categories(), catalogueQueries.studios(), catalogueQueries.lookups()],
  })
  const saved = () => {
    toast.success(`${ticket.key} is changed`)
    onClose()
  }
  const edit = useEditTicket(ticket, saved)
  const titleInput = useRef<HTMLInputElement>(null)
  const { summary, showErrors } = useShownErrors(edit.error)
  const submit = edit.form.handleSubmit((values) => edit.save(values), showErrors)
  const errors = labelledErrors(edit.form.formState.errors, edit.questions)
  const isStale = hasCode(edit.error, 'stale_version')
  const failure = edit.error && !isStale && errors.length === 0 ? edit.error : undefined
  const failed = [categories, studios].find((query) => query.isError && !query.data)
  const lookupNames = {
    ...ticket.lookupNames,
    ...Object.fromEntries((lookups.data ?? []).map(({ id, name }) => [id, name])),
  }

  if (edit.conflict) {
    return (
      <EditConflict
        theirs={edit.conflict.theirs}
        conflicts={edit.conflict.conflicts}
        base={edit.base}
        mine={edit.form.getValues()}
        names={{
          categories: categories.data ?? [],
          studios: studios.data ?? [],
          form: edit.conflict.theirs.form,
          lookupNames,
          zone,
        }}
        isOpen={isOpen}
        onSave={edit.saveWith}
        onKeepEditing={edit.keepEditing}
      />
    )
  }
  const isDirty = edit.form.formState.isDirty
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={`Edit ${ticket.key}`}
      width="xl"
      initialFocus={titleInput}
      footer={
        <>
          {isDirty && (
            <Button variant="ghost" className="md:mr-auto" onClick={edit.discard}>
              Discard changes
            </Button>
          )}
          <Button onClick={onClose}>{isDirty ? 'Close' : 'Cancel'}</Button>
          <Button variant="primary" busy={edit.isSaving} onClick={() => void submit()}>
            Save
          </Button>
        </>
      }
    >
      {failed ? (
        <ErrorState
          title="The form could not be loaded"
          error={failed.error}
          onRetry={() => void Promise.all([categories.refetch(), studios.refetch()])}
        />
      ) : !categories.data || !studios.data ? (
        <Loading label="Loading the form" className="grid gap-6">
          {['w-24', 'w-32', 'w-20'].map((width) => (
            <div key={width} className="grid gap-3">
              <Skeleton className={width} />
              <Skeleton className="h-8! w-full touch:h-11!" />
            </div>
          ))}
        </Loading>
      ) : (
        <FormProvider {...edit.form}>
          <form
            noValidate
            aria-label={`Edit ${ticket.key}`}
            className="grid gap-5 text-ink touch:gap-4"
            onSubmit={(event) => {
              event.preventDefault()
              if (!edit.isSaving) void submit(event)
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
            }}
          >
            <EditTicketFields
              ticket={edit.base}
              mayWork={ticket.can.edit}
              categories={categories.data}
              studios={studios.data}
              titleInput={titleInput}
              onSubcategory={edit.chooseSubcategory}
              onChoose={edit.choose}
              errors={errors}
              failure={failure}
              summary={summary}
            />
          </form>
        </FormProvider>
      )}
    </Dialog>
  )
}
