import type { FormField } from '@physique57/contracts'
import { howBad, howOften, moment, options, whatHappened, yesNo } from '../questions.ts'

export const teachingQuality: FormField[] = [
  ...whatHappened('What was missing in the teaching', [
    'Unclear cues',
    'Did not demonstrate',
    'Lost the count',
    'Seemed unprepared',
    'Same class as last time',
    'Left out a section',
  ]),
  { key: 'trainer', type: 'lookup', of: 'trainer', label: 'Trainer', required: true },
  { key: 'classType', type: 'lookup', of: 'class_type', label: 'Class type', required: true },
  moment('classTime', 'Class time', true),
  {
    key: 'section',
    type: 'multiselect',
    label: 'In which part',
    options: options('Warm-up', 'Weights', 'Thighs', 'Seat', 'Abs', 'Stretching', 'Ride', 'All the way through'),
  },
  {
    key: 'wasCover',
    type: 'radio',
    label: 'Was the trainer standing in for somebody',
    required: true,
    options: options('Yes', 'No', 'Unknown'),
  },
  {
    key: 'usualTrainer',
    type: 'lookup',
    of: 'trainer',
    label: 'Who usually teaches it',
    visibleWhen: { field: 'wasCover', is: 'yes' },
  },
  {
    key: 'clientLevel',
    type: 'radio',
    label: 'How long has the client been training',
    options: options('First class', 'Under three months', 'Up to a year', 'Longer'),
  },
  { key: 'othersToo', type: 'radio', label: 'Did others say the same', required: true, options: yesNo },
  {
    key: 'howManyOthers',
    type: 'number',
    label: 'How many others',
    required: true,
    min: 1,
    max: 40,
    integer: true,
    visibleWhen: { field: 'othersToo', is: 'yes' },
  },
  { key: 'before', type: 'radio', label: 'Has it happened before', options: howOften },
  {
    key: 'toldTrainer',
    type: 'radio',
    label: 'May the trainer be told who said it',
    required: true,
    options: options('Yes', 'Without the name', 'Not at all'),
  },
  howBad('How serious is it for the client', 'A remark', 'Will not come back'),
]
