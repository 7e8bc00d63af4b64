import { describe, expect, test } from 'vitest'
import { columnLabel, isFormColumn, TicketColumnName, TicketColumns, usualColumns } from './ticket-columns.ts'
import { ticketFields } from './ticket-fields.ts'

describe('the columns of a list', () => {
  test('are called what the filters of the same name are called', () => {
    expect(TicketColumnName.options.map(columnLabel)).toEqual(
      TicketColumnName.options.map((key) => (key === 'number' ? 'No.' : ticketFields[key].label)),
    )
  })

  test('each has a name of its own, so that the heads can be told apart', () => {
    const labels = TicketColumnName.options.map(columnLabel)
    expect(new Set(labels).size).toBe(labels.length)
  })

  test('are read from an address in the order they stand there, the answers to questions among them', () => {
    const columns = TicketColumns.parse('title,form.area,status')
    expect(columns).toEqual(['title', 'form.area', 'status'])
    expect(columns.filter(isFormColumn)).toEqual(['form.area'])
    expect(TicketColumns.parse(usualColumns.join(','))).toEqual(usualColumns)
  })

  test.each([
    ['one that no ticket has', 'title,password'],
    ['one of Object’s own', 'constructor'],
    ['a question that cannot be one', 'form.a-b'],
    ['a question without a name', 'form.'],
    ['more after the name of a question', "form.area';--"],
    ['the same twice', 'title,status,title'],
    ['none', ''],
    ['more than anybody can read', Array.from({ length: 31 }, (_, n) => `form.f${n}`).join(',')],
  ])('%s is refused', (_, columns) => {
    expect(TicketColumns.safeParse(columns).success).toBe(false)
  })
})
