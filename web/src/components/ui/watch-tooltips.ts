const DELAY = 400
/** Moving on to the next one within this time shows it at once. */
const WARM = 300
/** Time to move the pointer onto the tooltip itself. */
const GRACE = 120
/** No scrolling for this long. */
const REST = 120

/** Tells which element's tooltip is due now; Escape, a press, scrolling or leaving takes it away. */
export function watchTooltips(show: (target: HTMLElement | null) => void): () => void {
  let shown: HTMLElement | null = null
  let hiddenAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let resting: ReturnType<typeof setTimeout> | undefined

  const set = (target: HTMLElement | null): void => {
    clearTimeout(timer)
    if (shown && !target) hiddenAt = Date.now()
    if (shown !== target) show(target)
    shown = target
  }
  const soon = (target: HTMLElement | null, delay: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => set(target?.isConnected ? target : null), delay)
  }
  const hover = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return
    const over = event.target instanceof Element ? event.target : null
    const target = tooltipOf(over)
    if (target === shown || over?.closest('[data-tooltip-layer]')) clearTimeout(timer)
    else if (target) soon(target, shown || Date.now() - hiddenAt < WARM ? 0 : DELAY)
    else soon(null, GRACE)
  }
  const focus = (event: FocusEvent): void => {
    const target = tooltipOf(event.target instanceof Element ? event.target : null)
    set(target?.matches(':focus-visible') ? target : null)
  }
  const leave = (): void => {
    clearTimeout(resting)
    set(null)
  }
  /** The focus may have scrolled its element into sight, after it was announced: then it shows once that has come to rest. */
  const scroll = (): void => {
    leave()
    resting = setTimeout(() => {
      const target = tooltipOf(document.activeElement)
      if (target?.matches(':focus-visible')) set(target)
    }, REST)
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') leave()
  }

  const listening = new AbortController()
  const on = { signal: listening.signal, capture: true, passive: true }
  document.addEventListener('pointerover', hover, on)
  document.addEventListener('focusin', focus, on)
  document.addEventListener('focusout', leave, on)
  document.addEventListener('pointerdown', leave, on)
  document.addEventListener('scroll', scroll, on)
  document.addEventListener('keydown', key, on)
  return () => {
    clearTimeout(timer)
    clearTimeout(resting)
    listening.abort()
  }
}

/** None while its own menu or panel is open. */
function tooltipOf(element: Element | null): HTMLElement | null {
  const target = element?.closest<HTMLElement>('[data-tooltip]') ?? null
  return target?.getAttribute('aria-expanded') === 'true' ? null : target
}
