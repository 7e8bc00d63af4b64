import type { ClientStatus } from '@physique57/contracts'
import { fixedId } from '../catalogue/fixed-id.ts'
import { type Random, randomFrom } from './random.ts'

export interface DemoClient {
  id: string
  name: string
  email: string | null
  phone: string | null
  membershipNumber: string | null
  status: ClientStatus
}

const COUNT = 150

/** Names that break layouts, and one in Devanagari. */
const unusual = [
  'Venkatanarasimha Raghavendra Subramaniam-Lakshminarayanan',
  'अनन्या देशपांडे',
  'Ira O’Donoghue-Wadekar',
  'Vi',
  'Maria Filomena de Souza e Albuquerque Noronha',
]

const statuses: [ClientStatus, number][] = [
  ['existing_active', 60],
  ['existing_inactive', 12],
  ['new_prospect', 10],
  ['trial', 13],
  ['hosted_guest', 5],
]

export function inventClients(): DemoClient[] {
  const random = randomFrom('clients')
  const names = new Set(unusual)
  while (names.size < COUNT) names.add(`${random.pick(givenNames)} ${random.pick(familyNames)}`)
  return [...names].map((name, index) => inventClient(random, name, index))
}

function inventClient(random: Random, name: string, index: number): DemoClient {
  const [status] = random.pickWeighted(statuses, ([, weight]) => weight)
  const mailbox = name.toLowerCase().replace(/[^a-z]+/g, '.')
  const isMember = status === 'existing_active' || status === 'existing_inactive'
  return {
    id: fixedId('client', name),
    name,
    email: random.chance(0.9) ? `${mailbox === '.' ? 'ananya' : mailbox}.${index}@client.example` : null,
    phone: random.chance(0.95) ? inventPhone(random) : null,
    membershipNumber: isMember ? `M-${10_000 + index * 37}` : null,
    status,
  }
}

/** Begins with 5, which no Indian mobile number does: nobody can be rung by mistake. */
const inventPhone = (random: Random): string =>
  `+91 5${random.int(1000, 9999)} ${String(random.int(0, 99_999)).padStart(5, '0')}`

const givenNames =
  `Aaliya Aarohi Aarti Aisha Alisha Amrita Anika Anushka Archana Avantika Bhavna Charvi Dia Divya Esha Fatima Gayatri
  Geeta Harini Ishani Jahnavi Kaveri Keya Kritika Leela Madhuri Malini Manasi Mira Naina Natasha Nidhi Pallavi Parul
  Prachi Priyanka Rachel Revathi Riddhi Ritika Roshni Sakshi Sanaya Shalini Shruti Sonal Tanya Trisha Urvashi Vani Vidya
  Yamini Zara`.split(/\s+/)

const familyNames =
  `Acharyulu Bajorian Balsekar Banerjit Bhaleria Bopannu Chakladar Chellaramu Choksia Coelhar Dalvikar Dandekari
  Dastoorji Gidwanik Gokhalkar Hiranandia Iranipur Jhaverian Kamathar Karnadkar Khambattar Khoslani Kothariya Lobokar
  Mahtania Malhotri Mangeshkari Mehtani Mistrywala Nairkar Padukonar Paithankar Pintokar Poonawal Qureshian Rangaswami
  Rebellokar Sabharwali Sanghvia Shanbhagar Shettigaru Siddiquian Somaiyar Tagorian Thadanik Umrigaria Vachanik Wadkaria
  Zachariam`.split(/\s+/)
