import type { Me } from '@physique57/contracts'
import { Checkbox } from '../../components/ui/checkbox.tsx'
import { Field } from '../../components/ui/field.tsx'
import { Select } from '../../components/ui/select.tsx'
import { lockChoices, useDevice } from '../../stores/device-store.ts'

const options = lockChoices.map((minutes) => ({
  value: String(minutes),
  label: minutes === 1 ? '1 minute' : `${minutes} minutes`,
}))

/** How this browser behaves for everybody who uses it. Kept in it and nowhere else. */
export function ThisDevice({ user }: { user: Me }) {
  const { isShared, lockAfter, people, setShared, setLockAfter, remember, forget } = useDevice()
  return (
    <div className="grid max-w-82 gap-4 text-base touch:text-lg">
      <Checkbox checked={isShared} onChange={setShared}>
        Several people use this device
      </Checkbox>
      {isShared && (
        <>
          <Field
            label="Lock when not used for"
            help="A warning comes before. Everybody unlocks with their own password."
          >
            <Select
              value={String(lockAfter)}
              onChange={(minutes) => setLockAfter(Number(minutes))}
              options={options}
              className="w-40"
            />
          </Field>
          <Checkbox
            checked={people.some(({ id }) => id === user.id)}
            onChange={(agreed) => (agreed ? remember(user) : forget(user.id))}
          >
            Show my name when choosing who signs in
          </Checkbox>
        </>
      )}
    </div>
  )
}
