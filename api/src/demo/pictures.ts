import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { visibleFields } from '@physique57/contracts'
import type { Insertable } from 'kysely'
import sharp from 'sharp'
import type { Files } from '../adapters/files/files.ts'
import type { Tables } from '../db/tables.ts'
import { shrink } from '../features/files/shrink.ts'
import { type Drawing, drawings } from './drawings.ts'
import type { Story } from './story.ts'
import { timedId } from './timed-id.ts'

/** What somebody photographed, by subcategory. */
const photographed: Record<string, { drawing: Drawing; name: string }> = {
  'Temperature Control': { drawing: 'acPanel', name: 'ac-panel.jpg' },
  'Washroom/Shower': { drawing: 'leak', name: 'under the basin.jpg' },
  Equipment: { drawing: 'brokenMirror', name: 'IMG_2041.jpg' },
  'App/Website': { drawing: 'errorScreen', name: 'ऐप खुल नहीं रहा.jpg' },
  'Lost & Found': { drawing: 'lostEarring', name: 'earring.jpg' },
}

/** How many of the newest tickets of a kind have their photo. */
const EACH = 3

export interface Picture {
  id: string
  story: Story
  name: string
  drawing: Drawing
}

/** The newest tickets whose form asks for a photo have one. */
export function withPictures(stories: readonly Story[]): { stories: Story[]; pictures: Picture[] } {
  const pictures: Picture[] = []
  const told = stories.toReversed().map((story): Story => {
    const { subcategory, createdAt, answers } = story.report
    const photo = photographed[subcategory.name]
    const question = visibleFields(subcategory.form, answers).find(({ type }) => type === 'file')
    const already = pictures.filter((one) => one.story.report.subcategory.name === subcategory.name)
    if (!photo || !question || already.length === EACH) return story

    const id = timedId(createdAt, 0, `photo ${story.id}`)
    pictures.push({ id, story, ...photo })
    return { ...story, report: { ...story.report, answers: { ...answers, [question.key]: [id] } } }
  })
  return { stories: told.reverse(), pictures }
}

/** Draws them, keeps their bytes, and gives back their rows. */
export const storePictures = (pictures: Picture[], files: Files): Promise<Insertable<Tables['ticketAttachments']>[]> =>
  Promise.all(
    pictures.map(async ({ id, story, name, drawing }) => {
      const bytes = await sharp(Buffer.from(drawings[drawing]())).jpeg({ quality: 80 }).toBuffer()
      await files.append(id, 0, Readable.from([bytes]))
      await files.writeThumbnail(id, await shrink(bytes))
      return {
        id,
        ticketId: story.id,
        uploadedByUserId: story.report.reporter.id,
        name,
        contentType: 'image/jpeg',
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest(),
        status: 'ready' as const,
        width: 800,
        height: 600,
        thumbnail: 'ready' as const,
        createdAt: story.report.createdAt,
      }
    }),
  )
