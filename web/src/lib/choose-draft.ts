import { z } from 'zod'

/** What was typed and not sent, as it lies on this device. */
export const KeptDraft = z.object({
  /** null: sent or let go of, and the server has still to hear it. */
  content: z.record(z.string(), z.json()).nullable(),
  savedAt: z.number(),
  /** The server has it like this. */
  onServer: z.boolean(),
  /** `updatedAt` of what the server had when this was typed; null for nothing, as far as this device knows. */
  typedOn: z.string().nullable(),
})
export type KeptDraft = z.infer<typeof KeptDraft>
export type DraftContent = NonNullable<KeptDraft['content']>

/** What was typed; when and where, if the server has it. */
export interface ServerDraft {
  content: DraftContent
  savedAt: number
  device: string
}

/** A draft goes to the server with when and on which device it was typed. */
export const asSent = ({ content, savedAt, device }: ServerDraft) => ({ content, savedAt, device })

const Sent = z.object({
  content: z.record(z.string(), z.json()),
  savedAt: z.number(),
  device: z.string(),
}) satisfies z.ZodType<ServerDraft>

/** undefined for what another program has put there. */
export const asReceived = (content: unknown): ServerDraft | undefined => Sent.safeParse(content).data

/** Typed apart from the one that is open, and older. */
export type OtherDraft = Pick<ServerDraft, 'content' | 'savedAt'>

export interface ChosenDraft {
  /** What to go on with: as it lies on this device, as the server has it, or nothing. */
  from: 'here' | 'server' | 'nowhere'
  /** Something else of one's own that was not chosen because it is older. */
  other?: OtherDraft
}

/**
 * Which of two drafts of the same thing somebody goes on with. The newest, and what it replaces is offered when both were
 * typed apart from each other. What the server once had and has no more was sent or let go of elsewhere.
 */
export function chooseDraft(here: KeptDraft | undefined, server: ServerDraft | undefined, device: string): ChosenDraft {
  if (!server) return { from: here?.content && !here.onServer ? 'here' : 'nowhere' }
  if (!here) return { from: 'server' }
  const isNewer = server.savedAt > here.savedAt
  if (here.content === null) return { from: isNewer && server.device !== device ? 'server' : 'nowhere' }
  if (server.device === device || JSON.stringify(here.content) === JSON.stringify(server.content)) {
    return { from: isNewer ? 'server' : 'here' }
  }
  if (here.onServer) return { from: 'server' }
  return isNewer
    ? { from: 'server', other: { content: here.content, savedAt: here.savedAt } }
    : { from: 'here', other: { content: server.content, savedAt: server.savedAt } }
}
