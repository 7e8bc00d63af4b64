import { Combobox as Base } from '@base-ui/react/combobox'
import { Check, ChevronDown, ChevronLeft, Search } from 'lucide-react'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { cx } from '../../lib/cx.ts'
import { useIsPhone } from '../../lib/media.ts'
import { marked, rank } from '../../lib/rank.ts'
import type { ComboboxOption, ComboboxProps } from './combobox.tsx'
import { useFieldControl, useFieldGroup } from './field.tsx'
import { controlClass, controlHeight, disabledControlClass } from './input.tsx'
import { optionClass, overlayListClass } from './overlay.ts'
import type { Beginning } from './use-first-use.ts'

export interface ComboboxContentProps extends ComboboxProps {
  begun: Beginning
}

/** The whole control, from its first use on. */
export default function ComboboxContent(props: ComboboxContentProps) {
  const { value, onChange, options, placeholder = 'Search', onSearch, onReopen, disabled = false, begun } = props
  const [query, setQuery] = useState('')
  const isPhone = useIsPhone()
  // on a phone only once it stands: what fills the screen would take the focus before it is in place, and the page scroll to it
  const [isOpen, setOpen] = useState(begun.startsOpen && !isPhone)
  const field = useFieldControl(props)
  // Not by the label's `for` alone: it is hidden from screen readers while the list is open.
  const { 'aria-labelledby': labelledBy } = useFieldGroup()
  const chosen = options.find((option) => option.value === value) ?? null
  const searching = query !== '' && query !== chosen?.label
  const hits = useMemo(
    () => (searching && !onSearch ? rank(options, query) : [...options]).slice(0, MOST),
    [options, query, searching, onSearch],
  )
  const control = useRef<HTMLInputElement & HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it takes the place of what was typed in
  useLayoutEffect(() => {
    if (begun.takesFocus) control.current?.focus()
    setOpen(begun.startsOpen)
    const input = control.current
    if (!input || isPhone) return
    // once all of it stands, and before the next key
    queueMicrotask(() => {
      if (begun.typed !== (chosen?.label ?? '')) typeInto(input, begun.typed)
      if (begun.takesFocus) input.setSelectionRange(...begun.selected)
    })
  }, [])
  const search = (text: string) => {
    setQuery(text)
    onSearch?.(text)
  }

  return (
    <Base.Root<ComboboxOption, false>
      items={options}
      filteredItems={hits}
      value={chosen}
      onValueChange={(option) => onChange(option?.value ?? null)}
      isItemEqualToValue={(a, b) => a.value === b.value}
      onInputValueChange={search}
      open={isOpen}
      onOpenChange={(opens) => {
        setOpen(opens)
        if (opens) onReopen?.()
      }}
      autoHighlight
      disabled={disabled}
    >
      {isPhone ? (
        <Base.Trigger
          ref={control}
          {...field}
          aria-label={props['aria-label']}
          className={cx(controlClass, controlHeight, 'text-left')}
        >
          {chosen?.icon}
          <span className={cx('clip flex-1', !chosen && 'text-ink-3')}>{chosen?.label ?? placeholder}</span>
          <ChevronDown aria-hidden="true" className="size-4 flex-none text-ink-3" strokeWidth={1.75} />
        </Base.Trigger>
      ) : (
        <Base.InputGroup className={cx(controlClass, controlHeight, disabled && disabledControlClass)}>
          <Search aria-hidden="true" className="size-4 flex-none text-ink-3" strokeWidth={1.75} />
          <Base.Input
            ref={control}
            {...field}
            aria-label={props['aria-label']}
            aria-labelledby={labelledBy}
            placeholder={placeholder}
            className="h-full min-w-0 flex-1 bg-transparent outline-none disabled:cursor-not-allowed"
          />
          <Base.Trigger
            aria-label="Show all"
            tabIndex={-1}
            className="-mr-1 grid size-6 flex-none place-items-center rounded-sm"
          >
            <ChevronDown aria-hidden="true" className="size-4 text-ink-3" strokeWidth={1.75} />
          </Base.Trigger>
        </Base.InputGroup>
      )}
      <Base.Portal>
        <Base.Positioner sideOffset={4} collisionPadding={8} className="full-positioner z-40 outline-none">
          <Base.Popup
            {...(isPhone && { 'aria-label': props['aria-label'] ?? placeholder })}
            className={cx(
              overlayListClass,
              'md:w-(--anchor-width) md:min-w-70 max-md:flex max-md:h-dvh max-md:max-h-none max-md:flex-col max-md:rounded-none max-md:p-0',
            )}
          >
            {isPhone && (
              <div className="flex h-13 flex-none items-center border-b border-line pr-4">
                <Base.Trigger aria-label="Close" className="grid size-11 flex-none place-items-center rounded-lg">
                  <ChevronLeft aria-hidden="true" className="size-5" strokeWidth={1.75} />
                </Base.Trigger>
                <Base.Input
                  placeholder={placeholder}
                  className="h-full min-w-0 flex-1 bg-transparent text-lg outline-none"
                />
              </div>
            )}
            <HitList {...props} hits={hits} query={searching ? query : ''} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** As if it had been typed here: the list opens, and its first hit is ready for Enter. */
function typeInto(input: HTMLInputElement, text: string): void {
  // past React, which otherwise takes it for its own change
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
  input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }))
}

/** More are not read anyway; typing narrows. */
const MOST = 100

function HitList({
  hits,
  query,
  options,
  heading,
  loading = false,
  emptyText = 'Nothing fits. Try another word.',
}: ComboboxProps & { hits: ComboboxOption[]; query: string }) {
  return (
    <div className="min-h-0 max-md:flex-1 max-md:overflow-y-auto">
      <Base.Status className={headingClass}>
        {loading ? 'Searching' : hits.length > 0 && heading ? heading(hits.length, options.length) : null}
      </Base.Status>
      <Base.Empty className="empty:hidden">
        {!loading && <div className="px-2 py-3 text-ink-3 max-md:px-4">{emptyText}</div>}
      </Base.Empty>
      <Base.List>
        {(option: ComboboxOption) => (
          <Base.Item key={option.value} value={option} className={cx(optionClass, 'max-md:min-h-14')}>
            {option.icon}
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              {option.marked ?? <Marked text={option.label} query={query} />}
              <OptionHint option={option} query={query} />
            </span>
            <Base.ItemIndicator>
              <Check aria-hidden="true" className="size-4 text-accent-ink" strokeWidth={1.75} />
            </Base.ItemIndicator>
          </Base.Item>
        )}
      </Base.List>
    </div>
  )
}

function OptionHint({ option, query }: { option: ComboboxOption; query: string }) {
  const alias =
    query && marked(option.label, query).length < 2
      ? option.keywords?.find((word) => marked(word, query).length > 1)
      : undefined
  if (alias) {
    return (
      <span className="text-ink-3">
        {' '}
        also called <Marked text={alias} query={query} />
      </span>
    )
  }
  return option.hint ? <span className="text-ink-3"> {option.hint}</span> : null
}

function Marked({ text, query }: { text: string; query: string }) {
  return marked(text, query).map((part, index) =>
    index % 2 === 1 ? (
      <mark
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, always in this order
        key={index}
        className="bg-transparent font-semibold text-inherit underline decoration-control decoration-2 underline-offset-3"
      >
        {part}
      </mark>
    ) : (
      part
    ),
  )
}

const headingClass = 'px-2 pt-1.5 pb-1 text-xs text-ink-3 empty:hidden max-md:px-4 max-md:text-sm'
