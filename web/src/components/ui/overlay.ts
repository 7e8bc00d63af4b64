/** Dims the page behind an overlay that became a bottom sheet; on a desk a menu dims nothing. */
export const overlayBackdropClass = 'fixed inset-0 z-40 bg-scrim md:hidden'

/** A floating list: menu, select, combobox. On a phone it is a sheet at the bottom edge. */
export const overlayListClass =
  'overlay-in max-h-[min(var(--available-height),400px)] overflow-y-auto overscroll-contain rounded-lg bg-raised p-1 text-sm text-ink shadow-overlay outline-none ' +
  'max-md:max-h-[75dvh] max-md:rounded-b-none max-md:px-0 max-md:pt-2 max-md:pb-[max(8px,env(safe-area-inset-bottom))] max-md:text-lg max-md:shadow-dialog'

export const optionClass =
  'flex w-full min-h-[30px] cursor-default items-center gap-2 rounded-sm px-2 py-1 text-left outline-none select-none ' +
  'data-highlighted:bg-pressed data-disabled:text-ink-disabled max-md:min-h-11 max-md:gap-3 max-md:rounded-none max-md:px-4'

/** A floating panel: popover and explanation. */
export const panelClass =
  'overlay-in max-h-(--available-height) overflow-y-auto overscroll-contain rounded-lg bg-raised text-ink shadow-overlay outline-none ' +
  'max-md:max-h-[85dvh] max-md:rounded-b-none max-md:pb-[env(safe-area-inset-bottom)] max-md:shadow-dialog'
