import type { FormField } from '@physique57/contracts'
import { howBad, moment, options, whatHappened } from '../questions.ts'

const aboutOneClass = { field: 'what', isOneOf: ['credit_not_returned', 'late_cancel_fee', 'counted_twice'] }

export const creditsClassPack: FormField[] = [
  ...whatHappened('What is the matter', [
    'Credits missing',
    'Credit not returned',
    'Counted twice',
    'Expired',
    'Share with somebody',
    'Late-cancel fee',
  ]),
  { key: 'package', type: 'lookup', of: 'package', label: 'Class pack', required: true },
  {
    key: 'credits',
    type: 'number',
    label: 'Classes in question',
    required: true,
    min: 1,
    max: 100,
    integer: true,
  },
  { key: 'systemShows', type: 'number', label: 'Classes left, says the system', min: 0, max: 100, integer: true },
  { key: 'clientCounts', type: 'number', label: 'Classes left, says the client', min: 0, max: 100, integer: true },
  {
    key: 'classType',
    type: 'lookup',
    of: 'class_type',
    label: 'Which class',
    required: true,
    visibleWhen: aboutOneClass,
  },
  { ...moment('classTime', 'Class time', true), visibleWhen: aboutOneClass },
  {
    key: 'cancelledInTime',
    type: 'radio',
    label: 'Was it cancelled in time',
    help: 'By the terms of the pack',
    required: true,
    options: options('Yes', 'No', 'Class was cancelled by us', 'Client attended'),
    visibleWhen: aboutOneClass,
  },
  {
    key: 'expiredOn',
    type: 'date',
    label: 'Expired on',
    required: true,
    visibleWhen: { field: 'what', is: 'expired' },
  },
  {
    key: 'whyUnused',
    type: 'select',
    label: 'Why were they not used',
    required: true,
    options: options('Health', 'Travel', 'No places', 'Did not know the date', 'Other'),
    visibleWhen: { field: 'what', is: 'expired' },
  },
  {
    key: 'proofOfHealth',
    type: 'radio',
    label: 'Is there a doctor’s note',
    options: options('Yes', 'Will be sent', 'No'),
    visibleWhen: { field: 'whyUnused', is: 'health' },
  },
  {
    key: 'shareWith',
    type: 'text',
    label: 'Share with whom',
    required: true,
    maxLength: 160,
    visibleWhen: { field: 'what', is: 'share_with_somebody' },
  },
  howBad('How urgent is it for them', 'Can wait', 'Threatens to leave'),
  { key: 'screenshot', type: 'file', accept: 'image', label: 'Screenshot of the account' },
]
