const LONGEST_SIDE = 2560
const SMALL_ENOUGH = 400_000

/**
 * A photo as it is sent: upright, at most 2560 pixels long, without what the camera wrote into it about place and time. What
 * the browser cannot read, is no photo, or would not get smaller goes as it is.
 */
export async function shrinkPhoto(file: File): Promise<File> {
  const isPhoto = /^image\/(jpeg|png|webp|heic|heif|avif|bmp)$/.test(file.type)
  if (!isPhoto || (file.size <= SMALL_ENOUGH && file.type === 'image/png')) return file
  const small = await asJpeg(file).catch(() => null)
  if (!small || (small.size >= file.size && /jpeg|png|webp/.test(file.type))) return file
  return new File([small], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' })
}

async function asJpeg(file: Blob): Promise<Blob | null> {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * scale)
  canvas.height = Math.round(image.height * scale)
  const context = canvas.getContext('2d')
  if (!context) return null
  // what is transparent would become black
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  image.close()
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
}
