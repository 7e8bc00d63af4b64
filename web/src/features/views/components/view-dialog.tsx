import { type SavedView, VIEW_NAME_LENGTH } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import { FailureNotice } from '../../../components/ui/failure-notice.tsx'
import { Field } from '../../../components/ui/field.tsx'
import { Input } from '../../../components/ui/input.tsx'
import { Select } from '../../../components/ui/select.tsx'
import { toast } from '../../../components/ui/toast.tsx'
import { messageOf, ProblemError } from '../../../lib/problem.ts'
import { useKeepView } from '../api.ts'
import { audienceOf, audienceOptions, sharedWith } from '../audience.ts'
import { storedSearch } from '../view-search.ts'
import { viewsQuery } from '../views-query.ts'
import type { ListAtHand, ViewDialogKind } from './at-hand.ts'

interface ViewDialogProps extends ListAtHand {
  kind: ViewDialogKind
  onClose: () => void
}

const words = {
  create: { title: 'Save view', confirm: 'Save view' },
  copy: { title: 'Save as a new view', confirm: 'Save view' },
  edit: { title: 'Name and sharing', confirm: 'Save' },
}

/** What a view is called and who finds it among theirs. */
export default function ViewDialog({ kind, user, opened, onOpen, onClose }: ViewDialogProps) {
  const { view, search } = opened
  const shareWith = useQuery(viewsQuery()).data?.shareWith
  const formId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(kind === 'create' ? '' : copyName(view, kind))
  const [whose, setWhose] = useState(kind === 'edit' && view ? sharedWith(view) : 'private')
  const [wasTried, setTried] = useState(false)
  const keep = useKeepView()
  const options = audienceOptions(shareWith, kind !== 'edit' || view?.owner.id === user.id)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '') return input.current?.focus()
    const edited = kind === 'edit' ? view : undefined
    keep.mutate(
      {
        name: name.trim(),
        ...audienceOf(whose),
        ...(edited ? { id: edited.id, version: edited.version } : { search: storedSearch(search) }),
      },
      {
        onSuccess: (saved) => {
          toast.success(`“${saved.name}” is saved${saved.audience === 'private' ? '' : ' and shared'}`)
          onClose()
          if (!edited) onOpen({ saved: saved.id })
        },
        onError: () => input.current?.focus(),
      },
    )
  }
  const nameError = wasTried && name.trim() === '' ? 'Give it a name.' : errorAt(keep.error, 'name')

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={words[kind].title}
      initialFocus={input}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={keep.isPending}>
            {words[kind].confirm}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="grid gap-4">
        <Field label="Name" error={nameError}>
          <Input
            ref={input}
            value={name}
            maxLength={VIEW_NAME_LENGTH}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field
          label="Who finds it"
          help={
            options.length > 1
              ? 'Everybody sees the tickets they may see; “me” and “my team” are whoever looks.'
              : undefined
          }
        >
          {options.length > 1 ? (
            <Select value={whose} onChange={setWhose} options={options} />
          ) : (
            <p className="text-sm touch:text-lg">Only you. Views for a team are shared by its lead.</p>
          )}
        </Field>
        <FailureNotice why={keep.error && !nameError ? messageOf(keep.error) : undefined} />
      </form>
    </Dialog>
  )
}

const copyName = (view: SavedView | undefined, kind: ViewDialogKind): string =>
  !view ? '' : kind === 'edit' ? view.name : `${view.name} (copy)`.slice(0, VIEW_NAME_LENGTH)

const errorAt = (error: unknown, path: string): string | undefined =>
  error instanceof ProblemError ? error.fields.find((field) => field.path === path)?.message : undefined
