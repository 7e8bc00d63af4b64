import { Combobox } from '@base-ui/react/combobox'
import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { IconButton } from '../../../components/ui/button.tsx'
import { controlClass } from '../../../components/ui/input.tsx'
import { cx } from '../../../lib/cx.ts'
import { useIsPhone } from '../../../lib/media.ts'

interface PickerSearchProps {
  ref: Ref<HTMLInputElement>
  query: string
  onClear: () => void
  onClose: () => void
}

/** Where one types what it is about; on a phone with a bar to close the whole screen. */
export function PickerSearch({ ref, query, onClear, onClose }: PickerSearchProps) {
  const isPhone = useIsPhone()
  return (
    <div className="flex-none border-line md:border-b md:p-1">
      {isPhone && (
        <div className="flex h-13 items-center gap-1 border-line border-b px-1">
          <IconButton icon={X} label="Close" onClick={onClose} />
          <span className="font-semibold text-lg">What is it about?</span>
        </div>
      )}
      <div className="max-md:px-4 max-md:py-3">
        <div
          className={cx(
            controlClass,
            'h-8 pl-2.5 max-md:h-11 max-md:pl-3 md:border-transparent md:outline-none! md:focus-within:border-transparent',
          )}
        >
          <Search aria-hidden className="size-4 flex-none text-ink-3" strokeWidth={1.75} />
          <Combobox.Input
            ref={ref}
            aria-label="Search categories"
            placeholder="Search, such as “AC” or “refund”"
            autoComplete="off"
            enterKeyHint="done"
            className="h-full min-w-0 flex-1 bg-transparent outline-none"
          />
          {query !== '' && <IconButton icon={X} label="Clear search" size="sm" onClick={onClear} />}
        </div>
      </div>
    </div>
  )
}
