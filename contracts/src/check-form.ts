import type { FieldError } from './errors.ts'
import type { Condition, FormField } from './forms.ts'

/**
 * What is wrong with a form as a whole, by path (`2.visibleWhen`): nobody could fill it in, or a condition that can
 * never hold. Each field alone is checked by `FormField`.
 */
export function checkForm(fields: readonly FormField[]): FieldError[] {
  return fields.flatMap((field, index) => {
    const above = fields.slice(0, index)
    const problems = [
      ...(above.some(({ key }) => key === field.key) ? [{ path: 'key', message: `"${field.key}" is used above` }] : []),
      ...checkLimits(field),
      ...(field.visibleWhen ? checkCondition(field.visibleWhen, field, above, fields) : []),
    ]
    return problems.map(({ path, message }) => ({ path: `${index}.${path}`, message }))
  })
}

function checkLimits(field: FormField): FieldError[] {
  if (field.type === 'number' && field.min !== undefined && field.max !== undefined && field.min > field.max) {
    return [{ path: 'min', message: 'The smallest value is above the largest' }]
  }
  if ('options' in field) {
    const values = field.options.map(({ value }) => value)
    return values.flatMap((value, index) =>
      values.indexOf(value) === index
        ? []
        : [{ path: `options.${index}.value`, message: `"${value}" is offered twice` }],
    )
  }
  return []
}

function checkCondition(
  condition: Condition,
  field: FormField,
  above: readonly FormField[],
  fields: readonly FormField[],
): FieldError[] {
  const problem = (message: string) => [{ path: 'visibleWhen', message }]
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : null
  if (parts) return parts.flatMap((part) => checkCondition(part, field, above, fields))
  if (!('field' in condition)) return []

  const asked = above.find(({ key }) => key === condition.field)
  if (!asked) {
    const exists = fields.some(({ key }) => key === condition.field)
    return problem(exists ? `"${condition.field}" is not above this field` : `There is no field "${condition.field}"`)
  }
  if ('isAnswered' in condition) return []
  const wanted = 'is' in condition ? [condition.is] : condition.isOneOf
  return wanted
    .filter((value) => !canBe(asked, value))
    .flatMap((value) => problem(`"${asked.key}" is never ${JSON.stringify(value)}`))
}

function canBe(field: FormField, answer: string | number | boolean): boolean {
  if ('options' in field) return field.options.some(({ value }) => value === answer)
  if (field.type === 'checkbox') return typeof answer === 'boolean'
  if (field.type === 'number' || field.type === 'rating') return typeof answer === 'number'
  return typeof answer === 'string'
}
