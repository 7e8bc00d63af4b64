import { CircleAlert } from 'lucide-react'
import { createContext, type ReactNode, useContext, useId } from 'react'

interface FieldWiring {
  id: string
  label: ReactNode
  /** Names a group, which a label's `for` cannot. */
  labelId: string
  describedBy: string | undefined
  invalid: boolean
}

const FieldContext = createContext<FieldWiring | null>(null)

interface FieldProps {
  label: ReactNode
  /** Marked as such; required is the rule and is not marked. */
  optional?: boolean | undefined
  help?: ReactNode
  /** Takes the place of the help. */
  error?: string | undefined
  /** The child is a group of controls (segments, rating, checkboxes): the label names it instead of focusing it. */
  group?: boolean
  /** Of the control; links of an error summary go to it. */
  id?: string
  /** At the right of the label, such as "Forgot it?". */
  aside?: ReactNode
  className?: string
  children: ReactNode
}

/** Label above, control, help or error below, wired together for assistive technology. */
export function Field(props: FieldProps) {
  const { label, optional, help, error, group, id: givenId, aside, className, children } = props
  const ownId = useId()
  const id = givenId ?? ownId
  const labelId = `${id}-label`
  const describedBy = error ? `${id}-error` : help ? `${id}-help` : undefined
  const labelText = (
    <>
      {label} {optional && <span className="font-normal text-ink-3">optional</span>}
    </>
  )
  const labelClass =
    'min-w-0 text-sm leading-4 font-medium text-ink touch:text-base touch:leading-5 [overflow-wrap:anywhere]'

  return (
    <div className={`grid min-w-0 content-start gap-1.5 ${className ?? ''}`}>
      <div className="flex items-center justify-between gap-2">
        {group ? (
          <span id={labelId} className={labelClass}>
            {labelText}
          </span>
        ) : (
          <label id={labelId} htmlFor={id} className={labelClass}>
            {labelText}
          </label>
        )}
        {aside}
      </div>
      <FieldContext value={{ id, label, labelId, describedBy, invalid: error !== undefined }}>{children}</FieldContext>
      {error ? (
        <FieldError id={`${id}-error`}>{error}</FieldError>
      ) : (
        help && (
          <span id={`${id}-help`} className="text-xs text-ink-3 touch:text-sm">
            {help}
          </span>
        )
      )}
    </div>
  )
}

function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span id={id} className="flex items-start gap-1 text-xs font-medium text-red touch:text-sm">
      <CircleAlert aria-hidden="true" className="mt-px size-3.5 flex-none touch:mt-[3px]" strokeWidth={2} />
      {children}
    </span>
  )
}

/** For controls inside a field that are labelled one by one. */
export function OutsideField({ children }: { children: ReactNode }) {
  return <FieldContext value={null}>{children}</FieldContext>
}

/** The label's words, for a sheet that hides the field. */
export const useFieldLabel = (): ReactNode => useContext(FieldContext)?.label

/** What a single control of a field takes: its id and what describes it. */
export function useFieldControl(given: { id?: string | undefined } = {}) {
  const field = useContext(FieldContext)
  return {
    id: given.id ?? field?.id,
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.invalid || undefined,
  }
}

/** What a group of controls takes: the label's id as its name. The group carries the field's id, so that a summary can link to it. */
export function useFieldGroup() {
  const field = useContext(FieldContext)
  return {
    id: field?.id,
    'aria-labelledby': field?.labelId,
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.invalid || undefined,
  }
}
