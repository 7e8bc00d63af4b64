import { checkForm, FormFields } from '@physique57/contracts'
import { describe, expect, test } from 'vitest'
import { clashingQuestions } from '../features/catalogue/clashing-questions.ts'
import { assignmentRules } from './assignment-rules.ts'
import { calendars } from './calendars.ts'
import { catalogueRows } from './catalogue-rows.ts'
import { categories } from './categories.ts'
import { classTypes, packages } from './lookups.ts'
import { slaPolicies } from './sla-policies.ts'
import { studios } from './studios.ts'
import { type TeamName, teamNames } from './teams.ts'

const subcategories = categories.flatMap((category) =>
  category.subcategories.map((subcategory) => ({
    ...subcategory,
    category: category.name,
    path: `${category.name} / ${subcategory.name}`,
  })),
)
const find = (path: string) => {
  const found = subcategories.find((subcategory) => subcategory.path === path)
  if (!found) throw new Error(`There is no ${path}`)
  return found
}

/** As the customer wrote it. */
const named = `
Class Experience: Class Quality; Class Scheduling; Class Overcrowding; Class Level Appropriateness; Class Variety; Class Duration; Music & Playlist; Class Pacing; Warm-up/Cool-down; Modifications Offered
Instructor Related: Teaching Quality; Professionalism; Attention & Correction; Communication; Instructor Cancellations; Motivation & Energy; Safety & Injury Prevention; Knowledge & Expertise; Punctuality; Personal Boundaries
Facility & Amenities: Studio Cleanliness; Changing Room; Washroom/Shower; Equipment; Temperature Control; Lighting & Ambiance; Parking; Water & Refreshments; Studio Layout; Maintenance; Hygiene Supplies; Storage & Lockers; Seating & Waiting Area; Accessibility
Membership & Billing: Billing Errors; Payment Issues; Package/Plan Confusion; Membership Cancellation; Membership Freeze; Renewal; Upgrade/Downgrade; Credits/Class Pack; Promotional Offers; Invoice/Receipt; Contract Terms
Booking & Technology: App/Website; Booking Failures; Waitlist; Cancellation Problems; Class Check-in; Notifications; Profile Management; Class Visibility; Payment Gateway; Technical Support
Customer Service: Front Desk Service; Response Time; Issue Resolution; Communication Quality; Staff Knowledge; Staff Availability; Complaint Handling; Phone Support; E-mail/Chat Support; Staff Professionalism; Newcomer Experience
Sales & Marketing: Misleading Information; Aggressive Selling; Trial Class Experience; Communication Overload; Social Media; Guest Passes/Referrals; Events & Workshops; Brand Communication
Health & Safety: Hygiene Protocols; Injury During Class; Emergency Preparedness; Health Protocols; Medical Disclosure; Equipment Safety; Air Quality
Community & Culture: Clique Behaviour; Discrimination; Member Behaviour; Inclusivity; Community Events; Studio Culture
Retail & Merchandise: Product Quality; Product Availability; Pricing; Return/Exchange; Staff Knowledge
Special Programs: Workshop Quality; Private Sessions; Corporate Programs; Special Needs Programs; Challenges & Competitions; Hosted Classes
Miscellaneous: Noise Disturbance; Policy Changes; Guest Experience; Lost & Found; Nutrition/Wellness Advice; Multi-location Issues; Feedback System`

test('has the categories and subcategories of the customer, in their order', () => {
  const ours = categories.map(({ name, subcategories: inIt }) => `${name}: ${inIt.map((one) => one.name).join('; ')}`)
  expect(ours).toEqual(named.trim().split('\n'))
})

test('has the studios, teams, class types and packages of the customer', () => {
  expect(studios.map(({ shortName }) => shortName)).toEqual([
    'Kemps',
    'Bandra',
    'Kenkere',
    'South Utd',
    'Cloves',
    'Galaxy',
    'Prestige',
    'Pop-up',
  ])
  expect(teamNames).toHaveLength(9)
  expect(classTypes).toHaveLength(22)
  expect(packages).toHaveLength(16)
})

describe.each(subcategories)('$path', ({ path, form, aliases, team }) => {
  test('has a form that can be filled in', () => {
    expect(FormFields.safeParse(form).error).toBeUndefined()
    expect(checkForm(form)).toEqual([])
    expect(form.some(({ required }) => required)).toBe(true)
  })

  test('asks what other forms ask, too, for the same kind of answer: to filters it is one question', () => {
    const others = subcategories
      .filter((other) => other.path !== path)
      .map((other) => ({ ...other, fields: other.form }))
    expect(clashingQuestions(form, others)).toEqual([])
  })

  test('has a team, and two words people type', () => {
    expect(teamNames).toContain(team)
    expect(aliases.length).toBeGreaterThanOrEqual(2)
  })
})

test('no two subcategories share an alias, so "ac" can only mean Temperature Control', () => {
  const owners = new Map<string, string>()
  for (const { aliases, path } of subcategories) {
    for (const alias of aliases) {
      expect(alias).toBe(alias.toLowerCase())
      expect(owners.get(alias), alias).toBeUndefined()
      owners.set(alias, path)
    }
  }
  expect(owners.get('ac')).toBe('Facility & Amenities / Temperature Control')
  expect(owners.get('refund')).toBe('Membership & Billing / Payment Issues')
})

/** Without how it is worded: what is asked of whom, in which order, and what can be chosen. */
const asked = (path: string) =>
  find(path).form.map((field) => {
    const { label: _label, help: _help, required = false, ...rest } = field
    const choices = 'options' in rest ? { options: rest.options.map(({ label }) => label) } : {}
    return { ...rest, ...choices, required }
  })

const whenAffected = { field: 'classAffected', is: 'yes' }

test('Temperature Control asks what the customer wrote', () => {
  expect(asked('Facility & Amenities / Temperature Control')).toEqual([
    {
      key: 'area',
      type: 'select',
      required: true,
      options: ['Studio floor', 'Changing room', 'Reception', 'Lounge', 'Whole studio'],
    },
    {
      key: 'problem',
      type: 'radio',
      required: true,
      options: ['Too hot', 'Too cold', 'Not cooling', 'Leaking', 'Noise', 'Smell'],
    },
    {
      key: 'noiseKind',
      type: 'select',
      required: false,
      options: expect.any(Array),
      visibleWhen: { field: 'problem', is: 'noise' },
    },
    { key: 'howBad', type: 'rating', required: true, lowLabel: expect.any(String), highLabel: expect.any(String) },
    { key: 'firstNoticed', type: 'datetime', required: true, notInFuture: true },
    { key: 'classAffected', type: 'radio', required: true, options: ['Yes', 'No'] },
    { key: 'classType', type: 'lookup', of: 'class_type', required: true, visibleWhen: whenAffected },
    { key: 'classTime', type: 'datetime', required: true, visibleWhen: whenAffected },
    { key: 'clientsAffected', type: 'number', required: false, min: 0, max: 60, integer: true },
    { key: 'photo', type: 'file', required: false, accept: 'image' },
  ])
})

test('Booking Failures asks what the customer wrote', () => {
  expect(asked('Booking & Technology / Booking Failures')).toEqual([
    {
      key: 'platform',
      type: 'select',
      required: false,
      options: ['iOS', 'Android', 'Website, desktop', 'Website, mobile'],
    },
    { key: 'classType', type: 'lookup', of: 'class_type', required: false },
    { key: 'trainer', type: 'lookup', of: 'trainer', required: false },
    { key: 'classTime', type: 'datetime', required: false },
    {
      key: 'whatFailed',
      type: 'select',
      required: false,
      options: ['Unable to book', 'Not confirmed', 'Double booking', 'Booking disappeared', 'Other'],
    },
    {
      key: 'other',
      type: 'text',
      required: false,
      maxLength: 200,
      visibleWhen: { field: 'whatFailed', is: 'other' },
    },
    { key: 'packageUsed', type: 'lookup', of: 'package', required: false },
    { key: 'creditsDeducted', type: 'radio', required: true, options: ['Yes', 'No', 'Unknown'] },
    {
      key: 'solvedOnTheSpot',
      type: 'radio',
      required: false,
      options: ['Added to class', 'Credits refunded', 'Still pending'],
    },
  ])
})

/** What a studio meets most, asked in depth. */
const deep = `
Class Experience / Class Overcrowding
Instructor Related / Teaching Quality
Instructor Related / Instructor Cancellations
Instructor Related / Punctuality
Facility & Amenities / Studio Cleanliness
Facility & Amenities / Washroom/Shower
Facility & Amenities / Equipment
Facility & Amenities / Temperature Control
Membership & Billing / Billing Errors
Membership & Billing / Payment Issues
Membership & Billing / Membership Cancellation
Membership & Billing / Membership Freeze
Membership & Billing / Credits/Class Pack
Booking & Technology / App/Website
Booking & Technology / Booking Failures
Booking & Technology / Waitlist
Customer Service / Front Desk Service
Sales & Marketing / Trial Class Experience
Health & Safety / Injury During Class
Miscellaneous / Lost & Found`
  .trim()
  .split('\n')

test('twenty forms are deep: nine questions or more, and some asked only because of an earlier answer', () => {
  expect(deep).toHaveLength(20)
  for (const path of deep) {
    const { form } = find(path)
    expect(form.length, path).toBeGreaterThanOrEqual(9)
    expect(
      form.some(({ visibleWhen }) => visibleWhen),
      path,
    ).toBe(true)
    expect(form.filter(({ type }) => type !== 'text' && type !== 'textarea').length, path).toBeGreaterThan(6)
  }
})

/** The keys under which a short form asks who else it is about. */
const whoKeys = ['trainer', 'colleague', 'account', 'who', 'soldBy', 'clientsAffected', 'peopleAffected']

test.each(subcategories.filter(({ path }) => !deep.includes(path)))(
  '$path asks what, when, who and how bad',
  ({ form }) => {
    expect(form.length).toBeLessThanOrEqual(9)
    expect(form.find(({ key }) => key === 'what')).toMatchObject({ type: 'select', required: true })
    expect(form.some(({ type }) => type === 'date' || type === 'datetime')).toBe(true)
    expect(form.some(({ key }) => whoKeys.includes(key))).toBe(true)
    expect(form.find(({ key }) => key === 'howBad')).toMatchObject({ type: 'rating', required: true })
  },
)

/** Where the customer says that something is at home: whole categories, and what differs within them. */
const homes: Record<string, TeamName> = {
  'Facility & Amenities': 'Facilities',
  'Instructor Related': 'Training',
  'Class Experience': 'Training',
  'Membership & Billing': 'Finance',
  'Booking & Technology': 'Technology',
  'Health & Safety': 'Operations',
}
const homesOfTheirOwn: Record<string, TeamName> = {
  'Membership & Billing / Membership Freeze': 'Client Success',
  'Membership & Billing / Renewal': 'Client Success',
  'Membership & Billing / Membership Cancellation': 'Client Success',
  'Instructor Related / Personal Boundaries': 'Management',
  'Community & Culture / Discrimination': 'Management',
  'Health & Safety / Injury During Class': 'Management',
}
const atHome = subcategories.flatMap(({ path, category, name }) => {
  const team = homesOfTheirOwn[path] ?? homes[category]
  return team ? [{ path, category, name, team }] : []
})

test.each(atHome)('$path is at home with $team, by default and by the rules', ({ path, category, name, team }) => {
  expect(find(path).team).toBe(team)
  const rule = assignmentRules.find(
    (each) =>
      !each.studio && !each.priority && (each.category ?? category) === category && (each.subcategory ?? name) === name,
  )
  expect(rule?.team).toBe(team)
})

test.each([
  ['Facility & Amenities / Temperature Control', 'high'],
  ['Booking & Technology / Booking Failures', 'medium'],
  ['Instructor Related / Personal Boundaries', 'critical'],
  ['Community & Culture / Discrimination', 'critical'],
  ['Health & Safety / Injury During Class', 'critical'],
])('%s begins as %s', (path, priority) => {
  expect(find(path).priority).toBe(priority)
})

test('everything in Health & Safety is high or critical', () => {
  const safety = subcategories.filter(({ path }) => path.startsWith('Health & Safety'))
  expect(safety.every(({ priority }) => priority === 'high' || priority === 'critical')).toBe(true)
})

test('rules and policies name categories, subcategories and studios that exist', () => {
  const paths = new Set(subcategories.map(({ path }) => path))
  for (const { category, subcategory, studio } of [...assignmentRules, ...slaPolicies]) {
    if (category) expect(categories.map(({ name }) => name)).toContain(category)
    if (subcategory) expect(paths).toContain(`${category} / ${subcategory}`)
    if (studio) expect(studios.map(({ name }) => name)).toContain(studio)
  }
})

test('there is one policy for each priority that applies to everything', () => {
  const general = slaPolicies.filter(({ category, subcategory, studio }) => !category && !subcategory && !studio)
  expect(general.map(({ priority }) => priority).sort()).toEqual(['critical', 'high', 'low', 'medium'])
})

test('opening hours read forwards, do not overlap, and Sundays are the shortest day', () => {
  const minutes = (ranges: readonly string[]) =>
    ranges.flatMap((range) => range.split('-')).map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))
  const open = (ranges: readonly string[]) => minutes(ranges).reduce((sum, at, i) => sum + (i % 2 ? at : -at), 0)

  for (const { weekly } of calendars) {
    for (const ranges of [weekly.weekdays, weekly.saturday, weekly.sunday]) {
      expect(minutes(ranges)).toEqual([...new Set(minutes(ranges))].sort((a, b) => a - b))
    }
    expect(open(weekly.sunday)).toBeLessThan(open(weekly.saturday))
    expect(open(weekly.saturday)).toBeLessThan(open(weekly.weekdays))
  }
})

test('every row has an id of its own', () => {
  const { calendarHolidays, settings, ...withIds } = catalogueRows()
  const ids = Object.values(withIds).flatMap((rows) => rows.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  expect(calendarHolidays.length).toBeGreaterThan(50)
  expect(settings).toHaveLength(1)
})
