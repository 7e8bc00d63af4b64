import type { CannedReply } from '@physique57/contracts'
import { Globe, Lock, Pencil, Trash2, Users } from 'lucide-react'
import { IconButton } from '../../../components/ui/button.tsx'
import { audienceOf } from '../what-changed.ts'

const icons = { private: Lock, team: Users, everyone: Globe }

interface CannedReplyRowProps {
  reply: CannedReply
  onEdit: () => void
  onRemove: () => void
}

export function CannedReplyRow({ reply, onEdit, onRemove }: CannedReplyRowProps) {
  const { title, body, category, can } = reply
  const Icon = icons[reply.audience]
  return (
    <li className="flex items-start gap-2 border-line border-t py-3">
      <div className="min-w-0 flex-1">
        <h2 className="font-medium [overflow-wrap:anywhere] touch:text-lg">{title}</h2>
        <p className="mt-0.5 line-clamp-2 text-ink-2 text-sm [overflow-wrap:anywhere] touch:text-base">{body}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 text-ink-3 text-xs touch:text-sm">
          <span className="inline-flex items-center gap-1">
            <Icon aria-hidden className="size-3.5" strokeWidth={2} />
            {audienceOf(reply)}
          </span>
          {category && <span>{category}</span>}
        </p>
      </div>
      {can.edit && <IconButton icon={Pencil} label={`Change ${title}`} onClick={onEdit} />}
      {can.remove && <IconButton icon={Trash2} label={`Delete ${title}`} onClick={onRemove} />}
    </li>
  )
}
