import type { FormField } from '@physique57/contracts'
import type { CategoryData } from '../category.ts'
import { classOvercrowding } from '../forms/class-overcrowding.ts'
import { howBad, moment, shortForm } from '../questions.ts'

const aboutClass = (...choices: string[]): FormField[] =>
  shortForm(
    'What was not right',
    choices,
    { key: 'classType', type: 'lookup', of: 'class_type', label: 'Class type', required: true },
    { key: 'trainer', type: 'lookup', of: 'trainer', label: 'Trainer' },
    moment('classTime', 'Class time'),
    howBad('How much did it spoil the class', 'A little', 'Completely'),
  )

export const classExperience: CategoryData = {
  name: 'Class Experience',
  icon: 'dumbbell',
  subcategories: [
    {
      name: 'Class Quality',
      aliases: ['bad class', 'boring class', 'class not good', 'not worth it'],
      team: 'Training',
      priority: 'medium',
      form: aboutClass('Below the usual standard', 'Repetitive', 'Badly organised', 'Not what was announced'),
    },
    {
      name: 'Class Scheduling',
      aliases: ['timetable', 'schedule', 'timings', 'class times', 'more classes'],
      team: 'Training',
      priority: 'low',
      form: aboutClass('No class at a suitable time', 'Changed at short notice', 'Cancelled', 'Clash of two classes'),
    },
    {
      name: 'Class Overcrowding',
      aliases: ['crowded', 'too full', 'overbooked', 'no space', 'packed'],
      team: 'Training',
      priority: 'medium',
      form: classOvercrowding,
    },
    {
      name: 'Class Level Appropriateness',
      aliases: ['too hard', 'too easy', 'difficulty', 'wrong level', 'beginner'],
      team: 'Training',
      priority: 'low',
      form: aboutClass('Too hard', 'Too easy', 'Level not announced', 'Beginners and advanced mixed'),
    },
    {
      name: 'Class Variety',
      aliases: ['same class', 'same routine', 'formats', 'new formats'],
      team: 'Training',
      priority: 'low',
      form: aboutClass('Always the same routine', 'Format missing at this studio', 'Format was dropped'),
    },
    {
      name: 'Class Duration',
      aliases: ['too short', 'too long', 'class length', '57 minutes'],
      team: 'Training',
      priority: 'low',
      form: aboutClass('Shorter than announced', 'Longer than announced', 'Too short', 'Too long'),
    },
    {
      name: 'Music & Playlist',
      aliases: ['music', 'playlist', 'loud', 'volume', 'songs', 'speaker', 'mic'],
      team: 'Training',
      priority: 'low',
      form: aboutClass('Too loud', 'Too quiet', 'Playlist', 'Sound cuts out', 'Microphone', 'Explicit lyrics'),
    },
    {
      name: 'Class Pacing',
      aliases: ['too fast', 'too slow', 'rushed', 'pace'],
      team: 'Training',
      priority: 'low',
      form: aboutClass('Too fast', 'Too slow', 'No time to set up', 'Too long between exercises'),
    },
    {
      name: 'Warm-up/Cool-down',
      aliases: ['warm up', 'warmup', 'cool down', 'cooldown', 'stretching', 'stretch'],
      team: 'Training',
      priority: 'low',
      form: aboutClass('No warm-up', 'Warm-up too short', 'No stretching', 'Stretching cut short'),
    },
    {
      name: 'Modifications Offered',
      aliases: ['modification', 'modifications', 'alternatives', 'options for injury', 'prenatal options'],
      team: 'Training',
      priority: 'medium',
      form: aboutClass('None offered', 'Not suited to the injury', 'Not suited to pregnancy', 'Asked for and ignored'),
    },
  ],
}
