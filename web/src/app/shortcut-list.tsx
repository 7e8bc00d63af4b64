import { Dialog } from '../components/ui/dialog.tsx'
import { Kbd } from '../components/ui/kbd.tsx'
import { type Shortcut, useRegisteredShortcuts } from '../lib/shortcuts.ts'

/** Made from the real registry: what it shows is what works on this page. */
export default function ShortcutList({ onClose }: { onClose: () => void }) {
  const groups = Map.groupBy(withoutDoubles(useRegisteredShortcuts()), ({ group }) => group)
  return (
    <Dialog open onOpenChange={onClose} title="Shortcuts" width="lg">
      {[...groups].map(([group, shortcuts]) => (
        <section key={group}>
          <h3 className="mb-1 text-xs text-ink-3">{group}</h3>
          <dl className="grid gap-x-8 md:grid-cols-2">
            {shortcuts.map(({ keys, label }) => (
              <div key={keys} className="flex min-h-8 items-center justify-between gap-4 border-b border-line">
                <dt className="text-ink">{label}</dt>
                <dd>
                  <span className="sr-only">{keys}</span>
                  <Kbd keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}

/** Of two with the same keys the later one fires. */
const withoutDoubles = (shortcuts: readonly Shortcut[]): Shortcut[] => [
  ...new Map(shortcuts.map((shortcut) => [shortcut.keys, shortcut])).values(),
]
