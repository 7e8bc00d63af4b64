import type { AnyRouter } from '@tanstack/react-router'

/**
 * After going to another page the focus is at its heading, so that the keyboard and a screen reader start there. A page that put
 * the focus somewhere itself (a field, the row one came from) is left alone.
 */
export function watchFocus(router: AnyRouter): void {
  router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    if (!fromLocation || !pathChanged) return
    requestAnimationFrame(() => {
      const main = document.querySelector<HTMLElement>('main')
      if (!main || (document.activeElement !== main && main.contains(document.activeElement))) return
      const heading = [...document.querySelectorAll<HTMLElement>('h1')].find((each) => each.checkVisibility())
      const target = heading ?? main
      target.tabIndex = -1
      target.focus({ preventScroll: true })
    })
  })
}
