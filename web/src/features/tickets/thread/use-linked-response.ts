import { type Id, responseAnchor, type TicketResponse } from '@physique57/contracts'
import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'

interface Pages {
  responses: TicketResponse[]
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => Promise<unknown>
}

/** The response the address leads to. One further down the thread is loaded until it is there. */
export function useLinkedResponse({
  responses,
  hasNextPage,
  isFetchingNextPage,
  fetchNextPage,
}: Pages): Id | undefined {
  const hash = useLocation({ select: (location) => location.hash })
  const linked = responses.find(({ id }) => responseAnchor(id) === hash)?.id
  const isAwaited = hash.startsWith(responseAnchor('')) && linked === undefined && hasNextPage && !isFetchingNextPage
  useEffect(() => {
    if (isAwaited) void fetchNextPage()
  }, [isAwaited, fetchNextPage])
  return linked
}
