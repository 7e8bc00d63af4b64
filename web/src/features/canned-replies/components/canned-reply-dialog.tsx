import { type CannedAudience, type CannedReply, cannedVariables, unknownVariables } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { ChangedNotice } from '../../../components/ui/changed-notice.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import { FailureNotice } from '../../../components/ui/failure-notice.tsx'
import { Field } from '../../../components/ui/field.tsx'
import { Input, Textarea } from '../../../components/ui/input.tsx'
import { Segments } from '../../../components/ui/segments.tsx'
import { Select } from '../../../components/ui/select.tsx'
import { useAuth } from '../../../stores/auth-store.ts'
import { teamsQuery } from '../api.ts'
import { useSaveCanned } from '../use-save-canned.ts'

interface CannedReplyDialogProps {
  /** None: a new one. */
  reply: CannedReply | undefined
  audiences: readonly CannedAudience[]
  onClose: () => void
}

const audienceLabel = { private: 'Only me', team: 'A team', everyone: 'Everyone' }

/** Writes one, or changes it. */
export function CannedReplyDialog({ reply, audiences, onClose }: CannedReplyDialogProps) {
  const ownTeam = useAuth(({ user }) => user?.team)
  const [title, setTitle] = useState(reply?.title ?? '')
  const [body, setBody] = useState(reply?.body ?? '')
  const [category, setCategory] = useState(reply?.category ?? '')
  const [audience, setAudience] = useState<CannedAudience>(reply?.audience ?? 'private')
  const [teamId, setTeamId] = useState(reply?.team?.id ?? ownTeam?.id ?? null)
  const [wasTried, setTried] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  const unknown = unknownVariables(body)
  const wrong = {
    title: title.trim() === '' ? 'Give it a title to find it by.' : undefined,
    body:
      body.trim() === ''
        ? 'Write what is to be said.'
        : unknown.length > 0
          ? `There is no variable {{${unknown[0]}}}.`
          : undefined,
    team: audience === 'team' && !teamId ? 'Say for which team.' : undefined,
  }
  const { save, isSaving, failure, changes, isGone } = useSaveCanned(reply, onClose)
  const submit = () => {
    setTried(true)
    if (wrong.title) return input.current?.focus()
    if (wrong.body) return text.current?.focus()
    if (wrong.team || isSaving) return
    save({
      title: title.trim(),
      body: body.trim(),
      category: category.trim() || null,
      audience,
      teamId: audience === 'team' ? teamId : null,
    })
  }
  const insert = (name: string) => {
    const at = text.current?.selectionStart ?? body.length
    setBody(`${body.slice(0, at)}{{${name}}}${body.slice(at)}`)
    text.current?.focus()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={reply ? 'Change canned reply' : 'New canned reply'}
      initialFocus={input}
      width="lg"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={isSaving} onClick={submit}>
            {isGone ? 'Save as new' : changes.length > 0 ? 'Save mine instead' : 'Save reply'}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {changes.length > 0 && (
          <div ref={bringIntoSight}>
            <ChangedNotice what="reply" changes={changes} />
          </div>
        )}
        <FailureNotice ref={bringIntoSight} why={failure} />
        <Field label="Title" error={wasTried ? wrong.title : undefined}>
          <Input ref={input} value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <Field label="Text" error={wasTried ? wrong.body : undefined} help="Markdown works.">
          <Textarea
            ref={text}
            rows={6}
            value={body}
            maxLength={10_000}
            onChange={(event) => setBody(event.target.value)}
          />
        </Field>
        <fieldset aria-label="Insert a variable" className="flex flex-wrap gap-1.5 touch:gap-2">
          {cannedVariables.map(({ name, label }) => (
            <Button key={name} size="sm" onClick={() => insert(name)}>
              {label}
            </Button>
          ))}
        </fieldset>
        <Field label="Category" optional>
          <Input value={category} maxLength={60} onChange={(event) => setCategory(event.target.value)} />
        </Field>
        {audiences.length > 1 && (
          <Field label="For" group>
            <Segments
              value={audience}
              onChange={setAudience}
              options={audiences.map((value) => ({ value, label: audienceLabel[value] }))}
            />
          </Field>
        )}
        {audience === 'team' && audiences.includes('everyone') && (
          <TeamField teamId={teamId} onChange={setTeamId} error={wasTried ? wrong.team : undefined} />
        )}
      </div>
    </Dialog>
  )
}

const bringIntoSight = (notice: HTMLElement | null) => notice?.scrollIntoView({ block: 'nearest' })

interface TeamFieldProps {
  teamId: string | null
  onChange: (teamId: string) => void
  error: string | undefined
}

/** Whoever writes for everyone may write for any team. */
function TeamField({ teamId, onChange, error }: TeamFieldProps) {
  const { data = [] } = useQuery(teamsQuery)
  return (
    <Field label="Team" error={error}>
      <Select value={teamId} onChange={onChange} options={data.map(({ id, name }) => ({ value: id, label: name }))} />
    </Field>
  )
}
