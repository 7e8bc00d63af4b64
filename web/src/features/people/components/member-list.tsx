import { roleLabel, type Team, type User } from '@physique57/contracts'
import { Link } from '@tanstack/react-router'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { Badge } from '../../../components/ui/badge.tsx'
import { Availability } from './availability.tsx'

/** Who is in the team; how each of them stands, as far as the reader may know. */
export function MemberList({ team, members }: { team: Team; members: User[] }) {
  return (
    <ul className="grid gap-x-4 md:grid-cols-2 lg:grid-cols-3">
      {members.map((member) => (
        <li
          key={member.id}
          className="relative flex min-h-11 min-w-0 items-center gap-2.5 rounded-md px-2 py-1.5 -outline-offset-2 outline-focus hover:bg-hover has-[a:focus-visible]:outline-2"
        >
          <Avatar person={member} size={28} decorative />
          <span className="min-w-0 flex-1">
            <Link
              to="/people/$userId"
              params={{ userId: member.id }}
              title={member.name}
              className="clip block font-medium outline-none after:absolute after:inset-0 touch:text-lg"
            >
              {member.name}
            </Link>
            {member.details && (
              <span className="clip block text-ink-3 text-xs touch:text-sm">{roleLabel[member.details.role]}</span>
            )}
          </span>
          {member.id === team.lead?.id && !member.details && <Badge>Lead</Badge>}
          {member.details && <Availability details={member.details} />}
        </li>
      ))}
    </ul>
  )
}
