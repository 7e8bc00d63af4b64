import { expect, test } from '@playwright/test'
import { apiFor, newPerson, signIn } from '../people.ts'
import { logTicket } from '../tickets.ts'
import { expectUsable, withoutSeriousFindings } from '../usable.ts'

for (const device of ['desk', 'phone'] as const) {
  test(`the list is narrowed by any field and by answers, on a ${device}`, async ({ browser }) => {
    const tag = `zebra ${Date.now()}`
    const title = `Stepper squeaks ${Date.now()} ${device}`
    // news of others' tickets would cover the sheet
    const name = await newPerson('manager')
    const client = `Zubeida Testwalla ${Date.now()}`
    await logTicket(await apiFor(name), title, {
      priority: 'low',
      source: 'whatsapp',
      tags: [tag],
      client: { name: client },
    })
    const { page, context } = await signIn(browser, name, device, { at: '/tickets' })
    // the most used tags, of which it is none
    await page.route('**/api/tags', (route) => route.fulfill({ json: { items: [] } }))
    const ticket = page.getByRole('link', { name: title })
    const filter = page.getByRole('button', { name: 'Filter', exact: true })
    const panel = page.getByRole('dialog', { name: 'Filter' })
    const chip = (name: string) => page.getByRole('group', { name: `Filter ${name}` })
    await expect(ticket).toBeVisible()

    await test.step('a field is found by its name, and its value ticked', async () => {
      await filter.click()
      await panel.getByLabel('Find a field').fill('sour')
      await panel.getByRole('button', { name: 'Source', exact: true }).click()
      await panel.getByRole('checkbox', { name: 'WhatsApp' }).click()
      await withoutSeriousFindings(page, 'filter', '[role="dialog"]')
      await page.keyboard.press('Escape')
      await expect(chip('Source')).toContainText('WhatsApp')
      await expect(page).toHaveURL(/filter=source/)
      await expect(ticket).toBeVisible()
    })

    await test.step('"is" becomes "is not"', async () => {
      await chip('Source')
        .getByRole('button', { name: /change how/ })
        .click()
      await page.getByRole('menuitemradio', { name: 'is not' }).click()
      await expect(page).toHaveURL(/filter=-source/)
      await expect(ticket).toHaveCount(0)
      await chip('Source').getByRole('button', { name: 'Remove filter Source' }).click()
      await expect(chip('Source')).toHaveCount(0)
      await expect(ticket).toBeVisible()
    })

    await test.step('a tag that is not among the most used is asked of the server', async () => {
      await filter.click()
      await panel.getByLabel('Find a field').fill('tag')
      await panel.getByRole('button', { name: 'Tag', exact: true }).click()
      await expect(panel.getByRole('checkbox')).toHaveCount(1)
      await panel.getByLabel('Find in Tag').fill(tag.slice(0, -3).toUpperCase())
      await panel.getByRole('checkbox', { name: tag, exact: true }).click()
      await expect(page).toHaveURL(/filter=tag/)
      await expect(ticket).toBeVisible()
      await panel.getByLabel('Find in Tag').fill('')
      await expect(panel.getByRole('checkbox', { name: tag, exact: true })).toBeChecked()
      await page.keyboard.press('Escape')
      await chip('Tag').getByRole('button', { name: 'Remove filter Tag' }).click()
      await expect(chip('Tag')).toHaveCount(0)
    })

    await test.step('a client is looked for, and the chip calls them by name', async () => {
      await filter.click()
      await panel.getByLabel('Find a field').fill('client')
      await panel.getByRole('button', { name: 'Client', exact: true }).click()
      await expect(panel.getByRole('checkbox', { name: 'No client' })).toBeVisible()
      await panel.getByLabel('Find in Client').fill('zu')
      await expect(panel.getByText('Three letters of a name find a client.')).toBeVisible()
      await panel.getByLabel('Find in Client').fill(client)
      await panel.getByRole('checkbox', { name: client }).click()
      await expect(page).toHaveURL(/clientId=/)
      await page.keyboard.press('Escape')
      await expect(chip('Client')).toContainText(client)
      await expect(ticket).toBeVisible()
      await chip('Client').getByRole('button', { name: 'Remove filter Client' }).click()
      await expect(chip('Client')).toHaveCount(0)
    })

    await test.step('days from one to another', async () => {
      await filter.click()
      await panel.getByLabel('Find a field').fill('created')
      await panel.getByRole('button', { name: 'Created', exact: true }).click()
      await panel.getByLabel('From').fill('2020-02-01')
      await panel.getByLabel('To', { exact: true }).fill('2020-03-15')
      await expect(page).toHaveURL(/2020-02-01\.\.2020-03-15/)
      await expect(ticket).toHaveCount(0)
      await panel.getByLabel('To', { exact: true }).fill('2099-12-31')
      await expect(ticket).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(chip('Created')).toContainText('1 Feb 2020')
      await chip('Created').getByRole('button', { name: 'Remove filter Created' }).click()
      await expect(chip('Created')).toHaveCount(0)
    })

    await test.step('a stretch of time', async () => {
      await filter.click()
      await panel.getByLabel('Find a field').fill('created')
      await panel.getByRole('button', { name: 'Created', exact: true }).click()
      await panel.getByRole('button', { name: 'in the last 2 hours' }).click()
      await expect(chip('Created')).toContainText('in the last 2 hours')
      await expect(ticket).toBeVisible()
    })

    await test.step('a question of a form', async () => {
      await filter.click()
      await panel.getByLabel('Find a field').fill('credits')
      await panel
        .getByRole('button', { name: /credits/i })
        .first()
        .click()
      await panel.getByRole('checkbox', { name: 'No', exact: true }).click()
      await page.keyboard.press('Escape')
      await expect(page).toHaveURL(/form\.creditsDeducted/)
      await expect(ticket).toBeVisible()
      await expectUsable(page, 'narrowed list')
    })

    await test.step('a copied link shows the same, and all is taken away at once', async () => {
      await page.goto(page.url())
      await expect(chip('Created')).toBeVisible()
      await expect(ticket).toBeVisible()
      await page.getByRole('button', { name: 'Clear', exact: true }).click()
      await expect(page).not.toHaveURL(/filter=/)
    })
    await context.close()
  })
}
