import type { TeamName } from '../catalogue/teams.ts'

/** What staff say when the matter itself asks for nothing special. */
export const firstReplies = [
  'Thank you for telling us. I am looking into it and will be back to you today.',
  'I have seen it and am on it. You will hear from me as soon as I know more.',
  'Thank you, noted. I am checking with the studio now.',
  'Sorry for the trouble. I have taken this over and will keep you posted.',
]

export const updates = [
  'A short update: I am still on it and expect to have it done by tomorrow.',
  'Still on it. I did not want to leave you without a word.',
  'Just so that you know I have not forgotten you: more tomorrow.',
]

const pauseNotes = [
  'Waiting for the client to write back.',
  'Client is travelling until next week and wants to talk then.',
  'Waiting for approval, promised for tomorrow.',
]
const pauseNotesOf: Partial<Record<TeamName, readonly string[]>> = {
  Facilities: ['Spare part is ordered, supplier says two days.', 'Waiting for the landlord’s permission.'],
  Finance: ['Asked the bank, they need two working days.', 'Waiting for the client’s bank details.'],
  Technology: ['Waiting for the provider, they have reproduced it.', 'Fix is in review at the app stores.'],
  Training: ['The trainer is on leave until Monday, talking then.'],
}
export const pauseNotesFor = (team: TeamName): readonly string[] => [...(pauseNotesOf[team] ?? []), ...pauseNotes]

export const askNotes = [
  'Spoke to the desk, they confirm what the client says.',
  'Please tell me before you call, I know the client well.',
  'Seen. Keep me posted, please.',
  'I am in tomorrow from ten, if another pair of hands helps.',
]

const reopenReasons = [
  'The client called again, for her it is not settled.',
  'Client says nobody has told her how it ended.',
  'Only half of it was done.',
]
const reopenReasonsOf: Partial<Record<TeamName, readonly string[]>> = {
  Facilities: ['Worked for a day, now the same as before.', 'Same again this morning.'],
  Technology: ['Worked for a day, now the same as before.', 'Happens on her other phone as well.'],
  Finance: ['The money has not arrived.'],
}
export const reopenReasonsFor = (team: TeamName): readonly string[] => reopenReasonsOf[team] ?? reopenReasons

export const escalationReasons = [
  'Founder member, very upset, wants to speak to a manager today',
  'We cannot decide this ourselves',
  'Third time with the same client',
]

export const secondResolutions = [
  'Done properly this time and checked two days later.',
  'Client has confirmed that it is settled.',
]

export const informedBy = ['by phone', 'in person at the desk', 'on WhatsApp', 'by e-mail']
