import type { Me } from '@physique57/contracts'
import { ChevronsUpDown } from 'lucide-react'
import { Avatar } from '../components/ui/avatar.tsx'
import { UserMenu } from './user-menu.tsx'

/** Who is signed in, at the foot of the sidebar, and everything that is theirs. */
export function UserProfile({ user }: { user: Me }) {
  return (
    <div className="border-t border-line p-2 rail:p-1.5">
      <UserMenu
        user={user}
        trigger={
          <button
            type="button"
            className="flex w-full items-center gap-2 rounded-md p-1 text-left leading-4 hover:bg-hover aria-expanded:bg-pressed"
          >
            <Avatar person={user} size={24} decorative />
            <span className="min-w-0 flex-1 rail:sr-only">
              <span className="sr-only">Your menu: </span>
              <span className="clip block font-medium">{user.name}</span>
              <span className="clip block text-xs text-ink-3">{user.team?.name ?? user.email}</span>
            </span>
            <ChevronsUpDown aria-hidden="true" className="size-3.5 flex-none text-ink-3 rail:hidden" strokeWidth={2} />
          </button>
        }
      />
    </div>
  )
}
