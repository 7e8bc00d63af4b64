import type { FormField } from '@physique57/contracts'
import { howBad, moment, options, whatHappened, yesNo } from '../questions.ts'

const isShort = { field: 'what', isOneOf: ['missing', 'not_enough'] }

export const equipment: FormField[] = [
  ...whatHappened('What is wrong', [
    'Broken',
    'Worn out',
    'Missing',
    'Not enough',
    'Dirty',
    'Bike out of order',
    'Sound or microphone',
  ]),
  {
    key: 'item',
    type: 'select',
    label: 'Which equipment',
    required: true,
    options: options(
      'Weights',
      'Ball',
      'Band',
      'Mat',
      'Barre',
      'Strap',
      'Bike',
      'Bench or box',
      'Sound system',
      'Other',
    ),
  },
  {
    key: 'otherItem',
    type: 'text',
    label: 'Which other',
    required: true,
    maxLength: 120,
    visibleWhen: { field: 'item', is: 'other' },
  },
  {
    key: 'mark',
    type: 'text',
    label: 'Number or mark on it',
    help: 'Bike 7, barre by the window, 1.5 kg pair',
    maxLength: 80,
  },
  {
    key: 'bikePart',
    type: 'select',
    label: 'Which part of the bike',
    required: true,
    options: options('Resistance', 'Pedal or cleat', 'Saddle', 'Handlebar', 'Display', 'Noise', 'Not sure'),
    visibleWhen: {
      any: [
        { field: 'what', is: 'bike_out_of_order' },
        {
          all: [
            { field: 'item', is: 'bike' },
            { field: 'what', is: 'broken' },
          ],
        },
      ],
    },
  },
  {
    key: 'pieces',
    type: 'number',
    label: 'How many are missing',
    required: true,
    min: 1,
    max: 60,
    integer: true,
    visibleWhen: isShort,
  },
  moment('firstNoticed', 'First noticed', true),
  { key: 'classAffected', type: 'radio', label: 'Was a class affected', required: true, options: yesNo },
  {
    key: 'classType',
    type: 'lookup',
    of: 'class_type',
    label: 'Class type',
    required: true,
    visibleWhen: { field: 'classAffected', is: 'yes' },
  },
  {
    key: 'hurt',
    type: 'radio',
    label: 'Was anybody hurt',
    help: 'If so, also log Injury During Class',
    required: true,
    options: options('No', 'Nearly', 'Yes'),
  },
  {
    key: 'removed',
    type: 'radio',
    label: 'Is it out of use',
    required: true,
    options: options('Taken away', 'Marked', 'Still in use'),
    visibleWhen: { field: 'what', isOneOf: ['broken', 'worn_out', 'bike_out_of_order'] },
  },
  {
    key: 'whyInUse',
    type: 'text',
    label: 'Why is it still in use',
    required: true,
    maxLength: 200,
    visibleWhen: { field: 'removed', is: 'still_in_use' },
  },
  howBad('How much does it disturb', 'Noticeable', 'Dangerous'),
  { key: 'photo', type: 'file', accept: 'image', label: 'Photo' },
]
