import type { FormField } from '@physique57/contracts'
import { howBad, howOften, options, whatHappened } from '../questions.ts'

const wasCancelled = { field: 'outcome', is: 'class_cancelled' }

export const instructorCancellations: FormField[] = [
  ...whatHappened('What happened', ['Cancelled at short notice', 'Replaced without notice', 'Replaced often']),
  { key: 'trainer', type: 'lookup', of: 'trainer', label: 'Trainer who did not teach', required: true },
  { key: 'classType', type: 'lookup', of: 'class_type', label: 'Class type', required: true },
  { key: 'classTime', type: 'datetime', label: 'Class time', help: 'May lie ahead', required: true },
  {
    key: 'notice',
    type: 'select',
    label: 'When did we know',
    required: true,
    options: options('Not at all', 'Under an hour before', 'One to four hours before', 'The day before', 'Earlier'),
  },
  {
    key: 'reason',
    type: 'select',
    label: 'Reason given',
    options: options('Unwell', 'Family', 'Travel or traffic', 'Mixed up the schedule', 'Other studio', 'None'),
  },
  {
    key: 'outcome',
    type: 'radio',
    label: 'What became of the class',
    required: true,
    options: options('Somebody took over', 'Class moved', 'Class cancelled', 'Not decided yet'),
  },
  {
    key: 'cover',
    type: 'lookup',
    of: 'trainer',
    label: 'Who took over',
    required: true,
    visibleWhen: { field: 'outcome', is: 'somebody_took_over' },
  },
  {
    key: 'newTime',
    type: 'datetime',
    label: 'New time',
    required: true,
    visibleWhen: { field: 'outcome', is: 'class_moved' },
  },
  {
    key: 'booked',
    type: 'number',
    label: 'Clients booked',
    required: true,
    min: 0,
    max: 60,
    integer: true,
    visibleWhen: wasCancelled,
  },
  {
    key: 'informed',
    type: 'radio',
    label: 'Have all of them been told',
    required: true,
    options: options('All', 'Not all', 'Nobody yet'),
    visibleWhen: wasCancelled,
  },
  {
    key: 'notReached',
    type: 'number',
    label: 'How many not reached',
    required: true,
    min: 1,
    max: 60,
    integer: true,
    visibleWhen: { field: 'informed', is: 'not_all' },
  },
  { key: 'before', type: 'radio', label: 'Has it happened before', options: howOften },
  howBad('How upset are they', 'Mentioned it', 'Wants the money back'),
]
