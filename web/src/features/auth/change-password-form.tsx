import { auth } from '@physique57/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '../../components/ui/button.tsx'
import { Field } from '../../components/ui/field.tsx'
import { toast } from '../../components/ui/toast.tsx'
import { call } from '../../lib/call.ts'
import { authQueries } from './api.ts'
import { newPasswordProblem, onlyWrong, passwordHelp } from './check-fields.ts'
import { FormFailure } from './form-failure.tsx'
import { PasswordInput } from './password-input.tsx'
import { usePlainForm } from './use-plain-form.ts'

export function ChangePasswordForm({ email }: { email: string }) {
  const client = useQueryClient()
  const { props, wrong, failure, isBusy } = usePlainForm({
    names: ['currentPassword', 'newPassword'],
    check: ({ currentPassword, newPassword }) =>
      onlyWrong({
        currentPassword: currentPassword === '' ? 'Enter your current password.' : undefined,
        newPassword: newPasswordProblem(newPassword),
      }),
    send: (body) => call(auth.changePassword, { body }),
    onDone: () => {
      props.ref.current?.reset()
      toast.success('Your password is changed. Your other devices are signed out.')
      void client.invalidateQueries({ queryKey: authQueries.sessions().queryKey })
    },
  })
  return (
    <form {...props} className="grid max-w-82 gap-4">
      {/* so that a password manager knows whose it is */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field label="Current password" error={wrong.currentPassword}>
        <PasswordInput name="currentPassword" autoComplete="current-password" />
      </Field>
      <Field label="New password" help={passwordHelp} error={wrong.newPassword}>
        <PasswordInput name="newPassword" autoComplete="new-password" />
      </Field>
      <FormFailure>{failure}</FormFailure>
      <Button type="submit" busy={isBusy} className="justify-self-start">
        Change password
      </Button>
    </form>
  )
}
