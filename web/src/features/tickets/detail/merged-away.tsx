import type { Ticket } from '@physique57/contracts'
import { Navigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { toast } from '../../../components/ui/toast.tsx'

/** A merged ticket leads to the one that stands for it. */
export function MergedAway({ ticket: { id, key, mergedInto } }: { ticket: Ticket }) {
  useEffect(() => {
    if (mergedInto?.key) toast.info(`${key} was merged into ${mergedInto.key}`, { id: `merged-${id}` })
  }, [id, key, mergedInto])
  return mergedInto && <Navigate to="/tickets/$ticketId" params={{ ticketId: mergedInto.id }} replace />
}
