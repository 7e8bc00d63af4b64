import type { FormField } from '@physique57/contracts'
import type { CategoryData } from '../category.ts'
import { lostAndFound } from '../forms/lost-and-found.ts'
import { howBad, moment, shortForm } from '../questions.ts'

const aboutAnything = (...choices: string[]): FormField[] =>
  shortForm(
    'What is the matter',
    choices,
    moment('when', 'When'),
    { key: 'who', type: 'text', label: 'Who else is concerned', maxLength: 200 },
    howBad('How important is it to them', 'A remark', 'Very'),
  )

export const miscellaneous: CategoryData = {
  name: 'Miscellaneous',
  icon: 'circle-help',
  subcategories: [
    {
      name: 'Noise Disturbance',
      aliases: ['noise', 'noisy', 'construction', 'neighbours', 'drilling'],
      team: 'Operations',
      priority: 'medium',
      form: aboutAnything('Building work', 'Other class', 'Street', 'Neighbours complain about us', 'People talking'),
    },
    {
      name: 'Policy Changes',
      aliases: ['policy', 'rules', 'new rule', 'cancellation policy'],
      team: 'Operations',
      priority: 'low',
      form: aboutAnything('Not told', 'Finds it unfair', 'Applied differently', 'Asks for an exception'),
    },
    {
      name: 'Guest Experience',
      aliases: ['guest', 'friend visited', 'visitor'],
      team: 'Operations',
      priority: 'low',
      form: aboutAnything('Not let in', 'Not looked after', 'Charged', 'Could not register'),
    },
    {
      name: 'Lost & Found',
      aliases: ['lost', 'found', 'lost item', 'missing item', 'left behind', 'stolen', 'forgot'],
      team: 'Operations',
      priority: 'medium',
      form: lostAndFound,
    },
    {
      name: 'Nutrition/Wellness Advice',
      aliases: ['nutrition', 'diet', 'wellness', 'supplements', 'weight loss'],
      team: 'Training',
      priority: 'low',
      form: aboutAnything(
        'Asks for advice',
        'Advice did not suit',
        'Advice by somebody not qualified',
        'Product recommended',
      ),
    },
    {
      name: 'Multi-location Issues',
      aliases: ['other studio', 'another branch', 'different studio', 'cross studio', 'transfer studio'],
      team: 'Operations',
      priority: 'medium',
      form: [
        ...aboutAnything(
          'Package not valid there',
          'Different rules',
          'Booked at the wrong studio',
          'Moved to another',
        ),
        { key: 'otherStudio', type: 'lookup', of: 'studio', label: 'Other studio' },
      ],
    },
    {
      name: 'Feedback System',
      aliases: ['feedback', 'survey', 'review', 'rating', 'suggestion'],
      team: 'Operations',
      priority: 'low',
      form: aboutAnything('No answer to feedback', 'Survey does not work', 'Suggestion', 'Praise'),
    },
  ],
}
