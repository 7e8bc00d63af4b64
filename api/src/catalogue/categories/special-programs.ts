import type { FormField } from '@physique57/contracts'
import type { CategoryData } from '../category.ts'
import { howBad, moment, shortForm } from '../questions.ts'

const aboutProgram = (...choices: string[]): FormField[] =>
  shortForm(
    'What was not right',
    choices,
    { key: 'program', type: 'text', label: 'Which one', help: 'As it was announced', required: true, maxLength: 160 },
    moment('session', 'Date of the session'),
    { key: 'trainer', type: 'lookup', of: 'trainer', label: 'Led by' },
    { key: 'participants', type: 'number', label: 'Participants', min: 1, max: 500, integer: true },
    howBad('How disappointed are they', 'A little', 'Wants it made good'),
  )

export const specialPrograms: CategoryData = {
  name: 'Special Programs',
  icon: 'sparkles',
  subcategories: [
    {
      name: 'Workshop Quality',
      aliases: ['workshop', 'workshop not good', 'seminar'],
      team: 'Training',
      priority: 'medium',
      form: aboutProgram('Content', 'Too short', 'Too many people', 'Level', 'Speaker'),
    },
    {
      name: 'Private Sessions',
      aliases: ['private', 'pt', 'personal training', 'one on one', 'private class'],
      team: 'Training',
      priority: 'medium',
      form: aboutProgram('Trainer cancelled', 'Cannot find a time', 'Not tailored', 'Session counted wrongly'),
    },
    {
      name: 'Corporate Programs',
      aliases: ['corporate', 'company class', 'office class', 'wework members'],
      team: 'Sales',
      priority: 'high',
      form: aboutProgram('Agreement', 'Billing', 'Attendance', 'Trainer', 'Room or equipment'),
    },
    {
      name: 'Special Needs Programs',
      aliases: ['special needs', 'senior', 'rehab', 'post natal', 'prenatal'],
      team: 'Training',
      priority: 'high',
      form: aboutProgram('Not suited', 'Trainer not qualified', 'Access to the room', 'No class offered'),
    },
    {
      name: 'Challenges & Competitions',
      aliases: ['challenge', 'competition', 'leaderboard', 'prize', '30 day challenge'],
      team: 'Marketing',
      priority: 'low',
      form: aboutProgram('Classes not counted', 'Prize not received', 'Rules unclear', 'Unfair'),
    },
    {
      name: 'Hosted Classes',
      aliases: ['hosted class', 'hosted', 'bachelorette', 'birthday class', 'influencer class'],
      team: 'Sales',
      priority: 'medium',
      form: aboutProgram('Host not informed', 'Guests not registered', 'Set-up', 'Started late', 'Follow-up'),
    },
  ],
}
