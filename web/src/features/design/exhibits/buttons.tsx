import { Ellipsis, Filter, Plus, Trash2, UserRoundPlus, X } from 'lucide-react'
import { Button, ButtonLink, IconButton } from '../../../components/ui/button.tsx'
import { Exhibit, Line, Show } from '../exhibit.tsx'

export function ButtonExhibit() {
  return (
    <Exhibit
      title="Buttons"
      code="Button, IconButton, ButtonLink"
      about="One filled button in sight for each task. Danger is filled only as the last step of a dialog."
      span="full"
    >
      <div className="grid gap-x-10 gap-y-4 xl:grid-cols-[minmax(0,1.75fr)_minmax(0,1fr)]">
        <div className="grid content-start gap-4">
          <States variant="primary" name="Primary" label="Log ticket" working="Sending" />
          <States variant="outline" name="Outline" label="Assign" working="Saving" />
          <States variant="ghost" name="Ghost" label="Filter" working="Loading" />
          <States variant="danger" name="Danger" label="Delete" working="Deleting" />
          <States variant="danger-quiet" name="Danger, quiet" label="Delete" working="Deleting" />
        </div>
        <div className="grid content-start gap-4">
          <Line name="Icon only">
            <IconButton icon={Ellipsis} label="More" />
            <Show state="hover">
              <IconButton icon={X} label="Close" />
            </Show>
            <Show state="focus">
              <IconButton icon={Plus} label="Add" />
            </Show>
            <IconButton icon={Filter} label="Filter is busy" variant="outline" busy />
            <IconButton icon={Trash2} label="Delete" why="Only admins delete tickets" />
          </Line>
          <Line name="With more">
            <Button icon={UserRoundPlus} shortcut="A">
              Assign
            </Button>
            <Button size="sm" icon={Filter}>
              Dense
            </Button>
            <ButtonLink to="/tickets/new" variant="primary" icon={Plus} shortcut="C">
              New ticket
            </ButtonLink>
          </Line>
          <Line name="Touch">
            <span className="touch flex flex-wrap items-center gap-2">
              <Button variant="primary">Resolve</Button>
              <Button>पूरा हुआ</Button>
              <IconButton icon={Ellipsis} label="More actions" variant="outline" />
            </span>
          </Line>
          <Line name="Long words">
            <Button className="max-w-full">
              <span className="clip">
                Give it back to the Facilities and Equipment team of Kwality House, Kemps Corner
              </span>
            </Button>
          </Line>
        </div>
      </div>
    </Exhibit>
  )
}

interface StatesProps {
  variant: 'primary' | 'outline' | 'ghost' | 'danger' | 'danger-quiet'
  name: string
  label: string
  working: string
}

function States({ variant, name, label, working }: StatesProps) {
  return (
    <Line name={name}>
      <Button variant={variant}>{label}</Button>
      <Show state="hover">
        <Button variant={variant}>Hover</Button>
      </Show>
      <Show state="pressed">
        <Button variant={variant}>Pressed</Button>
      </Show>
      <Show state="focus">
        <Button variant={variant}>Focus</Button>
      </Show>
      <Button variant={variant} busy>
        {working}
      </Button>
      <Button variant={variant} why="Resolve it first">
        Disabled
      </Button>
    </Line>
  )
}
