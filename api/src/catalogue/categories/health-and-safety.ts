import type { FormField } from '@physique57/contracts'
import type { CategoryData } from '../category.ts'
import { injuryDuringClass } from '../forms/injury-during-class.ts'
import { areas, howBad, moment, options, shortForm } from '../questions.ts'

const aboutSafety = (...choices: string[]): FormField[] =>
  shortForm(
    'What is unsafe',
    choices,
    { key: 'area', type: 'select', label: 'Where', required: true, options: areas },
    moment('when', 'Noticed at', true),
    { key: 'peopleAffected', type: 'number', label: 'People affected', min: 0, max: 100, integer: true },
    {
      key: 'danger',
      type: 'radio',
      label: 'Is there still a danger',
      required: true,
      options: options('Yes', 'No', 'Not sure'),
    },
    howBad('How serious is it', 'Be careful', 'Close the room'),
    { key: 'photo', type: 'file', accept: 'image', label: 'Photo' },
  )

export const healthAndSafety: CategoryData = {
  name: 'Health & Safety',
  icon: 'heart-pulse',
  subcategories: [
    {
      name: 'Hygiene Protocols',
      aliases: ['hygiene', 'mats not cleaned', 'not sanitised', 'not wiped', 'infection'],
      team: 'Operations',
      priority: 'high',
      form: aboutSafety('Mats not cleaned', 'Equipment not wiped', 'Barefoot in class', 'Skin infection', 'Pests'),
    },
    {
      name: 'Injury During Class',
      aliases: ['injury', 'hurt', 'accident', 'fell', 'sprain', 'fainted', 'first aid'],
      team: 'Management',
      priority: 'critical',
      form: injuryDuringClass,
    },
    {
      name: 'Emergency Preparedness',
      aliases: ['fire', 'fire exit', 'alarm', 'extinguisher', 'first aid kit', 'evacuation'],
      team: 'Operations',
      priority: 'high',
      form: aboutSafety('Exit blocked', 'Alarm', 'Extinguisher', 'First-aid kit', 'Nobody trained', 'Emergency light'),
    },
    {
      name: 'Health Protocols',
      aliases: ['sick', 'ill', 'fever', 'covid', 'cough', 'contagious'],
      team: 'Operations',
      priority: 'high',
      form: aboutSafety('Client came ill', 'Staff came ill', 'Rules not followed', 'No health check'),
    },
    {
      name: 'Medical Disclosure',
      aliases: ['medical', 'pregnant', 'pregnancy', 'condition', 'doctor note', 'surgery'],
      team: 'Operations',
      priority: 'high',
      form: aboutSafety('Not asked', 'Told but not passed on', 'Not disclosed', 'Privacy', 'Doctor’s note missing'),
    },
    {
      name: 'Equipment Safety',
      aliases: ['equipment unsafe', 'barre loose', 'bike unsafe', 'snapped band', 'sharp edge'],
      team: 'Operations',
      priority: 'high',
      form: aboutSafety('Loose or unstable', 'Snapped', 'Sharp edge', 'Electric shock', 'Slippery'),
    },
    {
      name: 'Air Quality',
      aliases: ['air', 'ventilation', 'stuffy', 'fumes', 'smoke', 'mould', 'paint smell'],
      team: 'Operations',
      priority: 'high',
      form: aboutSafety('Stuffy', 'Fumes or paint', 'Smoke', 'Mould', 'Strong fragrance'),
    },
  ],
}
