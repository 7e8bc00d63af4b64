import type { ReactNode } from 'react'
import { type ControllerRenderProps, type FieldPath, useController } from 'react-hook-form'
import { Field } from '../../../components/ui/field.tsx'
import { fieldId, focusField } from './focus-field.ts'
import { LabelButton } from './label-button.tsx'
import type { NewTicketValues } from './new-ticket.ts'

type Path = FieldPath<NewTicketValues>

interface TicketFieldProps<N extends Path> {
  name: N
  label: string
  optional?: boolean
  help?: string | undefined
  group?: boolean
  /** One choice that may be taken back. */
  clearable?: boolean
  /** A moment that has passed, often just now. */
  past?: boolean
  className?: string | undefined
  children: (field: ControllerRenderProps<NewTicketValues, N>) => ReactNode
}

/** One question of the create form, with what is wrong with its answer. */
export function TicketField<N extends Path>({
  name,
  clearable,
  past,
  children,
  className,
  ...labels
}: TicketFieldProps<N>) {
  const { field, fieldState } = useController<NewTicketValues, N>({ name })
  const clear = () => {
    field.onChange(null)
    focusField(name)
  }
  return (
    <Field
      id={fieldId(name)}
      error={fieldState.error?.message}
      {...labels}
      aside={
        past ? (
          <LabelButton label={`${labels.label}: now`} onClick={() => field.onChange(thisMinute())}>
            Now
          </LabelButton>
        ) : (
          clearable &&
          field.value && (
            <LabelButton label={`Clear ${labels.label}`} onClick={clear}>
              Clear
            </LabelButton>
          )
        )
      }
      {...(className !== undefined && { className })}
    >
      {children(field)}
    </Field>
  )
}

const thisMinute = (): string => new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString()
