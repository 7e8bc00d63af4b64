export const NARROWEST = 420
const WIDEST = 720
/** What list and sidebar keep. */
const FOR_THE_REST = 640 + 208

/** As wide as somebody wants it, as far as both sides stay usable. */
export function paneWidth(wanted: number, windowWidth: number): number {
  return Math.round(Math.max(NARROWEST, Math.min(wanted, widestPane(windowWidth))))
}

export const widestPane = (windowWidth: number): number =>
  Math.max(NARROWEST, Math.min(WIDEST, windowWidth - FOR_THE_REST))
