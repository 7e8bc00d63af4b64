import type { FormField } from '@physique57/contracts'
import { areas, howBad, howOften, moment, options, whatHappened } from '../questions.ts'

export const studioCleanliness: FormField[] = [
  ...whatHappened('What is not clean', [
    'Dusty or dirty floor',
    'Dirty mats',
    'Smell',
    'Bins full',
    'Insects',
    'Mirrors',
    'Equipment sticky',
  ]),
  { key: 'area', type: 'select', label: 'Where', required: true, options: areas },
  { key: 'spot', type: 'text', label: 'Where exactly', help: 'Along the barre, behind the desk …', maxLength: 160 },
  {
    key: 'insectKind',
    type: 'select',
    label: 'What kind',
    required: true,
    options: options('Ants', 'Cockroaches', 'Mosquitoes', 'Flies', 'Rodent', 'Not sure'),
    visibleWhen: { field: 'what', is: 'insects' },
  },
  {
    key: 'pestControl',
    type: 'date',
    label: 'Last pest control',
    help: 'As in the book at the desk',
    notInFuture: true,
    visibleWhen: { field: 'insectKind', isOneOf: ['ants', 'cockroaches', 'rodent'] },
  },
  {
    key: 'smellOf',
    type: 'select',
    label: 'What does it smell of',
    options: options('Sweat', 'Drains', 'Damp or mould', 'Chemicals', 'Food', 'Not sure'),
    visibleWhen: { field: 'what', is: 'smell' },
  },
  moment('firstNoticed', 'First noticed', true),
  {
    key: 'noticedBy',
    type: 'radio',
    label: 'Who noticed',
    required: true,
    options: options('Client', 'Trainer', 'Desk', 'Inspection'),
  },
  {
    key: 'lastCleaned',
    type: 'select',
    label: 'Last cleaned',
    options: options('Since the last class', 'This morning', 'Yesterday', 'Not known'),
  },
  {
    key: 'now',
    type: 'radio',
    label: 'How is it now',
    required: true,
    options: options('Cleaned', 'Partly', 'As before'),
  },
  { key: 'clientsAffected', type: 'number', label: 'Clients affected', min: 0, max: 60, integer: true },
  { key: 'before', type: 'radio', label: 'Has it happened before', options: howOften },
  howBad('How bad is it', 'Noticeable', 'Cannot be used'),
  { key: 'photo', type: 'file', accept: 'image', label: 'Photo' },
]
