import type { FormField } from '@physique57/contracts'
import type { CategoryData } from '../category.ts'
import { appWebsite } from '../forms/app-website.ts'
import { bookingFailures } from '../forms/booking-failures.ts'
import { waitlist } from '../forms/waitlist.ts'
import { howBad, moment, options, platforms, shortForm } from '../questions.ts'

const aboutTechnology = (...choices: string[]): FormField[] =>
  shortForm(
    'What is the trouble',
    choices,
    {
      key: 'platform',
      type: 'select',
      label: 'Where',
      options: [...platforms, { value: 'desk', label: 'Front-desk system' }],
    },
    moment('when', 'When it happened'),
    { key: 'account', type: 'email', label: 'E-mail of the account', help: 'If it differs from the client’s' },
    {
      key: 'still',
      type: 'radio',
      label: 'Does it still happen',
      required: true,
      options: options('Yes', 'No', 'Sometimes'),
    },
    howBad('How much does it hold them up', 'A little', 'Cannot go on'),
    { key: 'screenshot', type: 'file', accept: 'image', label: 'Screenshot' },
  )

export const bookingAndTechnology: CategoryData = {
  name: 'Booking & Technology',
  icon: 'smartphone',
  subcategories: [
    {
      name: 'App/Website',
      aliases: ['app', 'website', 'app crash', 'login', 'cannot log in', 'slow app', 'otp'],
      team: 'Technology',
      priority: 'medium',
      form: appWebsite,
    },
    {
      name: 'Booking Failures',
      aliases: ['booking', 'cannot book', 'unable to book', 'double booking', 'booking failed', 'booking disappeared'],
      team: 'Technology',
      priority: 'medium',
      form: bookingFailures,
    },
    {
      name: 'Waitlist',
      aliases: ['waiting list', 'wait list', 'not moved up', 'waitlisted'],
      team: 'Technology',
      priority: 'medium',
      form: waitlist,
    },
    {
      name: 'Cancellation Problems',
      aliases: ['cannot cancel', 'late cancel', 'late cancellation', 'cancel class', 'no-show fee'],
      team: 'Technology',
      priority: 'medium',
      form: aboutTechnology('Cannot cancel', 'Cancelled but charged', 'Credit not returned', 'Cancelled by itself'),
    },
    {
      name: 'Class Check-in',
      aliases: ['check in', 'checkin', 'attendance', 'marked absent', 'qr code'],
      team: 'Technology',
      priority: 'medium',
      form: aboutTechnology('Not on the list', 'Marked absent', 'Code does not scan', 'Checked in twice'),
    },
    {
      name: 'Notifications',
      aliases: ['no reminder', 'reminder', 'push', 'sms', 'confirmation mail', 'emails not received'],
      team: 'Technology',
      priority: 'low',
      form: aboutTechnology('Nothing arrives', 'Too late', 'Wrong content', 'Too many', 'To the wrong person'),
    },
    {
      name: 'Profile Management',
      aliases: ['profile', 'password', 'change number', 'change email', 'account', 'duplicate account'],
      team: 'Technology',
      priority: 'low',
      form: aboutTechnology('Cannot change details', 'Two accounts', 'Password', 'Wrong details', 'Delete the account'),
    },
    {
      name: 'Class Visibility',
      aliases: ['class not showing', 'cannot see classes', 'schedule not visible', 'missing class'],
      team: 'Technology',
      priority: 'medium',
      form: aboutTechnology('Class does not show', 'Shown as full', 'Wrong time', 'Wrong trainer', 'Wrong studio'),
    },
    {
      name: 'Payment Gateway',
      aliases: ['gateway', 'razorpay', 'payment page', 'checkout', 'card declined', 'payment link'],
      team: 'Technology',
      priority: 'high',
      form: aboutTechnology(
        'Page hangs',
        'Declined',
        'Debited without booking',
        'Link does not work',
        'Method missing',
      ),
    },
    {
      name: 'Technical Support',
      aliases: ['it support', 'wifi', 'internet', 'tablet', 'printer', 'desk computer'],
      team: 'Technology',
      priority: 'medium',
      form: aboutTechnology(
        'Desk computer or tablet',
        'Internet',
        'Printer or card machine',
        'Sound system',
        'Account',
      ),
    },
  ],
}
