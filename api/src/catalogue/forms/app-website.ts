import type { FormField } from '@physique57/contracts'
import { howBad, moment, options, platforms, whatHappened } from '../questions.ts'

const onPhone = { field: 'platform', isOneOf: ['ios', 'android'] }

export const appWebsite: FormField[] = [
  ...whatHappened('What does not work', [
    'Cannot sign in',
    'Crashes',
    'Slow',
    'Page does not load',
    'Wrong information',
    'Button does nothing',
  ]),
  { key: 'platform', type: 'select', label: 'Where', required: true, options: platforms },
  {
    key: 'appVersion',
    type: 'text',
    label: 'Phone and version of the app',
    help: 'As far as the client knows them',
    maxLength: 80,
    visibleWhen: onPhone,
  },
  {
    key: 'browser',
    type: 'select',
    label: 'Browser',
    options: options('Chrome', 'Safari', 'Edge', 'Firefox', 'Inside Instagram', 'Not known'),
    visibleWhen: { field: 'platform', isOneOf: ['website_desktop', 'website_mobile'] },
  },
  {
    key: 'signInWith',
    type: 'radio',
    label: 'How do they sign in',
    required: true,
    options: options('Code by SMS', 'Code by e-mail', 'Password', 'Google', 'Apple'),
    visibleWhen: { field: 'what', is: 'cannot_sign_in' },
  },
  {
    key: 'codeArrives',
    type: 'radio',
    label: 'Does the code arrive',
    required: true,
    options: options('Never', 'Too late', 'Yes, but is refused'),
    visibleWhen: { field: 'signInWith', isOneOf: ['code_by_sms', 'code_by_e_mail'] },
  },
  {
    key: 'screen',
    type: 'select',
    label: 'On which page',
    required: true,
    options: options('Start', 'Schedule', 'Class', 'Booking', 'Payment', 'Profile', 'Everywhere'),
    visibleWhen: {
      field: 'what',
      isOneOf: ['crashes', 'slow', 'page_does_not_load', 'wrong_information', 'button_does_nothing'],
    },
  },
  { key: 'message', type: 'text', label: 'Message on the screen', help: 'Word for word', maxLength: 300 },
  moment('when', 'When it happened', true),
  { key: 'account', type: 'email', label: 'E-mail of the account', help: 'If it differs from the client’s' },
  {
    key: 'tried',
    type: 'multiselect',
    label: 'Already tried',
    options: options('Started again', 'Updated', 'Signed out and in', 'Other network', 'Other device'),
  },
  {
    key: 'still',
    type: 'radio',
    label: 'Does it still happen',
    required: true,
    options: options('Yes', 'No', 'Sometimes'),
  },
  howBad('How much does it hold them up', 'A little', 'Cannot go on'),
  { key: 'screenshot', type: 'file', accept: 'image', label: 'Screenshot' },
]
