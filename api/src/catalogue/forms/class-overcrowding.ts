import type { FormField } from '@physique57/contracts'
import { howBad, moment, options, whatHappened, yesNo } from '../questions.ts'

const turnedAway = { field: 'turnedAway', is: 'yes' }

export const classOvercrowding: FormField[] = [
  ...whatHappened('How did it show', [
    'Too many people',
    'Not enough equipment',
    'No place at the barre',
    'Too hot because full',
  ]),
  { key: 'classType', type: 'lookup', of: 'class_type', label: 'Class type', required: true },
  { key: 'trainer', type: 'lookup', of: 'trainer', label: 'Trainer' },
  moment('classTime', 'Class time', true),
  { key: 'people', type: 'number', label: 'People in the room', min: 1, max: 80, integer: true },
  {
    key: 'places',
    type: 'number',
    label: 'Places the schedule shows',
    help: 'The cap of this class in the booking system',
    min: 1,
    max: 60,
    integer: true,
    visibleWhen: { field: 'people', isAnswered: true },
  },
  {
    key: 'missing',
    type: 'multiselect',
    label: 'What there was too little of',
    required: true,
    options: options('Weights', 'Balls', 'Bands', 'Mats', 'Bikes'),
    visibleWhen: { field: 'what', is: 'not_enough_equipment' },
  },
  {
    key: 'cause',
    type: 'select',
    label: 'Why were there so many',
    options: options(
      'Walk-ins added at the desk',
      'Two classes merged',
      'Guests of a member',
      'Cap too high',
      'Not known',
    ),
  },
  { key: 'turnedAway', type: 'radio', label: 'Was anybody turned away', required: true, options: yesNo },
  {
    key: 'howManyTurnedAway',
    type: 'number',
    label: 'How many',
    required: true,
    min: 1,
    max: 40,
    integer: true,
    visibleWhen: turnedAway,
  },
  {
    key: 'hadBooked',
    type: 'radio',
    label: 'Had they booked',
    required: true,
    options: options('All of them', 'Some', 'None'),
    visibleWhen: turnedAway,
  },
  {
    key: 'creditBack',
    type: 'radio',
    label: 'Is their credit back',
    required: true,
    options: options('Yes', 'Not yet'),
    visibleWhen: { field: 'hadBooked', isOneOf: ['all_of_them', 'some'] },
  },
  howBad('How much did it spoil the class', 'A little', 'Unsafe'),
]
