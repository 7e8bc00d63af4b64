import type { Role } from '@physique57/contracts'
import { slugOf } from '../catalogue/catalogue-rows.ts'
import { fixedId } from '../catalogue/fixed-id.ts'
import { type TeamName, teamNames } from '../catalogue/teams.ts'

export interface Person {
  id: string
  name: string
  email: string
  role: Role
  team: TeamName | null
  status: 'active' | 'disabled'
  availability: 'available' | 'away'
}

const DOMAIN = 'physique57.example'

/** Lead first, then the members. Invented; front-desk staff are members of Operations. */
const teamMembers: Record<TeamName, readonly string[]> = {
  Operations: [
    'Rukhsana Talati',
    'Nikhil Warde',
    'Delnaz Postwala',
    'Kavya Hegdekar',
    'Imran Sheikhani',
    'Prerna Gawli',
    'Ashwin Nadathur',
  ],
  Facilities: ['Mahesh Kulambi', 'Sunil Bhoirkar', 'Farida Tambawala', 'Raju Yellappa'],
  Training: ['Shireen Kapadvala', 'Tanvi Rajwade', 'Joel Menezes', 'Ishita Bandodkar', 'Arav Chinnappa'],
  Sales: ['Gaurav Lalchand', 'Simran Oberwal', 'Neel Parikhia', 'Zoya Merchantwala'],
  'Client Success': ['Anjali Thakurta', 'Meher Billimore', 'Rohan Kuttappa', 'Saanvi Iyengaar'],
  Marketing: ['Tara Vaidyan', 'Kabir Sodhani', 'Pooja Nambissan', 'Aditi Malkani'],
  Finance: ['Hemant Zaverchand', 'Lakshmi Raghavendran', 'Omkar Patwari', 'Nusrat Chougle'],
  Technology: ['Vikram Achrekar', 'Sneha Pillaimar', 'Dhruv Kelkaria', 'Farhan Mukadam'],
  Management: ['Devika Ranganekar', 'Cyrus Daruwalla-Mody', 'Nandini Bhattarai'],
}

const isAway = (email: string) => email.startsWith('member3.technology@')
const isDisabled = (email: string) => email.startsWith('member3.marketing@')

export const people: readonly Person[] = [
  person('Mehrish Palkhi', 'admin', 'admin', null),
  person('Jehangir Contractorwala', 'director', 'director', null),
  person('Radhika Deshmukhe', 'manager', 'manager', null),
  ...teamNames.flatMap((team) =>
    teamMembers[team].map((name, index) =>
      index === 0
        ? person(name, `lead.${slugOf(team)}`, 'team_lead', team)
        : person(name, `member${index}.${slugOf(team)}`, 'team_member', team),
    ),
  ),
]

export const director = withRole('director')
export const manager = withRole('manager')

export const leadOf = (team: TeamName): Person => {
  const lead = people.find((one) => one.team === team && one.role === 'team_lead')
  if (!lead) throw new Error(`${team} has no lead`)
  return lead
}

export const membersOf = (team: TeamName): Person[] =>
  people.filter((one) => one.team === team && one.role === 'team_member')

export const trainers = [
  'Anaya Setalkar',
  'Karan Mirchandwala',
  'Rhea Fernandes-Kamat',
  'Vivaan Poojarya',
  'Shloka Nagarkatti',
  'Mikhail Batliboy',
  'Pranjali Ghorpadkar',
  'Ayesha Lokhandia',
  'Dev Muthukrishna',
  'Samaira Chhabria',
  'Reyansh Talpadeo',
  'Nayantara Varghesia',
  'Atharv Karkhanis',
  'Kiara Mascarenhas-Rao',
] as const

function person(name: string, mailbox: string, role: Role, team: TeamName | null): Person {
  const email = `${mailbox}@${DOMAIN}`
  return {
    id: fixedId('user', email),
    name,
    email,
    role,
    team,
    status: isDisabled(email) ? 'disabled' : 'active',
    availability: isAway(email) ? 'away' : 'available',
  }
}

function withRole(role: Role): Person {
  const found = people.find((one) => one.role === role)
  if (!found) throw new Error(`Nobody is ${role}`)
  return found
}
