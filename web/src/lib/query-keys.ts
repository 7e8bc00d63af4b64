/** The roots of all query keys, so that live updates know what to ask for again. */
export const queryKeys = {
  tickets: ['tickets'],
  ticketLists: ['tickets', 'list'],
  ticketDetail: (id: string) => ['tickets', 'detail', id],
  ticketResponses: (id: string) => ['tickets', 'responses', id],
  ticketPresence: (id: string) => ['tickets', 'presence', id],
  ticketHistory: (id: string) => ['tickets', 'history', id],
  notifications: ['notifications'],
  exports: ['exports'],
  cannedReplies: ['canned-replies'],
  catalogue: ['catalogue'],
  places: ['places'],
  views: ['views'],
  assignable: ['assignable'],
} as const
