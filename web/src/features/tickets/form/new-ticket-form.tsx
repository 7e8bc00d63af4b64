import type { Category, Studio, Ticket } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { FormProvider, useWatch } from 'react-hook-form'
import { BackLink, PageBar } from '../../../components/ui/page-bar.tsx'
import { toast } from '../../../components/ui/toast.tsx'
import { useIsPhone } from '../../../lib/media.ts'
import type { OpenedDraft } from '../../../lib/server-drafts.ts'
import { catalogueQueries } from '../../catalogue/api.ts'
import { AboutFields } from './about-fields.tsx'
import { AfterLogging } from './after-logging.tsx'
import { CircumstanceFields } from './circumstance-fields.tsx'
import { ClientSection } from './client-section.tsx'
import { DraftNote } from './draft-note.tsx'
import { Duplicates } from './duplicates-part.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { labelledErrors } from './new-ticket-errors.ts'
import { NewTicketFoot } from './new-ticket-foot.tsx'
import { SubcategoryForm } from './subcategory-form.tsx'
import { TicketFiles } from './ticket-files.tsx'
import { useNewTicket } from './use-new-ticket.ts'
import { useShownErrors } from './use-shown-errors.ts'
import { useTicketFiles } from './use-ticket-files.ts'
import { WordFields } from './word-fields.tsx'

interface NewTicketFormProps {
  draft: OpenedDraft
  categories: Category[]
  studios: Studio[]
}

export function NewTicketForm({ draft, categories, studios }: NewTicketFormProps) {
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const opened = (ticket: Ticket) => {
    toast.success(`${ticket.key} is logged`, { description: whoHasIt(ticket) })
    void navigate({ to: '/tickets/$ticketId', params: { ticketId: ticket.id }, replace: true })
  }
  const { form, log, savedAt, choose, chooseSubcategory, startAfresh } = useNewTicket(draft, opened)
  const [subcategoryId, studioId] = useWatch({ control: form.control, name: ['subcategoryId', 'studioId'] })
  const questions = useQuery({ ...catalogueQueries.form(subcategoryId ?? ''), enabled: subcategoryId !== null })

  const files = useTicketFiles(form.control)

  const { summary, showErrors } = useShownErrors(log.error)
  const errors = labelledErrors(form.formState.errors, questions.data)
  const failure = errors.length === 0 ? (log.error ?? undefined) : undefined
  const submit = form.handleSubmit((values) => log.mutate(values), showErrors)
  const isReady = subcategoryId === null || questions.data !== undefined
  const discard = () => {
    startAfresh()
    log.reset()
  }
  const draftNote = <DraftNote savedAt={savedAt} onDiscard={discard} />

  return (
    <FormProvider {...form}>
      <form
        noValidate
        {...files.target}
        aria-label="New ticket"
        className="flex min-h-0 flex-1 flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_360px] lg:grid-rows-[minmax(0,1fr)_auto]"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !log.isPending) void files.whenArrived(() => void submit())
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
        }}
      >
        {isPhone && (
          <PageBar
            title="New ticket"
            back={<BackLink to="/tickets" label="Close, the draft is kept" />}
            actions={draftNote}
          />
        )}
        <div className="min-h-0 flex-1 max-lg:overflow-y-auto lg:contents">
          <div className="lg:overflow-y-auto">
            <div className="mx-auto grid max-w-[784px] gap-5 px-4 pt-3 pb-5 md:px-8 md:pt-5 md:pb-8 touch:gap-4">
              {!isPhone && (
                <div className="flex items-center justify-between gap-2">
                  <h1 className="font-semibold text-2xl tracking-tight">New ticket</h1>
                  {draftNote}
                </div>
              )}
              <AboutFields
                categories={categories}
                studios={studios}
                onSubcategory={chooseSubcategory}
                startsWithPicker={isPhone && subcategoryId === null}
              />
              {(errors.length > 0 || failure) && (
                <ErrorSummary
                  ref={summary}
                  title={failure ? notLogged : titleFor(errors.length)}
                  failure={failure}
                  errors={errors}
                />
              )}
              <WordFields titlePlaceholder={defaultTitle(categories, studios, subcategoryId, studioId)} />
              <SubcategoryForm query={questions} name={nameOf(categories, subcategoryId)} />
              <TicketFiles form={questions.data} uploads={files.uploads} />
              <CircumstanceFields form={questions.data} />
            </div>
          </div>
          <aside
            aria-label="Client and what follows"
            className="grid content-start gap-5 border-line px-4 pt-4 pb-6 max-lg:mx-auto max-lg:max-w-[784px] max-lg:border-t md:max-lg:px-8 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:overflow-y-auto lg:border-l lg:pt-5"
          >
            <ClientSection choose={choose} />
            <Duplicates as="aside" />
            <AfterLogging categories={categories} subcategoryId={subcategoryId} />
          </aside>
        </div>
        <Duplicates as="strip" />
        <NewTicketFoot
          wrong={failure ? notLogged : inBrief(errors)}
          isSending={log.isPending}
          isWaiting={files.isWaiting}
          onPhoto={files.uploads.add}
          onShowErrors={showErrors}
        />
      </form>
    </FormProvider>
  )
}

const notLogged = 'The ticket was not logged'

function inBrief([first, ...more]: { label: string }[]): string | undefined {
  if (!first) return
  return more.length === 0 ? `1 answer to correct: ${first.label}` : titleFor(more.length + 1)
}

const titleFor = (count: number): string => (count === 1 ? 'One answer to correct' : `${count} answers to correct`)

function whoHasIt(ticket: Ticket): string {
  if (ticket.assignee) return `${ticket.assignee.name} has it now.`
  return ticket.team ? `It waits in the queue of ${ticket.team.name}.` : 'The managers have been told.'
}

const nameOf = (categories: Category[], id: string | null): string | undefined =>
  categories.flatMap((category) => category.subcategories).find((each) => each.id === id)?.name

function defaultTitle(
  categories: Category[],
  studios: Studio[],
  subcategoryId: string | null,
  studioId: string | null,
) {
  const [name, studio] = [nameOf(categories, subcategoryId), studios.find(({ id }) => id === studioId)?.name]
  return name && studio ? `${name}, ${studio}` : ''
}
