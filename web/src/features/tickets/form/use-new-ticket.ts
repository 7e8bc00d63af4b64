import { type Form, type Id, type Ticket, tickets } from '@physique57/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type FieldErrors, type Resolver, useForm } from 'react-hook-form'
import { z } from 'zod'
import { call } from '../../../lib/call.ts'
import { hasCode, ProblemError } from '../../../lib/problem.ts'
import { dropDraft, keepDraft, type OpenedDraft } from '../../../lib/server-drafts.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { catalogueQueries } from '../../catalogue/api.ts'
import { ticketQueries } from '../api.ts'
import { keyFor, type SentKey, wasRefused } from '../idempotency-key.ts'
import { useOtherDraft } from '../use-other-draft.ts'
import { lastStudio, rememberStudio } from './last-studio.ts'
import { checkNewTicket, emptyTicket, NewTicketValues } from './new-ticket.ts'

/** A draft also knows what was last sent and under which key, so that sending again after a reload logs no second ticket. */
const Draft = z.object({
  values: NewTicketValues,
  sent: z.object({ content: z.string(), key: z.string() }).optional(),
})

/** The create form: what is typed, kept in a draft from the first key on, checked and sent. */
export function useNewTicket(opened: OpenedDraft, onLogged: (ticket: Ticket) => void) {
  const timeZone = useTimeZone()
  const client = useQueryClient()
  const [draft] = useState(() => Draft.safeParse(opened.content).data)
  const [savedAt, setSavedAt] = useState<number | null>(draft ? opened.savedAt : null)
  const formOf = (id: Id | null): Form | undefined =>
    id === null ? undefined : client.getQueryData(catalogueQueries.form(id).queryKey)
  const check = (values: NewTicketValues) =>
    checkNewTicket(values, formOf(values.subcategoryId), {
      now: new Date(),
      timeZone,
      offered: client.getQueryData(catalogueQueries.lookups().queryKey),
    })

  const resolver: Resolver<NewTicketValues> = (values) => {
    const checked = check(values)
    return checked.ok ? { values, errors: {} } : { values: {}, errors: asErrors(checked.errors) }
  }
  const form = useForm<NewTicketValues>({
    defaultValues: draft?.values ?? { ...emptyTicket, studioId: lastStudio() },
    resolver,
    shouldFocusError: false,
  })
  const [sent, setSent] = useState<SentKey | undefined>(draft?.sent)
  const keep = (lastSent = sent) => {
    keepDraft('new-ticket', { values: form.getValues(), ...(lastSent && { sent: { ...lastSent } }) })
    setSavedAt(Date.now())
  }

  useEffect(() => form.subscribe({ formState: { values: true }, callback: ({ type }) => type && keep() }))

  const log = useMutation({
    mutationFn: (values: NewTicketValues) => {
      const checked = check(values)
      if (!checked.ok) throw new Error('Only checked tickets are sent')
      const next = keyFor(checked.body, sent)
      setSent(next)
      keep(next)
      return call(tickets.create, { body: checked.body, idempotencyKey: next.key })
    },
    onSuccess: (ticket) => {
      dropDraft('new-ticket')
      rememberStudio(ticket.studio.id)
      client.setQueryData(ticketQueries.detail(ticket.id).queryKey, ticket)
      void client.invalidateQueries({ queryKey: ['tickets', 'list'] })
      onLogged(ticket)
    },
    onError: (error, values) => {
      if (wasRefused(error)) setSent(undefined)
      if (!(error instanceof ProblemError)) return
      for (const { path, message } of error.fields) form.setError(path as 'title', { type: 'server', message })
      // Another version of the form may have come into force while this one was filled in.
      if (hasCode(error, 'unprocessable') && values.subcategoryId) {
        void client.invalidateQueries({ queryKey: catalogueQueries.form(values.subcategoryId).queryKey })
      }
    },
  })

  const chooseSubcategory = (next: Id) => {
    const { subcategoryId, answers, otherAnswers } = form.getValues()
    if (next === subcategoryId) return
    form.setValue('otherAnswers', { ...otherAnswers, ...(subcategoryId && { [subcategoryId]: answers }) })
    form.setValue('answers', otherAnswers[next] ?? {})
    form.setValue('subcategoryId', next, { shouldValidate: form.formState.isSubmitted })
    form.clearErrors('answers')
    keep()
  }
  /** For choices that are more than one control. */
  const choose = (values: Partial<NewTicketValues>) => {
    for (const [name, value] of Object.entries(values)) form.setValue(name as 'title', value as string)
    if (form.formState.isSubmitted) void form.trigger()
    keep()
  }
  const startAfresh = () => {
    form.reset({ ...emptyTicket, studioId: lastStudio() })
    dropDraft('new-ticket')
    setSavedAt(null)
  }
  useOtherDraft('new-ticket', (content) => {
    const other = Draft.safeParse(content).data
    const replaced = { values: form.getValues(), ...(sent && { sent: { ...sent } }) }
    if (other) {
      form.reset(other.values)
      setSent(other.sent)
      keep(other.sent)
    }
    return replaced
  })
  return { form, log, savedAt, choose, chooseSubcategory, startAfresh }
}

/** `answers.area` as react-hook-form nests it. */
export function asErrors(errors: { path: string; message: string }[]): FieldErrors<NewTicketValues> {
  const nested: Record<string, unknown> = {}
  for (const { path, message } of errors) {
    const [first = '', second] = path.split('.')
    const error = { type: 'check', message }
    nested[first] = second === undefined ? error : { ...(nested[first] as object | undefined), [second]: error }
  }
  return nested as FieldErrors<NewTicketValues>
}
