import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import type { Device } from './people.ts'

/** What a page has to be looked at on. */
export const devices = ['desk', 'phone'] as const satisfies Device[]

/** The page that is open is there, axe finds nothing serious in it, and it does not scroll sideways. `name` says which it was. */
export async function expectUsable(page: Page, name: string) {
  await expect(page.getByRole('heading').first()).toBeVisible()
  // no skeleton is left, but where they are shown on purpose; the live stream keeps the network from ever being idle
  if (name !== 'design') await expect(page.locator('.animate-breathe')).toHaveCount(0)
  await withoutSeriousFindings(page, name)
  await withoutSidewaysScrolling(page, name)
}

/** Axe on what is on screen now, or on a part of it, in both themes. */
export async function withoutSeriousFindings(page: Page, name: string, within?: string) {
  const [shown, other] = (await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
    ? (['dark', 'light'] as const)
    : (['light', 'dark'] as const)
  await expectNoSerious(page, `${name}, ${shown}`, within)
  await page.emulateMedia({ colorScheme: other })
  // nothing but colours depends on the theme
  await expectNoSerious(page, `${name}, ${other}`, within, ['color-contrast'])
  await page.emulateMedia({ colorScheme: shown })
}

async function expectNoSerious(page: Page, name: string, within?: string, rules?: string[]) {
  // half faded in or out, a message has no colour of its own yet
  await page.waitForFunction(
    () => !document.getAnimations().some((each) => each instanceof CSSTransition && each.playState === 'running'),
  )
  // Base UI's own markers around a focus trap; without frames there is nothing for axe to open another page for
  const axe = new AxeBuilder({ page }).exclude('[data-base-ui-focus-guard]').setLegacyMode()
  // what it found in order nobody reads, and style sheets of others there are none: both would take a third of its time
  axe.options({ resultTypes: ['violations'], preload: false })
  if (within) axe.include(within)
  if (rules) axe.withRules(rules)
  const { violations } = await axe.analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    name,
  ).toEqual([])
}

export async function withoutSidewaysScrolling(page: Page, name: string) {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `${name} scrolls sideways`).toBe(0)
}

/** WCAG 2.2 asks for 24 px, a thumb for 44; links inside text are excepted. */
export async function withoutSmallTargets(page: Page) {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], input, textarea, [role=tab]')]
      .filter((each) => each.checkVisibility() && each.getAttribute('aria-hidden') !== 'true' && each.tabIndex >= 0)
      .map((each) => ({ each, box: (each.closest('label') ?? each).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.height < 42 || box.width < 42))
      .map(({ each, box }) => `${each.innerText || each.ariaLabel || each.outerHTML}: ${box.width} × ${box.height}`),
  )
  expect(small).toEqual([])
}
