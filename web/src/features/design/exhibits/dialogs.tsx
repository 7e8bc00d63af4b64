import { X } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '../../../components/ui/button.tsx'
import { ConfirmDialog } from '../../../components/ui/confirm-dialog.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import { DialogFace, dialogTitleClass } from '../../../components/ui/dialog-face.tsx'
import { Field } from '../../../components/ui/field.tsx'
import { Input, Textarea } from '../../../components/ui/input.tsx'
import { Sheet } from '../../../components/ui/sheet.tsx'
import { Exhibit, Line, Picture, Show } from '../exhibit.tsx'

type Shown = 'dialog' | 'long' | 'confirm' | 'danger' | 'busy' | 'sheet' | null

export function DialogExhibit() {
  const [shown, setShown] = useState<Shown>(null)
  const close = () => setShown(null)
  return (
    <Exhibit
      title="Dialogs and sheets"
      code="Dialog, ConfirmDialog, Sheet"
      about="The modal ones: they keep the focus while they stand and give it back to what opened them. A confirmation starts on Cancel, never on the danger."
    >
      <Line name="Dialog">
        <Button onClick={() => setShown('dialog')}>With a form</Button>
        <Button onClick={() => setShown('long')}>Long text</Button>
      </Line>
      <Line name="Confirm">
        <Button onClick={() => setShown('confirm')}>Ask first</Button>
        <Button variant="danger-quiet" onClick={() => setShown('danger')}>
          Delete it
        </Button>
        <Button onClick={() => setShown('busy')}>While it works</Button>
      </Line>
      <Line name="Sheet">
        <Button onClick={() => setShown('sheet')}>More room</Button>
      </Line>

      <Picture>
        <div className="mx-auto flex max-w-110 flex-col rounded-lg bg-raised shadow-dialog">
          <DialogFace
            title={<h3 className={dialogTitleClass}>Delete ticket 4817?</h3>}
            close={<IconButton icon={X} label="Close" size="sm" />}
            footer={
              <>
                <Button>Cancel</Button>
                <Button variant="danger">Delete ticket</Button>
              </>
            }
          >
            <p>Only admins see it afterwards. Its clocks stop and nobody is told. You can undo this for 8 seconds.</p>
            <Field label="Reason">
              <Show state="focus">
                <Input defaultValue="Logged twice by the same person" />
              </Show>
            </Field>
          </DialogFace>
        </div>
      </Picture>

      <Dialog
        open={shown === 'dialog'}
        onOpenChange={close}
        title="Resolve ticket P57-4817"
        footer={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button variant="primary" onClick={close}>
              Resolve
            </Button>
          </>
        }
      >
        <p>The clock stops, and whoever logged it is told.</p>
        <Field label="What was done">
          <Textarea placeholder="Compressor replaced" />
        </Field>
      </Dialog>
      <Dialog
        open={shown === 'long'}
        onOpenChange={close}
        width="lg"
        title="शावर में गरम पानी नहीं आ रहा है, and a title that is so long that it takes more than one line"
      >
        {Array.from({ length: 12 }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same paragraph, twelve times
          <p key={at}>
            The changing room of the ladies has had no hot water since yesterday evening. The plumber was called, came,
            and says that the heater on the roof has to be replaced; the building owner pays for it.
          </p>
        ))}
      </Dialog>
      <ConfirmDialog
        open={shown === 'confirm'}
        onOpenChange={close}
        title="Sign out everywhere?"
        confirm="Sign out"
        onConfirm={close}
      >
        Your other devices ask for the password again.
      </ConfirmDialog>
      <ConfirmDialog
        open={shown === 'danger'}
        onOpenChange={close}
        title="Delete ticket P57-4817?"
        confirm="Delete ticket"
        danger
        onConfirm={close}
      >
        Only admins see it afterwards. Its clocks stop and nobody is told. You can undo this for 8 seconds.
      </ConfirmDialog>
      <ConfirmDialog
        open={shown === 'busy'}
        onOpenChange={close}
        title="Merge 3 tickets into P57-4802?"
        confirm="Merge tickets"
        busy
        onConfirm={close}
      >
        What was said and attached moves along.
      </ConfirmDialog>
      <Sheet
        open={shown === 'sheet'}
        onOpenChange={close}
        title="Filter"
        footer={
          <>
            <Button onClick={close}>Clear</Button>
            <Button variant="primary" onClick={close}>
              Show 214 tickets
            </Button>
          </>
        }
      >
        <p className="p-4 text-ink-2">At the right on a desk, from the bottom edge on a phone.</p>
      </Sheet>
    </Exhibit>
  )
}
