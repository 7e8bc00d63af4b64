import type { NamedRef, PersonRef } from '@physique57/contracts'
import { Link } from '@tanstack/react-router'
import { textLinkClass } from '../../../components/ui/text-link.ts'
import { cx } from '../../../lib/cx.ts'

const target = 'inline-flex min-w-0 items-center [overflow-wrap:anywhere] touch:-my-1 touch:min-h-11'

/** Somebody's name, leading to who they are. */
export function PersonLink({ person }: { person: PersonRef }) {
  return (
    <Link to="/people/$userId" params={{ userId: person.id }} className={cx(textLinkClass, target)}>
      {person.name}
    </Link>
  )
}

export function TeamLink({ team }: { team: NamedRef }) {
  return (
    <Link to="/teams/$teamId" params={{ teamId: team.id }} className={cx(textLinkClass, target)}>
      {team.name}
    </Link>
  )
}
