import { type CannedReply, cannedReplies } from '@physique57/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/call.ts'
import { hasCode, messageOf } from '../../lib/problem.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import { whatChanged } from './what-changed.ts'

interface CannedWords {
  title: string
  body: string
  category: string | null
  audience: CannedReply['audience']
  teamId: string | null
}

/** Saves a new reply, or changes to `reply`; what others made of it meanwhile is shown before it is written over. */
export function useSaveCanned(reply: CannedReply | undefined, onSaved: () => void) {
  const client = useQueryClient()
  /** What a save would take the place of, as far as its writer was shown. */
  const [standing, setStanding] = useState(reply)
  const { mutate, isPending, error } = useMutation({
    mutationFn: (words: CannedWords) =>
      standing
        ? call(cannedReplies.update, { params: { id: standing.id }, body: words, ifMatch: standing.version })
        : call(cannedReplies.create, { body: words }),
    onSuccess: onSaved,
    onError: async (refused) => {
      if (hasCode(refused, 'not_found')) setStanding(undefined)
      else if (standing && hasCode(refused, 'stale_version')) setStanding(await readAgain(standing))
    },
    // also when somebody was quicker: the list then shows theirs
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.cannedReplies }),
  })
  const changes = reply && standing ? whatChanged(reply, standing) : []
  const isGone = reply !== undefined && standing === undefined
  const wasBeaten = hasCode(error, 'stale_version') || hasCode(error, 'not_found')
  const isTold = wasBeaten && changes.length > 0
  const failure =
    isGone && wasBeaten ? 'Somebody deleted this reply meanwhile. What you typed is kept.' : error && messageOf(error)
  return { save: mutate, isSaving: isPending, failure: isTold ? null : failure, changes, isGone }
}

const readAgain = (known: CannedReply): Promise<CannedReply | undefined> =>
  call(cannedReplies.get, { params: { id: known.id } }).catch((error) =>
    hasCode(error, 'not_found') ? undefined : known,
  )
