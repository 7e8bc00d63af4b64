import { type Form, type Id, type Ticket, tickets } from '@physique57/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type Resolver, useForm } from 'react-hook-form'
import { call } from '../../../lib/call.ts'
import { hasCode, ProblemError } from '../../../lib/problem.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { catalogueQueries } from '../../catalogue/api.ts'
import { ticketQueries } from '../api.ts'
import { refreshAfterChange, rememberTicket } from '../ticket-cache.ts'
import { writeUnsentWords } from '../unsent-words.ts'
import { checkEdit, formFor, type Patch, valuesOf } from './edit-ticket.ts'
import { type EditPart, mergeEdits, takeTheirs } from './merge-edits.ts'
import type { NewTicketValues } from './new-ticket.ts'
import { asErrors } from './use-new-ticket.ts'

/** Correcting a ticket: what was typed, against the ticket it was typed on, and what others made of it meanwhile. */
export function useEditTicket(ticket: Ticket, onSaved: () => void) {
  const timeZone = useTimeZone()
  const client = useQueryClient()
  const [base, setBase] = useState(ticket)
  /** As others left it, once saving found that out. */
  const [theirs, setTheirs] = useState<Ticket | null>(null)

  const otherForm = (id: Id | null): Form | undefined =>
    id === null ? undefined : client.getQueryData(catalogueQueries.form(id).queryKey)
  const check = (on: Ticket, values: NewTicketValues) =>
    checkEdit(on, values, formFor(on, values, otherForm(values.subcategoryId)), { now: new Date(), timeZone })
  const resolver: Resolver<NewTicketValues> = (values) => {
    const checked = check(base, values)
    return checked.ok ? { values, errors: {} } : { values: {}, errors: asErrors(checked.errors) }
  }
  const form = useForm<NewTicketValues>({ defaultValues: valuesOf(ticket), resolver, shouldFocusError: false })
  const { isDirty } = form.formState

  // Nothing typed yet: the form simply shows the ticket as it is.
  useEffect(() => {
    if (isDirty || theirs || ticket.version === base.version) return
    setBase(ticket)
    form.reset(valuesOf(ticket))
    writeUnsentWords(ticket.id, 'edit', '')
  }, [ticket, base.version, isDirty, theirs, form])
  useEffect(() =>
    form.subscribe({
      formState: { values: true },
      callback: ({ values }) => writeUnsentWords(ticket.id, 'edit', wordsTyped(base, values)),
    }),
  )

  /** From here on the form says what the ticket says. */
  const startAfresh = (from: Ticket) => {
    setBase(from)
    form.reset(valuesOf(from))
    writeUnsentWords(ticket.id, 'edit', '')
  }
  const save = useMutation({
    // After what was begun before it, which makes the version this one needs.
    scope: { id: `ticket-${ticket.id}` },
    mutationFn: ({ patch, on }: { patch: Patch; on: Ticket }) =>
      call(tickets.update, { params: { id: on.id }, ifMatch: on.version, body: patch }),
    onSuccess: async (saved) => {
      rememberTicket(client, saved)
      startAfresh(saved)
      onSaved()
      await refreshAfterChange(client, ticket.id)
    },
    onError: async (error) => {
      if (hasCode(error, 'stale_version')) {
        const fresh = await client.fetchQuery({ ...ticketQueries.detail(ticket.id), staleTime: 0 }).catch(() => null)
        setTheirs(fresh)
      }
      if (!(error instanceof ProblemError)) return
      for (const { path, message } of error.fields) form.setError(path as 'title', { type: 'server', message })
    },
  })

  const send = (values: NewTicketValues, on: Ticket): void => {
    const checked = check(on, values)
    if (!checked.ok) void form.trigger()
    else if (Object.keys(checked.patch).length === 0) {
      startAfresh(on)
      onSaved()
    } else save.mutate({ patch: checked.patch, on })
  }
  /** On to what others left, with these parts as they have them; the form then shows both their edits and mine. */
  const adopt = (taken: readonly EditPart[]): { values: NewTicketValues; on: Ticket } | null => {
    if (!theirs) return null
    const after = valuesOf(theirs)
    const values = takeTheirs(mergeEdits(valuesOf(base), form.getValues(), after).merged, after, taken)
    form.reset(after)
    for (const [name, value] of Object.entries(values)) {
      form.setValue(name as 'title', value as string, { shouldDirty: true })
    }
    setBase(theirs)
    setTheirs(null)
    save.reset()
    return { values, on: theirs }
  }

  return {
    form,
    base,
    /** Of the subcategory that is chosen now. */
    questions: formFor(base, form.getValues(), otherForm(form.getValues().subcategoryId)),
    save: (values: NewTicketValues) => send(values, base),
    isSaving: save.isPending,
    error: save.error,
    /** Both edits brought together, when somebody else saved first. */
    conflict: theirs && { theirs, ...mergeEdits(valuesOf(base), form.getValues(), valuesOf(theirs)) },
    keepEditing: (taken: readonly EditPart[]) => void adopt(taken),
    saveWith: (taken: readonly EditPart[]) => {
      const adopted = adopt(taken)
      if (adopted) send(adopted.values, adopted.on)
    },
    chooseSubcategory: (next: Id) => {
      const { subcategoryId, answers, otherAnswers } = form.getValues()
      if (next === subcategoryId) return
      form.setValue('otherAnswers', { ...otherAnswers, ...(subcategoryId && { [subcategoryId]: answers }) })
      form.setValue('answers', otherAnswers[next] ?? {}, { shouldDirty: true })
      form.setValue('subcategoryId', next, { shouldDirty: true, shouldValidate: form.formState.isSubmitted })
      form.clearErrors('answers')
    },
    choose: (values: Partial<NewTicketValues>) => {
      for (const [name, value] of Object.entries(values)) {
        form.setValue(name as 'title', value as string, { shouldDirty: true })
      }
      if (form.formState.isSubmitted) void form.trigger()
    },
    discard: () => {
      startAfresh(ticket)
      save.reset()
    },
  }
}

const wordsTyped = (base: Ticket, { title, description, actionTaken }: NewTicketValues): string =>
  [
    title === base.title ? '' : title,
    description === base.description ? '' : description,
    actionTaken === base.actionTaken ? '' : actionTaken,
  ]
    .filter((text) => text.trim() !== '')
    .join('\n\n')
