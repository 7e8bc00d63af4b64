import type { FormField } from '@physique57/contracts'
import { moment, options } from '../questions.ts'

const weLookForIt = { field: 'kind', is: 'client_lost_something' }
const weHaveIt = { field: 'kind', is: 'we_found_something' }

export const lostAndFound: FormField[] = [
  {
    key: 'kind',
    type: 'radio',
    label: 'Lost or found',
    required: true,
    options: options('Client lost something', 'We found something'),
  },
  {
    key: 'item',
    type: 'select',
    label: 'What is it',
    required: true,
    options: options(
      'Water bottle',
      'Grip socks',
      'Clothing',
      'Jewellery or watch',
      'Phone',
      'Earphones',
      'Wallet or bag',
      'Keys',
      'Other',
    ),
  },
  {
    key: 'otherItem',
    type: 'text',
    label: 'What else',
    required: true,
    maxLength: 120,
    visibleWhen: { field: 'item', is: 'other' },
  },
  {
    key: 'looks',
    type: 'textarea',
    label: 'What it looks like',
    help: 'Colour, brand, size, marks. For valuables leave out one detail that only the owner knows',
    required: true,
    maxLength: 1000,
  },
  {
    key: 'value',
    type: 'number',
    label: 'Worth about',
    min: 0,
    max: 5_000_000,
    unit: '₹',
    visibleWhen: { field: 'item', isOneOf: ['jewellery_or_watch', 'phone', 'earphones', 'wallet_or_bag'] },
  },
  {
    key: 'where',
    type: 'select',
    label: 'Where',
    required: true,
    options: options('Studio floor', 'Changing room', 'Locker', 'Washroom', 'Reception', 'Parking', 'Not sure'),
  },
  {
    key: 'locker',
    type: 'text',
    label: 'Locker number',
    maxLength: 10,
    visibleWhen: { field: 'where', is: 'locker' },
  },
  moment('lastSeen', 'Last seen, or found', true),
  {
    key: 'searched',
    type: 'multiselect',
    label: 'Already searched',
    options: options('Studio floor', 'Changing room', 'Lockers', 'Lost property box', 'Camera', 'Asked the class'),
    visibleWhen: weLookForIt,
  },
  {
    key: 'theft',
    type: 'radio',
    label: 'Do they suspect theft',
    required: true,
    options: options('Yes', 'No'),
    visibleWhen: weLookForIt,
  },
  { key: 'foundBy', type: 'text', label: 'Found by', maxLength: 120, required: true, visibleWhen: weHaveIt },
  {
    key: 'keptAt',
    type: 'select',
    label: 'Kept in',
    required: true,
    options: options('Lost property box', 'Desk drawer', 'Safe'),
    visibleWhen: weHaveIt,
  },
  {
    key: 'handOver',
    type: 'radio',
    label: 'How it goes back',
    options: options('Collects it', 'Courier', 'Another studio', 'Not known yet'),
  },
  { key: 'photo', type: 'file', accept: 'image', label: 'Photo' },
]
