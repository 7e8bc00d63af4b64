import type { FormField } from '@physique57/contracts'
import type { CategoryData } from '../category.ts'
import { trialClassExperience } from '../forms/trial-class-experience.ts'
import { howBad, options, shortForm } from '../questions.ts'

const aboutOffer = (...choices: string[]): FormField[] =>
  shortForm(
    'What do they complain about',
    choices,
    {
      key: 'channel',
      type: 'select',
      label: 'Where they saw or heard it',
      options: options(
        'In the studio',
        'Phone call',
        'E-mail',
        'WhatsApp',
        'Instagram',
        'Facebook',
        'Website',
        'Event',
      ),
    },
    { key: 'on', type: 'date', label: 'On', notInFuture: true },
    { key: 'who', type: 'text', label: 'Campaign, event or colleague', maxLength: 160 },
    howBad('How annoyed are they', 'A remark', 'Tells others'),
  )

export const salesAndMarketing: CategoryData = {
  name: 'Sales & Marketing',
  icon: 'megaphone',
  subcategories: [
    {
      name: 'Misleading Information',
      aliases: ['misleading', 'false promise', 'lied', 'wrong price quoted', 'mis-sold'],
      team: 'Sales',
      priority: 'high',
      form: aboutOffer('Price', 'What is included', 'Validity', 'Results promised', 'Studio or schedule'),
    },
    {
      name: 'Aggressive Selling',
      aliases: ['pushy', 'pressure', 'hard sell', 'forced to buy'],
      team: 'Sales',
      priority: 'medium',
      form: aboutOffer('Pressed to sign', 'Too many calls', 'Not let go after class', 'Belittled'),
    },
    {
      name: 'Trial Class Experience',
      aliases: ['trial', 'trial class', 'demo class', 'free class'],
      team: 'Sales',
      priority: 'medium',
      form: trialClassExperience,
    },
    {
      name: 'Communication Overload',
      aliases: ['spam', 'too many messages', 'too many emails', 'unsubscribe', 'stop messages', 'dnd'],
      team: 'Marketing',
      priority: 'low',
      form: aboutOffer(
        'Too many messages',
        'Unsubscribed and still gets them',
        'Too early or too late',
        'Never agreed',
      ),
    },
    {
      name: 'Social Media',
      aliases: ['instagram', 'facebook', 'dm', 'post', 'photo without consent', 'reel'],
      team: 'Marketing',
      priority: 'medium',
      form: aboutOffer('Photo without consent', 'No answer to a message', 'Comment deleted', 'Content', 'Bad review'),
    },
    {
      name: 'Guest Passes/Referrals',
      aliases: ['guest pass', 'referral', 'bring a friend', 'refer', 'referral reward'],
      team: 'Sales',
      priority: 'low',
      form: aboutOffer('Pass not valid', 'Reward missing', 'Friend was charged', 'Terms unclear'),
    },
    {
      name: 'Events & Workshops',
      aliases: ['event', 'launch', 'masterclass', 'event booking'],
      team: 'Marketing',
      priority: 'medium',
      form: aboutOffer('Cancelled', 'Badly organised', 'Not as advertised', 'Full', 'Refund for the event'),
    },
    {
      name: 'Brand Communication',
      aliases: ['advert', 'ad', 'newsletter', 'brand', 'poster', 'flyer'],
      team: 'Marketing',
      priority: 'low',
      form: aboutOffer('Tone', 'Mistake in the text', 'Out of date', 'Offends somebody'),
    },
  ],
}
