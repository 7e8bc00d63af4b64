import { z } from 'zod'

export const TicketSource = z.enum(['front_desk', 'phone', 'email', 'whatsapp', 'app', 'social_media', 'trainer'])
export type TicketSource = z.infer<typeof TicketSource>

export const sourceLabel: Record<TicketSource, string> = {
  front_desk: 'Front desk',
  phone: 'Phone',
  email: 'E-mail',
  whatsapp: 'WhatsApp',
  app: 'App',
  social_media: 'Social media',
  trainer: 'Trainer',
}
