import { z } from 'zod'
import { Id, lineOfText } from './common.ts'
import { endpoint } from './endpoint.ts'

export const ClientStatus = z.enum(['existing_active', 'existing_inactive', 'new_prospect', 'trial', 'hosted_guest'])
export type ClientStatus = z.infer<typeof ClientStatus>

export const clientStatusLabel: Record<ClientStatus, string> = {
  existing_active: 'Existing, active',
  existing_inactive: 'Existing, inactive',
  new_prospect: 'New prospect',
  trial: 'Trial client',
  hosted_guest: 'Guest of a hosted class',
}

export const ClientMood = z.enum(['calm', 'understanding', 'disappointed', 'frustrated', 'angry'])
export type ClientMood = z.infer<typeof ClientMood>

export const clientMoodLabel: Record<ClientMood, string> = {
  calm: 'Calm',
  understanding: 'Understanding',
  disappointed: 'Disappointed',
  frustrated: 'Frustrated',
  angry: 'Angry',
}

/** A person who trains with us, as shown on a ticket they are part of. */
export const Client = z.object({
  id: Id,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  membershipNumber: z.string().nullable(),
  status: ClientStatus,
})
export type Client = z.infer<typeof Client>

/** Found by looking: the phone shows its last four digits only. */
export const ClientMatch = z.object({
  id: Id,
  name: z.string(),
  maskedPhone: z.string().nullable(),
  membershipNumber: z.string().nullable(),
  status: ClientStatus,
})
export type ClientMatch = z.infer<typeof ClientMatch>

/** A client typed by hand at the desk. One we know by phone, e-mail or number is recognised. */
export const NewClient = z.strictObject({
  name: lineOfText(120),
  email: z.email().max(254).optional(),
  phone: z
    .string()
    .max(30)
    .refine((phone) => /^\+?[\d ().-]+$/.test(phone) && /^\d{7,15}$/.test(phone.replace(/\D/g, '')), {
      error: 'Not a phone number: 7 to 15 digits',
    })
    .optional(),
  membershipNumber: lineOfText(40).optional(),
  status: ClientStatus.optional(),
})

export const clients = {
  find: endpoint({
    method: 'GET',
    path: '/clients',
    summary: 'Find clients by exact phone, e-mail or membership number, or at least three letters of a name',
    query: z.strictObject({ q: z.string().trim().min(3).max(120) }),
    response: z.object({ items: z.array(ClientMatch) }),
  }),
}
