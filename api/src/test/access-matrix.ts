import type { TicketCan } from '@physique57/contracts'

/** Who calls. The ticket is in the queue of a team that neither its reporter, its assignee nor its watcher belongs to. */
export const actors = [
  'anonymous',
  'unrelated',
  'teammate',
  'watcher',
  'reporter',
  'assignee',
  'lead',
  'otherLead',
  'manager',
  'director',
  'admin',
] as const
export type ActorName = (typeof actors)[number]

/** How the ticket stands when the call comes. */
export type Given = 'in_progress' | 'resolved' | 'closed' | 'unassigned' | 'deleted' | 'none'

export interface MatrixRow {
  /** As in contracts: `tickets.resolve`; `live` for the stream, `bytes` for those of an upload. */
  endpoint: string
  what?: string
  given?: Given
  query?: Record<string, string>
  /** `$name` stands for an id of the test: an actor's, `$self`, `$team`, `$otherTeam`, `$elsewhere`, `$nobody` … */
  params?: Record<string, string>
  body?: Record<string, unknown>
  /** What the ticket itself must say about this in `can`. */
  can?: keyof TicketCan
  /** The status for each of `actors`, in that order. */
  expect: string
}

/** Who may do what, endpoint by endpoint. */
export const accessMatrix: MatrixRow[] = [
  // anonymous, unrelated, teammate, watcher, reporter, assignee, lead, otherLead, manager, director, admin
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'tickets.list' },
  { expect: '401 404 200 200 200 200 200 404 200 200 200', endpoint: 'tickets.get' },
  { expect: '401 404 200 200 200 200 200 404 200 200 200', endpoint: 'tickets.history' },
  { expect: '401 404 200 200 200 200 200 404 200 200 200', endpoint: 'tickets.responses' },
  { expect: '401 404 404 404 404 404 404 404 404 404 404', endpoint: 'tickets.get', given: 'none' },
  { expect: '401 404 404 404 404 404 404 404 404 404 200', endpoint: 'tickets.get', given: 'deleted' },
  { expect: '401 404 404 404 404 404 404 404 404 404 200', endpoint: 'tickets.history', given: 'deleted' },
  { expect: '401 404 404 404 404 404 404 404 404 404 200', endpoint: 'tickets.responses', given: 'deleted' },

  { expect: '401 404 200 200 200 200 200 404 200 200 200', endpoint: 'merging.related' },
  { expect: '401 404 404 404 404 404 404 404 404 404 200', endpoint: 'merging.related', given: 'deleted' },
  { expect: '401 404 404 404 404 404 404 404 404 404 404', endpoint: 'merging.related', given: 'none' },

  {
    expect: '401 200 200 200 200 200 200 200 200 200 200',
    endpoint: 'tickets.rows',
    query: { ids: '019a0000-0000-7000-8000-000000000000' },
  },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'tickets.counts' },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'ticketGroups.list', query: { by: 'team' } },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'layouts.board' },
  {
    expect: '401 200 200 200 200 200 200 200 200 200 200',
    endpoint: 'layouts.calendar',
    query: { from: '2026-11-01', to: '2026-11-08' },
  },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'tags.list' },
  {
    expect: '401 200 200 200 200 200 200 200 200 200 200',
    endpoint: 'tickets.totals',
    query: { lists: '[{"open":"true"}]' },
  },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'search.quick', query: { q: 'AC' } },

  {
    expect: '401 200 200 200 200 200 200 200 200 200 200',
    endpoint: 'tickets.duplicates',
    query: { subcategoryId: '$parking', studioId: '$studio', text: 'no space left' },
  },

  {
    expect: '401 201 201 201 201 201 201 201 201 201 201',
    endpoint: 'tickets.create',
    body: {
      subcategoryId: '$parking',
      studioId: '$studio',
      answers: { what: 'no_space', firstNoticed: '2026-01-05T01:30:00Z', howBad: 3 },
    },
  },

  {
    expect: '401 404 201 201 201 201 201 404 201 201 201',
    endpoint: 'tickets.respond',
    body: { kind: 'reply', body: 'The technician comes at four' },
    can: 'respond',
  },
  {
    expect: '401 404 201 201 201 201 201 404 201 201 201',
    endpoint: 'tickets.respond',
    what: 'a note on a closed ticket',
    given: 'closed',
    body: { kind: 'note', body: 'It came back' },
  },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 409',
    endpoint: 'tickets.respond',
    given: 'deleted',
    body: { kind: 'note', body: 'Too late' },
  },

  {
    expect: '401 404 403 403 403 201 201 404 201 201 201',
    endpoint: 'tickets.respond',
    what: 'mentioning somebody who does not see it: sharing',
    body: { kind: 'note', body: 'Ask @Elsewhere Person', mentions: ['$elsewhere'] },
    can: 'share',
  },
  { expect: '401 404 200 200 200 200 200 404 200 200 200', endpoint: 'mentions.find' },
  {
    expect: '401 404 200 200 200 200 200 404 200 200 200',
    endpoint: 'tickets.news',
    query: { since: '2026-01-05T01:30:00Z' },
  },
  { expect: '401 404 200 200 200 200 200 404 200 200 200', endpoint: 'presence.list' },
  {
    expect: '401 404 200 200 200 200 200 404 200 200 200',
    endpoint: 'presence.tell',
    body: { state: 'viewing', tab: 'a' },
  },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 200',
    endpoint: 'presence.tell',
    given: 'deleted',
    body: { state: 'replying', tab: 'a' },
  },

  {
    expect: '401 404 404 404 404 404 404 404 404 404 404',
    endpoint: 'tickets.changeResponse',
    what: 'that does not exist',
    params: { responseId: '$nobody' },
    body: { body: 'Other words' },
  },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 404',
    endpoint: 'tickets.removeResponse',
    what: 'that does not exist',
    params: { responseId: '$nobody' },
  },
  {
    expect: '401 404 200 200 200 200 200 404 200 200 200',
    endpoint: 'tickets.watch',
    what: 'oneself',
    body: { userId: '$self' },
  },
  {
    expect: '401 404 200 200 200 200 200 404 200 200 200',
    endpoint: 'tickets.watch',
    what: 'with somebody who sees it anyway',
    body: { userId: '$colleague' },
  },
  {
    expect: '401 404 403 403 403 200 200 404 200 200 200',
    endpoint: 'tickets.watch',
    what: 'with somebody who does not see it: sharing',
    body: { userId: '$elsewhere' },
    can: 'share',
  },
  {
    expect: '401 404 403 403 403 422 422 404 422 422 422',
    endpoint: 'tickets.watch',
    what: 'with somebody who does not exist',
    body: { userId: '$nobody' },
  },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 409',
    endpoint: 'tickets.watch',
    given: 'deleted',
    body: { userId: '$self' },
  },
  {
    expect: '401 404 204 204 204 204 204 404 204 204 204',
    endpoint: 'tickets.unwatch',
    what: 'oneself',
    params: { userId: '$self' },
  },
  {
    expect: '401 404 403 204 403 204 204 404 204 204 204',
    endpoint: 'tickets.unwatch',
    what: 'somebody else (to the watcher it is oneself)',
    params: { userId: '$watcher' },
  },

  {
    expect: '401 404 403 403 200 200 200 404 200 200 200',
    endpoint: 'tickets.update',
    what: 'what was reported',
    body: {
      title: 'AC drips',
      description: 'Onto the barre',
      clientMood: 'calm',
      occurredAt: null,
      client: { name: 'Anahita' },
    },
    can: 'editDetails',
  },
  {
    expect: '401 404 403 403 403 409 409 404 409 409 409',
    endpoint: 'tickets.update',
    what: 'what was reported, once resolved',
    given: 'resolved',
    body: { title: 'AC drips' },
    can: 'editDetails',
  },
  {
    expect: '401 404 403 403 403 200 200 404 200 200 200',
    endpoint: 'tickets.update',
    what: 'work fields',
    body: { priority: 'critical', actionTaken: 'Called the vendor', tags: ['vendor'] },
    can: 'edit',
  },
  {
    expect: '401 404 403 403 403 200 200 404 200 200 200',
    endpoint: 'tickets.update',
    what: 'what it is about, where, and the answers',
    body: {
      subcategoryId: '$parking',
      studioId: '$studio',
      answers: { what: 'no_space', firstNoticed: '2026-01-05T01:30:00Z', howBad: 5 },
    },
  },
  {
    expect: '401 404 403 403 403 200 200 404 200 200 200',
    endpoint: 'tickets.update',
    what: 'a detail together with a work field',
    body: { title: 'AC drips', followUpAt: '2099-12-01T00:00:00Z' },
  },
  {
    expect: '401 404 403 403 403 200 200 404 200 200 200',
    endpoint: 'tickets.update',
    what: 'the status',
    body: { status: 'pending' },
  },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 409',
    endpoint: 'tickets.update',
    given: 'deleted',
    body: { title: 'AC drips' },
  },

  {
    expect: '401 404 403 403 403 403 200 404 200 200 200',
    endpoint: 'tickets.assign',
    what: 'to somebody of the team',
    body: { userId: '$teammate' },
    can: 'assignWithinTeam',
  },
  {
    expect: '401 404 403 403 403 403 403 404 200 200 200',
    endpoint: 'tickets.assign',
    what: 'to somebody of another team',
    body: { userId: '$elsewhere' },
    can: 'assign',
  },
  {
    expect: '401 404 403 403 403 200 200 404 200 200 200',
    endpoint: 'tickets.assign',
    what: 'into the queue of its team',
    body: { teamId: '$team' },
  },
  {
    expect: '401 404 403 403 403 403 403 404 200 200 200',
    endpoint: 'tickets.assign',
    what: 'into the queue of another team',
    body: { teamId: '$otherTeam' },
  },
  {
    expect: '401 404 403 403 403 403 200 404 200 200 200',
    endpoint: 'tickets.assign',
    what: 'by the rules',
    body: { auto: true },
  },
  {
    expect: '401 404 403 403 403 200 200 404 200 200 200',
    endpoint: 'tickets.assign',
    what: 'to nobody: handing it back',
    body: { userId: null },
  },
  {
    expect: '401 404 403 403 403 403 200 404 200 200 200',
    endpoint: 'tickets.assign',
    what: 'to oneself, while somebody has it',
    body: { userId: '$self' },
  },
  {
    expect: '401 404 200 403 403 404 200 404 200 200 200',
    endpoint: 'tickets.assign',
    // without the ticket, whoever was its assignee is a stranger
    what: 'to oneself, when nobody has it',
    given: 'unassigned',
    body: { userId: '$self' },
  },
  {
    expect: '401 404 403 403 403 404 200 404 200 200 200',
    endpoint: 'tickets.assign',
    what: 'to a colleague, when nobody has it',
    given: 'unassigned',
    body: { userId: '$colleague' },
  },
  {
    expect: '401 404 403 403 403 403 403 404 422 422 422',
    endpoint: 'tickets.assign',
    what: 'to somebody who does not exist',
    body: { userId: '$nobody' },
  },
  {
    expect: '401 404 403 403 403 403 403 404 422 422 422',
    endpoint: 'tickets.assign',
    what: 'to a team that does not exist',
    body: { teamId: '$nobody' },
  },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 409',
    endpoint: 'tickets.assign',
    given: 'deleted',
    body: { auto: true },
  },

  {
    expect: '401 404 403 403 200 200 200 404 200 200 200',
    endpoint: 'tickets.escalate',
    body: { reason: 'The client waits since noon' },
    can: 'escalate',
  },
  {
    expect: '401 404 403 403 409 409 409 404 409 409 409',
    endpoint: 'tickets.escalate',
    given: 'closed',
    body: { reason: 'The client waits since noon' },
    can: 'escalate',
  },
  {
    expect: '401 404 403 403 403 200 200 404 200 200 200',
    endpoint: 'tickets.resolve',
    body: { note: 'Compressor changed' },
    can: 'resolve',
  },
  {
    expect: '401 404 403 403 403 409 409 404 409 409 409',
    endpoint: 'tickets.resolve',
    given: 'closed',
    body: { note: 'Compressor changed' },
    can: 'resolve',
  },
  {
    expect: '401 404 403 403 200 200 200 404 200 200 200',
    endpoint: 'tickets.close',
    given: 'resolved',
    can: 'close',
  },
  {
    expect: '401 404 403 403 409 409 409 404 409 409 409',
    endpoint: 'tickets.close',
    what: 'before it is resolved',
    can: 'close',
  },
  {
    expect: '401 404 403 403 200 200 200 404 200 200 200',
    endpoint: 'tickets.reopen',
    given: 'closed',
    body: { reason: 'It drips again' },
    can: 'reopen',
  },
  {
    expect: '401 404 403 403 200 200 200 404 200 200 200',
    endpoint: 'tickets.reopen',
    given: 'resolved',
    body: { reason: 'It drips again' },
    can: 'reopen',
  },
  {
    expect: '401 404 403 403 403 403 403 404 403 403 204',
    endpoint: 'tickets.remove',
    can: 'remove',
  },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 409',
    endpoint: 'tickets.remove',
    given: 'deleted',
  },

  {
    expect: '401 404 403 403 403 200 200 404 200 200 200',
    endpoint: 'merging.merge',
    body: { targetId: '$twin' },
    can: 'merge',
  },
  {
    expect: '401 404 403 403 403 422 422 404 422 422 422',
    endpoint: 'merging.merge',
    what: 'into one that does not exist',
    body: { targetId: '$nobody' },
  },
  {
    expect: '401 404 403 403 403 422 422 404 200 200 200',
    endpoint: 'merging.merge',
    what: 'into one of people elsewhere',
    body: { targetId: '$foreign' },
  },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 409',
    endpoint: 'merging.merge',
    given: 'deleted',
    body: { targetId: '$twin' },
    can: 'merge',
  },
  {
    expect: '401 404 403 403 403 409 409 404 409 409 409',
    endpoint: 'merging.unmerge',
    what: 'what is not merged',
    can: 'unmerge',
  },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 404',
    endpoint: 'changes.undo',
    what: 'of somebody else, or that never was',
    params: { id: '$change' },
  },
  { expect: '401 403 403 403 403 403 403 403 403 403 200', endpoint: 'trash.list' },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 200',
    endpoint: 'trash.restore',
    given: 'deleted',
    can: 'restore',
  },
  {
    expect: '401 404 403 403 403 403 403 404 403 403 409',
    endpoint: 'trash.restore',
    what: 'what is not in the trash',
    can: 'restore',
  },

  {
    expect: '401 422 200 200 200 200 200 422 200 200 200',
    endpoint: 'bulk.update',
    what: 'of what one sees; what one may not change is refused one by one',
    body: { ids: ['$twin'], change: { priority: 'high' } },
  },
  {
    expect: '401 422 422 422 422 422 422 422 422 422 422',
    endpoint: 'bulk.update',
    what: 'with one that does not exist',
    body: { ids: ['$twin', '$nobody'], change: { priority: 'high' } },
  },
  {
    expect: '401 200 200 200 200 200 200 200 200 200 200',
    endpoint: 'bulk.update',
    what: 'of all that match',
    body: { filter: { studioId: '$nobody' }, change: { priority: 'high' } },
  },
  {
    expect: '401 200 200 200 200 200 200 200 200 200 200',
    endpoint: 'exporting.tickets',
    what: 'all that one sees',
    body: { format: 'csv', filter: {}, columns: ['title'] },
  },
  {
    expect: '401 422 200 200 200 200 200 422 200 200 200',
    endpoint: 'exporting.tickets',
    what: 'one by its id',
    body: { format: 'xlsx', ids: ['$twin'], columns: ['title'] },
  },
  {
    expect: '401 202 202 202 202 202 202 202 202 202 202',
    endpoint: 'exporting.tickets',
    what: 'in the background',
    body: { format: 'pdf', filter: { studioId: '$nobody' }, columns: ['title'] },
  },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'exporting.list' },
  ...['get', 'file', 'cancel'].map((name) => ({
    expect: '401 404 404 404 404 404 404 404 404 404 404',
    endpoint: `exporting.${name}`,
    what: 'of somebody else',
    params: { id: '$export' },
  })),

  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'bulk.list' },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 404',
    endpoint: 'bulk.get',
    what: 'of somebody else',
    params: { id: '$operation' },
  },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 404',
    endpoint: 'bulk.items',
    what: 'of somebody else',
    params: { id: '$operation' },
  },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 404',
    endpoint: 'bulk.undo',
    what: 'of somebody else',
    params: { id: '$operation' },
  },

  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'clients.find', query: { q: 'Anahita' } },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'people.assignable' },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'users.list' },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'users.get', params: { id: '$colleague' } },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 404',
    endpoint: 'users.get',
    what: 'that does not exist',
    params: { id: '$nobody' },
  },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'users.tickets', params: { id: '$assignee' } },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 404',
    endpoint: 'users.tickets',
    what: 'that does not exist',
    params: { id: '$nobody' },
  },
  {
    expect: '401 200 200 200 200 200 200 200 200 200 200',
    endpoint: 'users.tickets',
    what: 'reported',
    params: { id: '$reporter' },
    query: { relation: 'reported' },
  },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'teams.list' },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'teams.get', params: { id: '$team' } },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 404',
    endpoint: 'teams.get',
    what: 'that does not exist',
    params: { id: '$nobody' },
  },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'teams.members', params: { id: '$team' } },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 404',
    endpoint: 'teams.members',
    what: 'that does not exist',
    params: { id: '$nobody' },
  },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'teams.tickets', params: { id: '$team' } },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 404',
    endpoint: 'teams.tickets',
    what: 'that does not exist',
    params: { id: '$nobody' },
  },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'categories.list' },
  {
    expect: '401 200 200 200 200 200 200 200 200 200 200',
    endpoint: 'categories.subcategories',
    params: { id: '$category' },
  },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 404',
    endpoint: 'categories.subcategories',
    params: { id: '$nobody' },
  },
  {
    expect: '401 200 200 200 200 200 200 200 200 200 200',
    endpoint: 'subcategories.fields',
    params: { id: '$parking' },
  },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 404',
    endpoint: 'subcategories.fields',
    what: 'that does not exist',
    params: { id: '$nobody' },
  },
  {
    expect: '401 403 403 403 403 403 403 403 403 403 201',
    endpoint: 'categories.create',
    body: { name: 'Childcare', icon: 'users' },
  },
  {
    expect: '401 403 403 403 403 403 403 403 403 403 200',
    endpoint: 'categories.update',
    params: { id: '$category' },
    body: { position: 30 },
  },
  {
    expect: '401 403 403 403 403 403 403 403 403 403 404',
    endpoint: 'categories.update',
    what: 'that does not exist',
    params: { id: '$nobody' },
    body: { position: 30 },
  },
  {
    expect: '401 403 403 403 403 403 403 403 403 403 201',
    endpoint: 'subcategories.create',
    body: { categoryId: '$category', name: 'Valet parking' },
  },
  {
    expect: '401 403 403 403 403 403 403 403 403 403 422',
    endpoint: 'subcategories.create',
    what: 'in a category that does not exist',
    body: { categoryId: '$nobody', name: 'Valet parking' },
  },
  {
    expect: '401 403 403 403 403 403 403 403 403 403 200',
    endpoint: 'subcategories.update',
    params: { id: '$parking' },
    body: { position: 30 },
  },
  {
    expect: '401 403 403 403 403 403 403 403 403 403 404',
    endpoint: 'subcategories.update',
    what: 'that does not exist',
    params: { id: '$nobody' },
    body: { fields: [] },
  },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'questions.list' },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'studios.list' },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'lookups.list' },

  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'notifications.list' },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'notifications.unreadCount' },
  {
    expect: '401 404 404 404 404 200 404 404 404 404 404',
    endpoint: 'notifications.read',
    what: "one of the assignee's",
    params: { id: '$notification' },
  },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'notifications.readAll' },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'notifications.preferences' },
  {
    expect: '401 200 200 200 200 200 200 200 200 200 200',
    endpoint: 'notifications.changePreferences',
    body: { events: { response: { mail: 'digest' } }, quietHours: { from: '22:00', to: '07:00' } },
  },

  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'drafts.list' },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 404',
    endpoint: 'drafts.get',
    what: 'what was never saved',
    params: { key: 'reply:$nobody' },
  },
  {
    expect: '401 200 200 200 200 200 200 200 200 200 200',
    endpoint: 'drafts.save',
    params: { key: 'new-ticket' },
    body: { content: { title: 'AC' } },
  },
  {
    expect: '401 204 204 204 204 204 204 204 204 204 204',
    endpoint: 'drafts.discard',
    params: { key: 'new-ticket' },
  },

  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'cannedReplies.list' },
  {
    expect: '401 201 201 201 201 201 201 201 201 201 201',
    endpoint: 'cannedReplies.create',
    what: 'for oneself',
    body: { title: 'Thanks', body: 'Thank you, {{client.firstName}}' },
  },
  {
    expect: '401 403 403 403 403 403 201 403 201 201 201',
    endpoint: 'cannedReplies.create',
    what: 'for a team',
    body: { title: 'Thanks', body: 'Thank you', audience: 'team', teamId: '$team' },
  },
  {
    expect: '401 403 403 403 403 403 403 403 201 201 201',
    endpoint: 'cannedReplies.create',
    what: 'for everyone',
    body: { title: 'Thanks', body: 'Thank you', audience: 'everyone' },
  },
  {
    expect: '401 404 404 404 200 404 404 404 404 404 404',
    endpoint: 'cannedReplies.get',
    what: 'of one’s own',
    params: { id: '$ownReply' },
  },
  {
    expect: '401 404 200 404 404 404 200 404 200 200 200',
    endpoint: 'cannedReplies.get',
    what: 'of a team',
    params: { id: '$teamReply' },
  },
  {
    expect: '401 200 200 200 200 200 200 200 200 200 200',
    endpoint: 'cannedReplies.get',
    what: 'of everyone',
    params: { id: '$everyonesReply' },
  },
  ...sharedRows('cannedReplies.update', 'Reply', 200, { body: { title: 'Many thanks' } }),
  ...sharedRows('cannedReplies.remove', 'Reply', 204, {}),

  {
    expect: '401 201 201 201 201 201 201 201 201 201 201',
    endpoint: 'files.start',
    body: { name: 'photo.jpg', size: 4, type: 'image/jpeg' },
  },
  { expect: '401 404 404 404 204 404 404 404 404 404 404', endpoint: 'bytes', what: "of the reporter's upload" },
  {
    expect: '401 404 404 404 409 404 404 404 404 404 404',
    endpoint: 'files.complete',
    what: "the reporter's upload, of which nothing has arrived",
    params: { id: '$emptyUpload' },
  },
  {
    expect: '401 200 200 200 200 200 200 200 200 200 200',
    endpoint: 'files.list',
    query: { ids: '$ownFile,$ticketFile' },
  },
  {
    expect: '401 404 404 404 200 404 404 404 404 404 404',
    endpoint: 'files.get',
    what: "the reporter's, which is part of nothing",
    params: { id: '$ownFile' },
  },
  {
    expect: '401 404 200 200 200 200 200 404 200 200 200',
    endpoint: 'files.get',
    what: 'of the ticket',
    params: { id: '$ticketFile' },
  },
  {
    expect: '401 404 200 200 200 200 200 404 200 200 200',
    endpoint: 'files.thumbnail',
    what: 'of the ticket',
    params: { id: '$ticketFile' },
  },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 404',
    endpoint: 'files.get',
    what: 'that does not exist',
    params: { id: '$nobody' },
  },
  {
    expect: '401 404 404 404 204 404 404 404 404 404 404',
    endpoint: 'files.remove',
    what: "the reporter's, which is part of nothing",
    params: { id: '$ownFile' },
  },
  {
    expect: '401 404 403 403 204 204 204 404 204 204 204',
    endpoint: 'files.remove',
    what: 'that the reporter added to the ticket',
    params: { id: '$ticketFile' },
  },
  {
    expect: '401 404 403 403 409 409 409 404 409 409 409',
    endpoint: 'files.remove',
    what: 'of a closed ticket',
    given: 'closed',
    params: { id: '$ticketFile' },
  },

  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'places.pinned' },
  {
    expect: '401 200 200 200 200 200 200 200 200 200 200',
    endpoint: 'places.pin',
    body: { places: ['overdue'] },
  },

  {
    expect: '401 200 200 200 200 200 200 200 200 200 200',
    endpoint: 'places.makeDefault',
    body: { view: 'mine' },
  },
  {
    expect: '401 422 200 422 422 422 200 422 200 200 200',
    endpoint: 'places.makeDefault',
    what: 'a view of a team',
    body: { view: '$teamView' },
  },

  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'views.list' },
  {
    expect: '401 201 201 201 201 201 201 201 201 201 201',
    endpoint: 'views.create',
    what: 'for oneself',
    body: { name: 'Mine', search: { view: 'mine' } },
  },
  {
    expect: '401 403 403 403 403 403 201 403 201 201 201',
    endpoint: 'views.create',
    what: 'for a team',
    body: { name: 'Of $self', audience: 'team', teamId: '$team', search: {} },
  },
  {
    expect: '401 403 403 403 403 403 403 403 201 201 201',
    endpoint: 'views.create',
    what: 'for everyone',
    body: { name: 'Of $self', audience: 'everyone', search: {} },
  },
  ...sharedRows('views.update', 'View', 200, { body: { search: { view: 'overdue' } } }),
  ...sharedRows('views.remove', 'View', 204, {}),
  {
    expect: '401 403 403 403 403 403 403 403 200 200 200',
    endpoint: 'views.restore',
    what: 'that was everyone’s',
    params: { id: '$deletedView' },
  },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 404',
    endpoint: 'views.update',
    what: 'that was deleted',
    params: { id: '$deletedView' },
    body: { name: 'Back' },
  },

  { expect: '401 403 403 403 403 403 403 403 403 403 200', endpoint: 'admin.outbox' },

  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'auth.me' },
  {
    expect: '401 401 401 401 401 401 401 401 401 401 401',
    endpoint: 'auth.login',
    what: 'with a wrong password, signed in or not',
    body: { email: 'nobody@physique57.example', password: 'not the password' },
  },
  {
    expect: '401 401 401 401 401 401 401 401 401 401 401',
    endpoint: 'auth.refresh',
    what: 'without the cookie, signed in or not',
  },
  {
    expect: '204 204 204 204 204 204 204 204 204 204 204',
    endpoint: 'auth.logout',
    what: 'without the cookie',
  },
  {
    expect: '204 204 204 204 204 204 204 204 204 204 204',
    endpoint: 'auth.forgotPassword',
    body: { email: 'nobody@physique57.example' },
  },
  {
    expect: '422 422 422 422 422 422 422 422 422 422 422',
    endpoint: 'auth.resetPassword',
    what: 'with a made-up token',
    body: { token: 'made up', password: 'a new one nobody expects' },
  },
  { expect: '200 200 200 200 200 200 200 200 200 200 200', endpoint: 'auth.options' },
  {
    expect: '403 403 403 403 403 403 403 403 403 403 403',
    endpoint: 'auth.signUp',
    what: 'when it is off, as it is by default',
    body: { name: 'New', email: 'new@physique57.example', password: 'a new one nobody expects' },
  },
  {
    expect: '422 422 422 422 422 422 422 422 422 422 422',
    endpoint: 'auth.confirmSignUp',
    what: 'with a made-up token',
    body: { token: 'made up', password: 'a new one nobody expects' },
  },
  {
    expect: '422 422 422 422 422 422 422 422 422 422 422',
    endpoint: 'auth.setUp',
    what: 'with a made-up token',
    body: { token: 'made up', name: 'Me', email: 'me@physique57.example', password: 'a new one nobody expects' },
  },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'auth.sessions' },
  {
    expect: '401 404 404 404 404 404 404 404 404 404 404',
    endpoint: 'auth.endSession',
    what: 'of somebody else',
    params: { id: '$session' },
  },
  {
    expect: '401 422 422 422 422 422 422 422 422 422 422',
    endpoint: 'auth.changePassword',
    what: 'with a wrong password',
    body: { currentPassword: 'a guess', newPassword: 'a new one nobody expects' },
  },
  {
    expect: '401 422 422 422 422 422 422 422 422 422 422',
    endpoint: 'auth.changeEmail',
    what: 'with a wrong password',
    body: { currentPassword: 'a guess', email: 'me@physique57.example' },
  },
  {
    expect: '422 422 422 422 422 422 422 422 422 422 422',
    endpoint: 'auth.confirmEmail',
    what: 'with a made-up token',
    body: { token: 'made up' },
  },
  { expect: '401 200 200 200 200 200 200 200 200 200 200', endpoint: 'live' },
]

/** Of the reporter's own view or reply, one of the ticket's team, and one of everyone's. */
function sharedRows(endpoint: string, what: 'View' | 'Reply', done: 200 | 204, sent: Partial<MatrixRow>): MatrixRow[] {
  const rows = [
    ['of one’s own', `$own${what}`, `401 404 404 404 ${done} 404 404 404 404 404 404`],
    ['of a team', `$team${what}`, `401 404 403 404 404 404 ${done} 404 ${done} ${done} ${done}`],
    ['of everyone', `$everyones${what}`, `401 403 403 403 403 403 403 403 ${done} ${done} ${done}`],
  ] as const
  return rows.map(([whose, id, expect]) => ({ endpoint, what: whose, expect, params: { id }, ...sent }))
}
