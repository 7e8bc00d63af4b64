import type { FormField } from '@physique57/contracts'
import { areas, options, yesNo } from '../questions.ts'

export const temperatureControl: FormField[] = [
  { key: 'area', type: 'select', label: 'Where', required: true, options: areas },
  {
    key: 'problem',
    type: 'radio',
    label: 'What is wrong',
    required: true,
    options: options('Too hot', 'Too cold', 'Not cooling', 'Leaking', 'Noise', 'Smell'),
  },
  {
    key: 'noiseKind',
    type: 'select',
    label: 'What kind of noise',
    options: options('Rattling', 'Humming', 'Squeaking', 'Grinding', 'Dripping', 'Comes and goes'),
    visibleWhen: { field: 'problem', is: 'noise' },
  },
  {
    key: 'howBad',
    type: 'rating',
    label: 'How bad is it',
    required: true,
    lowLabel: 'Noticeable',
    highLabel: 'Cannot hold class',
  },
  { key: 'firstNoticed', type: 'datetime', label: 'First noticed', required: true, notInFuture: true },
  { key: 'classAffected', type: 'radio', label: 'Was a class affected', required: true, options: yesNo },
  {
    key: 'classType',
    type: 'lookup',
    of: 'class_type',
    label: 'Class type',
    required: true,
    visibleWhen: { field: 'classAffected', is: 'yes' },
  },
  {
    key: 'classTime',
    type: 'datetime',
    label: 'Class time',
    required: true,
    visibleWhen: { field: 'classAffected', is: 'yes' },
  },
  { key: 'clientsAffected', type: 'number', label: 'Clients affected', min: 0, max: 60, integer: true },
  { key: 'photo', type: 'file', accept: 'image', label: 'Photo', help: 'The display of the unit, or where it leaks' },
]
