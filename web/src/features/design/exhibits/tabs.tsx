import { useState } from 'react'
import { TabPanel, Tabs } from '../../../components/ui/tabs.tsx'
import { Toggle } from '../../../components/ui/toggle.tsx'
import { Exhibit, Show } from '../exhibit.tsx'

const views = [
  { value: 'open', label: 'All open', count: 214 },
  { value: 'mine', label: 'Mine', count: 11 },
  { value: 'hindi', label: 'गरम पानी', count: 0 },
]

const spans = [
  { value: 'month', label: 'Month' },
  { value: 'week', label: 'Week' },
  { value: 'day', label: 'Day' },
]

export function TabsExhibit() {
  const [view, setView] = useState('open')
  const [span, setSpan] = useState('week')
  const [part, setPart] = useState('reply')
  return (
    <Exhibit
      title="Tabs and toggles"
      code="Tabs, TabPanel, Toggle"
      about="Arrows move along, Enter chooses: passing by loads nothing. Without panels they choose what the rest of the page shows. A toggle shows the same in another way."
    >
      <Show state="focus" on="[role=tab]:nth-child(2)">
        <Tabs value={view} onChange={setView} label="Views" tabs={views} />
      </Show>
      <Toggle label="Span" value={span} onChange={setSpan} options={spans} />
      <div className="flex min-h-32 flex-col rounded-lg border border-line">
        <Tabs
          value={part}
          onChange={setPart}
          label="Parts of the ticket"
          tabs={[
            { value: 'reply', label: 'Thread' },
            { value: 'story', label: 'Activity' },
          ]}
        >
          <TabPanel value="reply" className="p-4 text-ink-2">
            What was said to the client, and among staff.
          </TabPanel>
          <TabPanel value="story" className="p-4 text-ink-2">
            What happened to the ticket, in sentences.
          </TabPanel>
        </Tabs>
      </div>
    </Exhibit>
  )
}
