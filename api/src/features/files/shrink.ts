import sharp from 'sharp'

const LONGEST_SIDE = 480

/** The small picture of an image: WebP, upright, without anything the camera wrote into it. */
export const shrink = (image: Buffer, limitInputPixels?: number): Promise<Buffer> =>
  sharp(image, limitInputPixels === undefined ? {} : { limitInputPixels })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 75 })
    .toBuffer()
