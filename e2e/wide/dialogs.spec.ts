import { expect, type Page, test } from '@playwright/test'
import { type Device, newPerson, signIn } from '../people.ts'
import { logTicket } from '../tickets.ts'
import { withoutSeriousFindings, withoutSidewaysScrolling } from '../usable.ts'

type Role = 'button' | 'menuitem' | 'dialog' | 'alertdialog' | 'menu' | 'tab' | 'link'
type Named = [role: Role, name: string | RegExp]

interface Overlay {
  /** Pressed one after the other by keyboard. */
  by: Named[]
  /** Where the focus comes back to; usually the first that was pressed. */
  backTo?: Named
  opens: Named
  only?: Device
  says?: string
}

const hindi = 'शावर में गरम पानी नहीं आ रहा है और क्लाइंट बहुत नाराज़ है। '
const longest = `${hindi.repeat(2)}Donaudampfschifffahrtsgesellschaftskapitänsmütze again`.padEnd(190, 'x')
const more: Named = ['button', 'More actions']

const everywhere: Overlay[] = [
  { by: [['button', 'Notifications']], opens: ['dialog', /Notifications/], only: 'desk' },
  { by: [['button', /^Your menu/]], opens: ['menu', /Your menu/], only: 'desk' },
  { by: [['button', 'More']], opens: ['menu', 'More'], only: 'phone' },
  { by: [['button', 'Choose what is pinned']], opens: ['menu', /pinned/], only: 'desk' },
  { by: [['button', 'Shortcuts']], opens: ['dialog', 'Shortcuts'], only: 'desk' },
  { by: [['button', 'Quick actions']], opens: ['menu', 'Quick actions'] },
  { by: [['button', 'Search and commands']], opens: ['dialog', 'Search and commands'] },
]

const ofList: Overlay[] = [
  { by: [['button', 'Views']], opens: ['dialog', /views/i] },
  { by: [['button', /^Filter/]], opens: ['dialog', /Filter/i] },
  { by: [['button', 'Display']], opens: ['dialog', 'Display'], only: 'desk' },
  { by: [['button', /^Sort/]], opens: ['menu', /Sort/] },
  { by: [['button', 'Export']], opens: ['dialog', /Export/] },
]

/** Of a row, where it stands. */
const row: Named = ['link', /Donaudampf/]
const ofRow: Overlay[] = [
  { by: [['button', /^Status: /]], opens: ['menu', 'Status'], backTo: row },
  { by: [['button', /^Priority: /]], opens: ['menu', 'Priority'], backTo: row },
  { by: [['button', /^Assignee: /]], opens: ['dialog', 'Assign'], backTo: row },
  { by: [['button', /^Tags:/]], opens: ['dialog', 'Tags'], backTo: row },
]

const ofFilters: Overlay[] = [
  { by: [['button', /^Status: /]], opens: ['dialog', /Status/] },
  { by: [['button', /^Status is/]], opens: ['menu', /^Status is/] },
  { by: [['button', 'Save view']], opens: ['dialog', 'Save view'] },
]

const ofSelection: Overlay[] = [
  { by: [['button', 'Assign']], opens: ['dialog', /^Assign 1 ticket/] },
  { by: [['button', 'Status']], opens: ['menu', 'Status'] },
  {
    by: [
      ['button', 'Status'],
      ['menuitem', 'Resolved…'],
    ],
    opens: ['dialog', /^Resolve 1 ticket/],
  },
  {
    by: [
      ['button', 'Status'],
      ['menuitem', 'Reopened…'],
    ],
    opens: ['dialog', /^Reopen 1 ticket/],
  },
  { by: [['button', 'Priority']], opens: ['menu', 'Priority'] },
  { by: [['button', 'Tags']], opens: ['dialog', /^Tag 1 ticket/] },
  { by: [['button', 'Delete']], opens: ['alertdialog', /^Delete 1 ticket/] },
]

const ofBoard: Overlay[] = [{ by: [['button', /^Move P57/]], opens: ['menu', /Move/] }]

const ofCalendar: Overlay[] = [{ by: [['button', /^By:/]], opens: ['menu', /By/] }]

const ofTicket: Overlay[] = [
  { by: [['button', /^Status:/]], opens: ['menu', /Status/], only: 'desk' },
  { by: [['button', /^Priority:/]], opens: ['menu', /Priority/], only: 'desk' },
  { by: [['button', /Assign$/]], opens: ['dialog', /Assign/], only: 'desk' },
  { by: [['button', /^First response/]], opens: ['dialog', /First response/], only: 'desk' },
  { by: [['button', 'Resolve']], opens: ['dialog', /^Resolve/], only: 'desk' },
  { by: [['button', 'Edit']], opens: ['dialog', /^Edit/], only: 'desk' },
  { by: [['button', 'Escalate']], opens: ['dialog', /^Escalate/], only: 'desk' },
  { by: [more], opens: ['menu', 'More actions'] },
  { by: [more, ['menuitem', 'Edit…']], opens: ['dialog', /^Edit/], only: 'phone' },
  { by: [more, ['menuitem', 'Escalate…']], opens: ['dialog', /^Escalate/], only: 'phone' },
  { by: [more, ['menuitem', 'Merge into…']], opens: ['dialog', /^Merge/] },
  { by: [more, ['menuitem', 'Delete…']], opens: ['alertdialog', /^Delete/] },
  { by: [['button', /^About this note/]], opens: ['menu', /About this note/] },
]

const ofReplies: Overlay[] = [{ by: [['button', 'New reply']], opens: ['dialog', /reply/i] }]

/** When the server answers with an error of its own, they say so and what to do. */
const failing: Overlay[] = [
  {
    by: [['button', 'Notifications']],
    opens: ['dialog', /Notifications/],
    says: 'Your notifications could not be loaded',
    only: 'desk',
  },
  {
    by: [['button', /Assign$/]],
    opens: ['dialog', /Assign/],
    says: 'Colleagues and teams could not be loaded.',
    only: 'desk',
  },
  { by: [more, ['menuitem', 'Merge into…']], opens: ['dialog', /^Merge/] },
  { by: [['button', 'Quick actions']], opens: ['menu', 'Quick actions'], only: 'desk' },
]

for (const device of ['desk', 'phone'] as const) {
  test(`every dialog and menu opens by key, keeps and returns the focus, and can be read in both themes: ${device}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000) // some twenty of them, and axe in two themes on each
    const { page, api } = await signIn(browser, await newPerson('admin'), device, { at: '/tickets' })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const ticket = await logTicket(api, longest, { description: hindi.repeat(8) })
    await api(`/tickets/${ticket.id}/responses`, { kind: 'note', body: longest })
    await api('/views', { name: hindi.slice(0, 60).trim(), audience: 'private', search: { view: 'all' } })

    // of one ticket, because axe goes through all of the page
    const list = `/tickets?view=all&q=${ticket.key}`
    const expectAll = async (path: string, overlays: Overlay[]) => {
      await page.goto(path)
      await expect(page.getByRole('heading').first()).toBeVisible()
      await expect(page.locator('.animate-breathe')).toHaveCount(0)
      await expectEach(overlays, `at ${path}`)
    }
    const expectEach = async (overlays: Overlay[], where: string) => {
      for (const overlay of overlays.filter(({ only = device }) => only === device))
        await test.step(`${overlay.opens[1]} ${where}`, () => expectOpened(page, overlay, device))
    }
    await expectAll(`${list}&layout=list`, [...everywhere, ...ofList])
    // on a phone the journeys of filters and of a selection look at these
    if (device === 'desk') {
      await expectAll(`${list}&columns=number,title,status,priority,assignee,tag`, ofRow)
      await expectAll(`${list}&filter=status:new,assigned,pending`, ofFilters)
      await page.getByRole('checkbox', { name: `Select ${ticket.key}` }).check()
      await expectEach(ofSelection, 'with a ticket selected')
    }
    await expectAll(`/tickets/${ticket.id}`, ofTicket)
    await expectAll(`${list}&layout=board`, ofBoard)
    await expectAll(`${list}&layout=calendar`, ofCalendar)
    await expectAll('/canned-replies', ofReplies)

    const asked =
      /\/api\/(notifications|tickets\/[^/]+\/(related|assignable)|assignable|users|teams|drafts|tickets\/totals|views)/
    await page.route(asked, (route) => route.fulfill({ status: 500, body: '' }))
    await expectAll(`/tickets/${ticket.id}`, failing)
  })
}

const scrollsSideways = (overlay: Element): string[] =>
  [overlay, ...overlay.querySelectorAll('*')]
    .filter((each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX === 'auto')
    .map(({ className }) => className)

async function expectOpened(page: Page, { by, opens, says, backTo = by[0] as Named }: Overlay, device: Device) {
  const there = ([role, name]: Named) =>
    page.getByRole(role, { name, ...(typeof name === 'string' && { exact: true }) }).filter({ visible: true })
  for (const each of by) {
    // a menu first takes the focus itself
    if (each[0] === 'menuitem') await expect(page.getByRole('menu').locator(':focus')).toHaveCount(1)
    await there(each).first().focus()
    await page.keyboard.press('Enter')
  }
  const overlay = there(opens).last()
  await expect(overlay).toBeVisible()
  await expect(overlay.locator(':focus').or(page.locator(':focus').and(overlay))).toHaveCount(1)
  if (says) await expect(overlay).toContainText(says)
  await expect(overlay.locator('.animate-breathe')).toHaveCount(0)
  const [role, name] = opens
  const within = `[role=${role}]:not([aria-hidden])`
  await withoutSeriousFindings(page, `${name} on a ${device}`, within)
  await withoutSidewaysScrolling(page, `${name} on a ${device}`)
  expect(await overlay.evaluate(scrollsSideways), `${name} on a ${device} scrolls sideways inside`).toEqual([])
  await page.keyboard.press('Escape')
  await expect(overlay).toBeHidden()
  await expect(there(backTo).first()).toBeFocused()
}
