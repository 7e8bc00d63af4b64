import type { FormField } from '@physique57/contracts'
import { options, platforms } from '../questions.ts'

export const bookingFailures: FormField[] = [
  {
    key: 'platform',
    type: 'select',
    label: 'Booked with',
    options: platforms,
  },
  { key: 'classType', type: 'lookup', of: 'class_type', label: 'Class type' },
  { key: 'trainer', type: 'lookup', of: 'trainer', label: 'Trainer' },
  { key: 'classTime', type: 'datetime', label: 'Class time' },
  {
    key: 'whatFailed',
    type: 'select',
    label: 'What failed',
    options: options('Unable to book', 'Not confirmed', 'Double booking', 'Booking disappeared', 'Other'),
  },
  {
    key: 'other',
    type: 'text',
    label: 'What else',
    maxLength: 200,
    visibleWhen: { field: 'whatFailed', is: 'other' },
  },
  { key: 'packageUsed', type: 'lookup', of: 'package', label: 'Package used' },
  {
    key: 'creditsDeducted',
    type: 'radio',
    label: 'Were credits deducted',
    required: true,
    options: options('Yes', 'No', 'Unknown'),
  },
  {
    key: 'solvedOnTheSpot',
    type: 'radio',
    label: 'Solved on the spot',
    options: options('Added to class', 'Credits refunded', 'Still pending'),
  },
]
