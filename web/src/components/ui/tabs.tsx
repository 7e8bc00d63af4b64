import { createContext, type KeyboardEvent, type ReactNode, useContext, useEffect, useId, useRef } from 'react'

interface TabsProps<V extends string> {
  value: V
  onChange: (value: V) => void
  /** Names the list of tabs. */
  label: string
  tabs: readonly { value: V; label: ReactNode; count?: ReactNode; mark?: ReactNode }[]
  /** At the right end of the bar. */
  aside?: ReactNode
  /** `TabPanel`s; or none, when the tabs choose what the rest of the page shows. */
  children?: ReactNode
}

interface TabsWiring {
  id: string
  value: string
}

const TabsContext = createContext<TabsWiring | null>(null)

/** Arrows move between tabs, Enter and Space choose: choosing may load something, so passing by does not. */
export function Tabs<V extends string>({ value, onChange, label, tabs, aside, children }: TabsProps<V>) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const chosen = tabs.find((tab) => tab.value === value)
  const isMarked = Boolean(chosen?.mark)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another one is chosen, they are no longer the same, or it grows
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [value, tabs.length, chosen?.count, isMarked])
  return (
    <div className={children ? 'flex min-h-0 flex-1 flex-col' : 'flex-none'}>
      <div className="flex h-(--bar) flex-none items-stretch border-b border-line px-3 max-md:h-[45px] max-md:px-1">
        <div
          ref={list}
          role="tablist"
          aria-label={label}
          onKeyDown={moveFocus}
          className="flex min-w-0 flex-1 items-stretch gap-0.5 overflow-x-auto [scrollbar-width:none]"
        >
          {tabs.map((tab) => {
            const isOn = tab.value === value
            return (
              <button
                key={tab.value}
                type="button"
                role="tab"
                id={`${id}-${tab.value}`}
                aria-selected={isOn}
                aria-controls={children ? `${id}-${tab.value}-panel` : undefined}
                tabIndex={isOn ? 0 : -1}
                onClick={() => onChange(tab.value)}
                className="group/tab relative inline-flex flex-none items-center justify-center gap-1.5 rounded-md px-2 text-sm whitespace-nowrap text-ink-2 hover:text-ink focus-visible:-outline-offset-3 aria-selected:font-medium aria-selected:text-ink max-md:min-w-11 max-md:grow max-md:text-lg"
              >
                {tab.label}
                {tab.count !== undefined && (
                  <span className="num font-normal text-ink-3 forced-colors:text-inherit">{tab.count}</span>
                )}
                {tab.mark}
                <span className="absolute inset-x-2 bottom-0 hidden h-0.5 bg-accent group-aria-selected/tab:block" />
              </button>
            )
          })}
        </div>
        {aside}
      </div>
      {children && <TabsContext value={{ id, value }}>{children}</TabsContext>}
    </div>
  )
}

export function TabPanel({ value, className, children }: { value: string; className?: string; children: ReactNode }) {
  const tabs = useContext(TabsContext)
  if (!tabs || tabs.value !== value) return null
  return (
    <div
      role="tabpanel"
      id={`${tabs.id}-${value}-panel`}
      aria-labelledby={`${tabs.id}-${value}`}
      className={className ?? 'min-h-0 flex-1'}
    >
      {children}
    </div>
  )
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')]
  const at = event.target instanceof HTMLElement ? tabs.indexOf(event.target) : -1
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  tabs.at(to % tabs.length)?.focus()
}
