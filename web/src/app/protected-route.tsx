import type { Me } from '@physique57/contracts'
import { Outlet, useMatches } from '@tanstack/react-router'
import { NotYours } from '../components/ui/not-yours.tsx'

/** The page, where the role of who is signed in has it; a change of role shows at once. */
export function ProtectedRoute({ user }: { user: Me }) {
  const roles = useMatches({ select: (matches) => matches.at(-1)?.staticData.roles })
  return roles && !roles.includes(user.role) ? <NotYours /> : <Outlet />
}
