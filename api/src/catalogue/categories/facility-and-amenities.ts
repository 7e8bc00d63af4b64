import type { FormField } from '@physique57/contracts'
import type { CategoryData } from '../category.ts'
import { equipment } from '../forms/equipment.ts'
import { studioCleanliness } from '../forms/studio-cleanliness.ts'
import { temperatureControl } from '../forms/temperature-control.ts'
import { washroomShower } from '../forms/washroom-shower.ts'
import { areas, howBad, moment, shortForm } from '../questions.ts'

const aboutPlace = (...choices: string[]): FormField[] =>
  shortForm(
    'What is the matter',
    choices,
    { key: 'area', type: 'select', label: 'Where', options: areas },
    moment('firstNoticed', 'First noticed', true),
    { key: 'clientsAffected', type: 'number', label: 'Clients affected', min: 0, max: 60, integer: true },
    howBad('How much does it disturb', 'Noticeable', 'Cannot be used'),
    { key: 'photo', type: 'file', accept: 'image', label: 'Photo' },
  )

export const facilityAndAmenities: CategoryData = {
  name: 'Facility & Amenities',
  icon: 'building-2',
  subcategories: [
    {
      name: 'Studio Cleanliness',
      aliases: ['dirty', 'dirty studio', 'cleaning', 'dust', 'floor dirty', 'mopping', 'insects'],
      team: 'Facilities',
      priority: 'medium',
      form: studioCleanliness,
    },
    {
      name: 'Changing Room',
      aliases: ['change room', 'dressing room', 'locker room'],
      team: 'Facilities',
      priority: 'medium',
      form: aboutPlace('Dirty', 'Too small', 'Door or curtain', 'Hair dryer', 'No hooks', 'Wet floor'),
    },
    {
      name: 'Washroom/Shower',
      aliases: ['toilet', 'bathroom', 'washroom', 'shower', 'hot water', 'flush', 'geyser', 'drain'],
      team: 'Facilities',
      priority: 'high',
      form: washroomShower,
    },
    {
      name: 'Equipment',
      aliases: ['weights', 'mats', 'ball', 'barre', 'bands', 'bike', 'broken equipment'],
      team: 'Facilities',
      priority: 'high',
      form: equipment,
    },
    {
      name: 'Temperature Control',
      aliases: [
        'ac',
        'a/c',
        'air conditioning',
        'air conditioner',
        'aircon',
        'too hot',
        'too cold',
        'cooling',
        'heating',
      ],
      team: 'Facilities',
      priority: 'high',
      form: temperatureControl,
    },
    {
      name: 'Lighting & Ambiance',
      aliases: ['lights', 'light', 'bulb', 'dark', 'too bright', 'ambience', 'smell in studio'],
      team: 'Facilities',
      priority: 'low',
      form: aboutPlace('Light not working', 'Flickering', 'Too bright', 'Too dark', 'Smell', 'Decoration'),
    },
    {
      name: 'Parking',
      aliases: ['car', 'valet', 'car park', 'two wheeler', 'bike parking'],
      team: 'Facilities',
      priority: 'low',
      form: aboutPlace('No space', 'Valet', 'Charged for parking', 'Car damaged', 'Refused by the guard'),
    },
    {
      name: 'Water & Refreshments',
      aliases: ['water', 'drinking water', 'dispenser', 'coffee', 'bottles', 'snacks'],
      team: 'Facilities',
      priority: 'medium',
      form: aboutPlace('No drinking water', 'Dispenser out of order', 'Taste or smell', 'No cups', 'Refreshments'),
    },
    {
      name: 'Studio Layout',
      aliases: ['layout', 'space', 'pillar', 'mirrors', 'cannot see trainer'],
      team: 'Facilities',
      priority: 'low',
      form: aboutPlace('Cannot see the trainer', 'Too little space', 'Mirrors', 'Way in and out'),
    },
    {
      name: 'Maintenance',
      aliases: ['repair', 'broken', 'leak', 'leaking', 'seepage', 'paint', 'lift', 'power cut', 'plumbing'],
      team: 'Facilities',
      priority: 'high',
      form: aboutPlace(
        'Leak or seepage',
        'Power',
        'Door or window',
        'Floor',
        'Wall or paint',
        'Lift',
        'Mirror cracked',
      ),
    },
    {
      name: 'Hygiene Supplies',
      aliases: ['soap', 'tissue', 'toilet paper', 'towels', 'sanitiser', 'sanitizer', 'wipes', 'sanitary pads'],
      team: 'Facilities',
      priority: 'medium',
      form: aboutPlace('No soap', 'No paper', 'No towels', 'No wipes or sanitiser', 'No sanitary pads', 'Dirty towels'),
    },
    {
      name: 'Storage & Lockers',
      aliases: ['locker', 'lockers', 'locker key', 'lock', 'shoe rack', 'cubby'],
      team: 'Facilities',
      priority: 'medium',
      form: [
        ...aboutPlace('Does not lock', 'Cannot be opened', 'Key lost', 'Not enough', 'Shoe rack'),
        { key: 'locker', type: 'text', label: 'Locker number', maxLength: 10 },
      ],
    },
    {
      name: 'Seating & Waiting Area',
      aliases: ['waiting', 'sofa', 'lounge', 'nowhere to sit', 'reception area'],
      team: 'Facilities',
      priority: 'low',
      form: aboutPlace('Not enough seats', 'Broken seat', 'Dirty', 'Too hot', 'Noisy'),
    },
    {
      name: 'Accessibility',
      aliases: ['wheelchair', 'ramp', 'stairs', 'disabled', 'elevator'],
      team: 'Facilities',
      priority: 'high',
      form: aboutPlace('Steps or stairs', 'Lift', 'Washroom', 'Parking for disabled people', 'Signs'),
    },
  ],
}
