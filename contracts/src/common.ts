import { z } from 'zod'

export const Id = z.uuid()
export type Id = z.infer<typeof Id>

/** An instant of the years 1900 to 2199, ISO 8601 with offset; the API always answers in UTC. */
export const Timestamp = z.iso
  .datetime({ offset: true, error: ({ input }) => notAnInstant(input) })
  .refine((value) => Date.parse(value) >= FIRST && Date.parse(value) < END, { error: 'Not a year we keep' })

/** What is wrong with it. A page keeps a day and a time, of which one may be lacking, as `day, time`. */
export function notAnInstant(input: unknown): string {
  const [, day, time] = (typeof input === 'string' && /^(.*), ?(.*)$/.exec(input)) || []
  if (time === '' && z.iso.date().safeParse(day).success) return 'Say the time, too'
  return day === '' && time ? 'Say the day, too' : 'Not a day and time of the calendar'
}

const FIRST = Date.UTC(1900, 0)
const END = Date.UTC(2200, 0)

/** Text a person typed: trimmed, without control characters other than line breaks and tabs, and valid Unicode. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((value) => value.isWellFormed() && !CONTROL_CHARACTERS.test(value), {
      error: 'Contains characters that cannot be stored',
    })

/** What PostgreSQL keeps as text. */
export const isStorable = (value: string): boolean => value.isWellFormed() && !value.includes('\0')

/** Text that stays on one line: titles, names, reasons. */
export const lineOfText = (max: number, min = 1) =>
  text(max, min).refine((value) => !/[\r\n]/.test(value), { error: 'Must be one line' })

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/

/** `?status=new,assigned`: one or several values of a query parameter. */
export const commaSeparated = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .transform((value) => value.split(',').filter(Boolean))
    .pipe(z.array(item).min(1).max(50))

export const queryBoolean = z.enum(['true', 'false']).transform((value) => value === 'true')

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
}

/** A page of a list. `total` is exact up to 10,000; beyond that it says 10,000 and `totalIsCapped`. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.int(),
    totalIsCapped: z.boolean(),
  })

export const idParams = z.strictObject({ id: Id })

/** A person as anybody may see them: name only. */
export const PersonRef = z.object({ id: Id, name: z.string() })
export type PersonRef = z.infer<typeof PersonRef>

export const NamedRef = z.object({ id: Id, name: z.string() })
export type NamedRef = z.infer<typeof NamedRef>
