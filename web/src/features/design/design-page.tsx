import { Moon, Sun } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '../../components/ui/button.tsx'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { useUi } from '../../stores/ui-store.ts'
import { exhibitId } from './exhibit.tsx'
import { ButtonExhibit } from './exhibits/buttons.tsx'
import { ChoiceExhibit } from './exhibits/choices.tsx'
import { ColourExhibit } from './exhibits/colours.tsx'
import { DateExhibit } from './exhibits/dates.tsx'
import { DialogExhibit } from './exhibits/dialogs.tsx'
import { FieldExhibit } from './exhibits/fields.tsx'
import { MenuExhibit } from './exhibits/menus.tsx'
import { MessageExhibit } from './exhibits/messages.tsx'
import { PersonExhibit } from './exhibits/people.tsx'
import { PickerExhibit } from './exhibits/pickers.tsx'
import { ScaleExhibit } from './exhibits/scales.tsx'
import { StateExhibit } from './exhibits/states.tsx'
import { TableExhibit } from './exhibits/tables.tsx'
import { TabsExhibit } from './exhibits/tabs.tsx'
import { TicketWordExhibit } from './exhibits/ticket-words.tsx'
import { WaitingExhibit } from './exhibits/waiting.tsx'
import { forceStates } from './force-states.ts'

const titles = [
  'Ticket words',
  'Buttons',
  'Fields',
  'Pickers',
  'Choices',
  'Dates and times',
  'Menus and tooltips',
  'Dialogs and sheets',
  'Messages',
  'Waiting',
  'Tabs',
  'People and facts',
  'Table',
  'Empty and failed',
  'Colour',
  'Type, space and motion',
]

/** Every shared component in every state, and the tokens they are made of. */
export function DesignPage() {
  useDocumentTitle('Design')
  useEffect(forceStates, [])
  return (
    <div className="min-h-0 flex-1 overflow-y-auto scroll-smooth">
      <div className="mx-auto grid max-w-[1280px] px-4 lg:grid-cols-[176px_minmax(0,1fr)] lg:gap-x-8 lg:px-8">
        <Contents />
        <div className="min-w-0">
          <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pt-5 pb-6 lg:pt-8">
            <div className="min-w-0">
              <h1 className="text-2xl font-semibold tracking-tight outline-none">Design</h1>
              <p className="mt-1 max-w-140 text-pretty text-ink-2 touch:text-lg">
                Every shared component in every state, live, from the code the product runs on.
              </p>
            </div>
            <ThemeSwitch />
          </header>
          <div className="grid gap-x-10 xl:grid-cols-2">
            <TicketWordExhibit />
            <ButtonExhibit />
            <FieldExhibit />
            <PickerExhibit />
            <ChoiceExhibit />
            <DateExhibit />
            <MenuExhibit />
            <DialogExhibit />
            <MessageExhibit />
            <WaitingExhibit />
            <TabsExhibit />
            <PersonExhibit />
            <TableExhibit />
            <StateExhibit />
            <ColourExhibit />
            <ScaleExhibit />
          </div>
        </div>
      </div>
    </div>
  )
}

function Contents() {
  return (
    <nav aria-label="On this page" className="sticky top-0 self-start py-8 text-sm max-lg:hidden">
      <ul className="grid gap-px">
        {titles.map((title) => (
          <li key={title}>
            <a
              href={`#${exhibitId(title)}`}
              className="-ml-2 block rounded-md px-2 py-1 text-ink-2 focus-inside hover:bg-hover hover:text-ink"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function ThemeSwitch() {
  const { setTheme } = useUi()
  const isDark = useIsDark()
  return (
    <Button icon={isDark ? Sun : Moon} onClick={() => setTheme(isDark ? 'light' : 'dark')}>
      {isDark ? 'See it light' : 'See it dark'}
    </Button>
  )
}

function useIsDark(): boolean {
  const theme = useUi((ui) => ui.theme)
  return theme === 'system' ? window.matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'
}
