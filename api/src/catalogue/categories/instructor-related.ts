import type { FormField } from '@physique57/contracts'
import type { CategoryData } from '../category.ts'
import { instructorCancellations } from '../forms/instructor-cancellations.ts'
import { punctuality } from '../forms/punctuality.ts'
import { teachingQuality } from '../forms/teaching-quality.ts'
import { howBad, howOften, moment, options, shortForm } from '../questions.ts'

const aboutTrainer = (...choices: string[]): FormField[] =>
  shortForm(
    'What was wrong',
    choices,
    { key: 'trainer', type: 'lookup', of: 'trainer', label: 'Trainer', required: true },
    { key: 'classType', type: 'lookup', of: 'class_type', label: 'Class type' },
    moment('classTime', 'Class time'),
    {
      key: 'before',
      type: 'radio',
      label: 'Has it happened before',
      options: howOften,
    },
    howBad('How serious is it for the client', 'A remark', 'Will not come back'),
  )

export const instructorRelated: CategoryData = {
  name: 'Instructor Related',
  icon: 'graduation-cap',
  subcategories: [
    {
      name: 'Teaching Quality',
      aliases: ['bad teaching', 'instructor not good', 'trainer not good', 'cueing'],
      team: 'Training',
      priority: 'medium',
      form: teachingQuality,
    },
    {
      name: 'Professionalism',
      aliases: ['unprofessional', 'phone in class', 'trainer behaviour', 'dress'],
      team: 'Training',
      priority: 'high',
      form: aboutTrainer('Used the phone in class', 'Rude', 'Gossip', 'Favouritism', 'Appearance'),
    },
    {
      name: 'Attention & Correction',
      aliases: ['no correction', 'ignored', 'posture', 'form check', 'alignment'],
      team: 'Training',
      priority: 'medium',
      form: aboutTrainer('No corrections', 'Corrected too harshly', 'Attention only to regulars', 'Wrong correction'),
    },
    {
      name: 'Communication',
      aliases: ['instructor rude', 'trainer language', 'cannot understand trainer', 'shouting'],
      team: 'Training',
      priority: 'medium',
      form: aboutTrainer('Hard to understand', 'Shouting', 'Hurtful remark', 'Did not answer questions'),
    },
    {
      name: 'Instructor Cancellations',
      aliases: ['trainer cancelled', 'sub', 'substitute', 'replacement trainer', 'no trainer'],
      team: 'Training',
      priority: 'high',
      form: instructorCancellations,
    },
    {
      name: 'Motivation & Energy',
      aliases: ['low energy', 'not motivating', 'bored trainer', 'energy'],
      team: 'Training',
      priority: 'low',
      form: aboutTrainer('Low energy', 'Did not motivate', 'Pushed too hard', 'Distracted'),
    },
    {
      name: 'Safety & Injury Prevention',
      aliases: ['unsafe', 'unsafe exercise', 'injury risk', 'dangerous'],
      team: 'Training',
      priority: 'high',
      form: aboutTrainer(
        'Unsafe exercise',
        'Injury not taken into account',
        'Too heavy weights',
        'Did not ask about health',
      ),
    },
    {
      name: 'Knowledge & Expertise',
      aliases: ['inexperienced', 'wrong advice', 'new trainer', 'not certified'],
      team: 'Training',
      priority: 'medium',
      form: aboutTrainer('Could not answer', 'Wrong advice', 'Not sure of the format', 'Not trained for prenatal'),
    },
    {
      name: 'Punctuality',
      aliases: ['late', 'trainer late', 'came late', 'started late', 'no show trainer', 'ended early'],
      team: 'Training',
      priority: 'medium',
      form: punctuality,
    },
    {
      name: 'Personal Boundaries',
      aliases: ['touching', 'harassment', 'inappropriate', 'uncomfortable', 'posh'],
      team: 'Management',
      priority: 'critical',
      form: [
        ...aboutTrainer('Unwanted touch', 'Personal remark', 'Private messages', 'Staring', 'Asked to meet'),
        {
          key: 'contactBy',
          type: 'radio',
          label: 'Who may call the client about it',
          required: true,
          options: options('A woman only', 'Anybody', 'Do not call'),
        },
      ],
    },
  ],
}
