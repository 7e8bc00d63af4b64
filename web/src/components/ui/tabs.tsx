import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

interface TabsProps<V extends string> {
  value: V
  onChange: (value: V) => void
  /** Names the list of tabs. */
  label: string
  tabs: readonly { value: V; label: ReactNode; count?: number | undefined }[]
  /** At the right end of the bar. */
  aside?: ReactNode
  /** `TabPanel`s. */
  children?: ReactNode
}

export function Tabs<V extends string>({ value, onChange, label, tabs, aside, children }: TabsProps<V>) {
  return (
    <Base.Root value={value} onValueChange={onChange} className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-(--bar) flex-none items-stretch border-b border-line px-3 max-md:h-[45px] max-md:px-1">
        <Base.List
          aria-label={label}
          className="flex min-w-0 flex-1 items-stretch gap-0.5 overflow-x-auto [scrollbar-width:none]"
        >
          {tabs.map((tab) => (
            <Base.Tab
              key={tab.value}
              value={tab.value}
              className="group/tab relative inline-flex flex-none items-center justify-center gap-1.5 rounded-md px-2 text-sm whitespace-nowrap text-ink-2 hover:text-ink focus-visible:-outline-offset-3 data-active:font-medium data-active:text-ink max-md:min-w-11 max-md:flex-1 max-md:text-lg"
            >
              {tab.label}
              {tab.count !== undefined && <span className="num font-normal text-ink-3">{tab.count}</span>}
              <span className="absolute inset-x-2 bottom-0 hidden h-0.5 bg-accent group-data-active/tab:block" />
            </Base.Tab>
          ))}
        </Base.List>
        {aside}
      </div>
      {children}
    </Base.Root>
  )
}

export function TabPanel({ value, className, children }: { value: string; className?: string; children: ReactNode }) {
  return (
    <Base.Panel value={value} className={className ?? 'min-h-0 flex-1'}>
      {children}
    </Base.Panel>
  )
}
