/** What a browser may show in place, and the names such a file may have: nothing in it can run as ours. */
const extensions: Record<string, readonly string[]> = {
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/avif': ['avif'],
  'application/pdf': ['pdf'],
  'video/mp4': ['mp4', 'm4v'],
  'video/webm': ['webm'],
  'video/quicktime': ['mov', 'qt'],
}

/** A file that is one thing and is called another is only downloaded. */
export function isShownInline({ name, contentType }: { name: string; contentType: string }): boolean {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  const allowed = extensions[contentType]
  return allowed !== undefined && (extension === undefined || allowed.includes(extension))
}
