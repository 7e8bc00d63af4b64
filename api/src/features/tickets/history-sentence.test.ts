import { expect, test } from 'vitest'
import { type HistoryDetails, type HistoryEvent, historySentence } from './history-sentence.ts'

const [facilities, rustom] = [
  { id: 't1', name: 'Facilities' },
  { id: 'u1', name: 'Rustom Irani' },
]

/** What each kind of event is told as, after the name of whoever did it; a new kind has to be told too. */
const told: { [E in HistoryEvent]: [detail: HistoryDetails[E], sentence: string][] } = {
  created: [[{}, 'logged this ticket']],
  assigned: [
    [
      { assignee: rustom, team: facilities, reason: 'Least busy of those on duty' },
      'assigned it to Rustom Irani (Facilities). Least busy of those on duty',
    ],
    [{ assignee: rustom, team: null, reason: null }, 'assigned it to Rustom Irani'],
    [{ assignee: null, team: facilities, reason: null }, 'put it in the queue of Facilities'],
    [{ assignee: null, team: null, reason: null }, 'left it unassigned'],
  ],
  responded: [
    [{ responseId: 'r', kind: 'reply' }, 'replied to the client'],
    [{ responseId: 'r', kind: 'note' }, 'added an internal note'],
  ],
  attached: [[{ files: ['panel.jpg', 'bill.pdf', 'note.txt'] }, 'added panel.jpg, bill.pdf and note.txt']],
  file_removed: [[{ name: 'panel.jpg' }, 'removed the file panel.jpg']],
  response_edited: [
    [{ responseId: 'r', kind: 'reply', from: 'fixd', to: 'fixed' }, 'corrected their reply to the client'],
  ],
  response_deleted: [[{ responseId: 'r', kind: 'note', body: 'Gone' }, 'took back their internal note']],
  shared: [[{ with: rustom }, 'shared it with Rustom Irani']],
  unshared: [[{ with: rustom }, 'no longer shares it with Rustom Irani']],
  status_changed: [[{ from: 'new', to: 'in_progress' }, 'set it from new to in progress']],
  priority_changed: [[{ from: 'low', to: 'critical' }, 'changed the priority from low to critical']],
  tagged: [
    [{ added: ['vip'], removed: [] }, 'added the tag “vip”'],
    [{ added: ['vip', 'refund'], removed: ['late'] }, 'added the tags “vip” and “refund” and removed the tag “late”'],
  ],
  edited: [
    [{ changes: [{ field: 'title', from: 'AC', to: 'AC broken' }] }, 'changed title from “AC” to “AC broken”'],
    [{ fields: ['title', 'studio'] }, 'changed title and studio'],
  ],
  measured: [
    [
      { policy: 'Critical', from: '2026-11-30T12:30:00Z', to: '2026-11-30T06:30:00Z' },
      'measures it by “Critical” now: due Mon, 30 Nov, 2026, 12:00 IST instead of Mon, 30 Nov, 2026, 18:00 IST',
    ],
    [{ policy: 'Waits', from: null, to: null }, 'measures it by “Waits” now'],
  ],
  escalated: [
    [{ level: 1, reason: 'Overdue', to: [rustom] }, 'escalated it to level 1, Rustom Irani: Overdue'],
    [{ level: 2, reason: 'Overdue for a day', to: [] }, 'escalated it to level 2: Overdue for a day'],
  ],
  resolved: [
    [
      { note: 'Valve replaced', clientInformed: true, how: 'phone' },
      'resolved it: Valve replaced. The client was informed (phone)',
    ],
    [
      { note: 'वाल्व बदला गया।', clientInformed: false, how: null },
      'resolved it: वाल्व बदला गया। The client has not been informed yet',
    ],
  ],
  closed: [[{}, 'closed it']],
  reopened: [[{ reason: 'It leaks again' }, 'reopened it: It leaks again']],
  deleted: [[{}, 'deleted it']],
  restored: [[{}, 'took it out of the trash']],
  merged: [[{ into: 'P57-7' }, 'merged it into P57-7']],
  took_in: [[{ from: 'P57-8' }, 'merged P57-8 into it']],
  unmerged: [[{ from: 'P57-7' }, 'took it out of P57-7 again']],
  gave_back: [[{ to: 'P57-8' }, 'took P57-8 out of it again']],
  undone: [[{ what: 'assigned it to Rustom Irani' }, 'took back: assigned it to Rustom Irani']],
}

test.each(
  Object.entries(told).flatMap(([event, examples]) =>
    examples.map(([detail, sentence]) => ({ event, detail, sentence })),
  ),
)('$event: “$sentence”', ({ event, detail, sentence }) => {
  expect(historySentence(event, detail, 'Asia/Kolkata')).toBe(sentence)
})
