import type { FormField } from '@physique57/contracts'
import type { CategoryData } from '../category.ts'
import { howBad, moment, options, shortForm } from '../questions.ts'

const aboutPeople = (...choices: string[]): FormField[] =>
  shortForm(
    'What happened',
    choices,
    moment('when', 'When'),
    {
      key: 'who',
      type: 'textarea',
      label: 'Who was involved',
      help: 'As far as the client wants to say',
      maxLength: 1000,
    },
    {
      key: 'wish',
      type: 'radio',
      label: 'What does the client want',
      options: options('Only to tell us', 'A call', 'Action'),
    },
    howBad('How hurt or upset are they', 'A remark', 'Does not feel safe'),
  )

export const communityAndCulture: CategoryData = {
  name: 'Community & Culture',
  icon: 'users',
  subcategories: [
    {
      name: 'Clique Behaviour',
      aliases: ['clique', 'groupism', 'left out', 'regulars'],
      team: 'Client Success',
      priority: 'low',
      form: aboutPeople('Places kept for friends', 'Ignored', 'Talked about', 'Trainer takes part'),
    },
    {
      name: 'Discrimination',
      aliases: ['racism', 'body shaming', 'religion', 'caste', 'gender', 'discriminated'],
      team: 'Management',
      priority: 'critical',
      form: [
        ...aboutPeople('Body or weight', 'Gender', 'Religion or caste', 'Language or region', 'Age', 'Disability'),
        {
          key: 'by',
          type: 'radio',
          label: 'By whom',
          required: true,
          options: options('Trainer', 'Staff', 'Another client', 'Our rules or adverts', 'Not said'),
        },
        {
          key: 'mayCall',
          type: 'radio',
          label: 'May Management call the client',
          required: true,
          options: options('Yes', 'Only in writing', 'No'),
        },
      ],
    },
    {
      name: 'Member Behaviour',
      aliases: ['member rude', 'fight', 'argument', 'phone during class', 'other client'],
      team: 'Client Success',
      priority: 'medium',
      form: aboutPeople('Rude', 'Phone in class', 'Argument', 'Took a place or equipment', 'Late and loud', 'Photos'),
    },
    {
      name: 'Inclusivity',
      aliases: ['inclusive', 'not welcome', 'plus size', 'lgbtq', 'men in class'],
      team: 'Client Success',
      priority: 'medium',
      form: aboutPeople('Not made welcome', 'Language used in class', 'Pictures and adverts', 'Sizes', 'Pronouns'),
    },
    {
      name: 'Community Events',
      aliases: ['community event', 'party', 'brunch', 'meetup', 'anniversary'],
      team: 'Client Success',
      priority: 'low',
      form: aboutPeople('Not invited', 'Date or place', 'Badly organised', 'Idea for an event'),
    },
    {
      name: 'Studio Culture',
      aliases: ['culture', 'vibe', 'atmosphere', 'unfriendly'],
      team: 'Client Success',
      priority: 'low',
      form: aboutPeople('Cold', 'Too competitive', 'Gossip', 'Changed for the worse'),
    },
  ],
}
