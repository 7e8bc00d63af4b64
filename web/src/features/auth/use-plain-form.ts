import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type RefObject, useRef, useState } from 'react'
import { messageOf, ProblemError } from '../../lib/problem.ts'

type Typed<Name extends string> = Record<Name, string>
type Wrong<Name extends string> = Partial<Typed<Name>>

interface PlainForm<Name extends string, Result> {
  names: readonly Name[]
  /** What is wrong before anything is sent, in the order of the names. */
  check: (typed: Typed<Name>) => Wrong<Name>
  send: (typed: Typed<Name>) => Promise<Result>
  onDone: (result: Result, typed: Typed<Name>) => void
  /** A message for an error that has better words here. */
  explain?: (error: unknown) => Wrong<Name> | undefined
}

interface PlainFormState<Name extends string> {
  props: {
    ref: RefObject<HTMLFormElement | null>
    noValidate: true
    onSubmit: (event: FormEvent<HTMLFormElement>) => void
  }
  wrong: Wrong<Name>
  /** What is wrong with none of the fields. */
  failure: string | undefined
  isBusy: boolean
}

/** A few fields read from the form itself: password managers fill it in their own ways, and no form library has to load. */
export function usePlainForm<Name extends string, Result>(form: PlainForm<Name, Result>): PlainFormState<Name> {
  const ref = useRef<HTMLFormElement>(null)
  const [wrong, setWrong] = useState<Wrong<Name>>({})
  const [failure, setFailure] = useState<string>()

  const refuse = (found: Wrong<Name>) => {
    setWrong(found)
    const first = form.names.find((name) => found[name])
    ref.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus()
  }
  const mutation = useMutation({
    mutationFn: form.send,
    onSuccess: form.onDone,
    onError: (error) => {
      const found = form.explain?.(error) ?? wrongFields(error, form.names)
      if (Object.keys(found).length > 0) refuse(found)
      else setFailure(messageOf(error))
    },
  })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (mutation.isPending) return
    const typed = typedIn(event.currentTarget, form.names)
    const found = form.check(typed)
    setFailure(undefined)
    if (Object.keys(found).length > 0) return refuse(found)
    setWrong({})
    mutation.mutate(typed)
  }
  return { props: { ref, noValidate: true, onSubmit }, wrong, failure, isBusy: mutation.isPending }
}

function typedIn<Name extends string>(form: HTMLFormElement, names: readonly Name[]): Typed<Name> {
  const data = new FormData(form)
  const textIn = (name: Name) => {
    const value = String(data.get(name) ?? '')
    return /password/i.test(name) ? value : value.trim()
  }
  return Object.fromEntries(names.map((name) => [name, textIn(name)])) as Typed<Name>
}

function wrongFields<Name extends string>(error: unknown, names: readonly Name[]): Wrong<Name> {
  if (!(error instanceof ProblemError)) return {}
  const found = error.fields.filter(({ path }) => names.some((name) => name === path))
  return Object.fromEntries(found.map(({ path, message }) => [path, message])) as Wrong<Name>
}
