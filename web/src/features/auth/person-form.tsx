import { Button } from '../../components/ui/button.tsx'
import { Field } from '../../components/ui/field.tsx'
import { Input } from '../../components/ui/input.tsx'
import { emailProblem, newPasswordProblem, onlyWrong, passwordHelp } from './check-fields.ts'
import { FormFailure } from './form-failure.tsx'
import { PasswordInput } from './password-input.tsx'
import { usePlainForm } from './use-plain-form.ts'

interface Person {
  name: string
  email: string
  password: string
}

interface PersonFormProps<Result> {
  /** On the button. */
  submit: string
  send: (person: Person) => Promise<Result>
  onDone: (result: Result, person: Person) => void
}

/** Who somebody is, for a new account. */
export function PersonForm<Result>({ submit, send, onDone }: PersonFormProps<Result>) {
  const { props, wrong, failure, isBusy } = usePlainForm({
    names: ['name', 'email', 'password'],
    check: ({ name, email, password }) =>
      onlyWrong({
        name: name === '' ? 'Enter your name.' : undefined,
        email: emailProblem(email),
        password: newPasswordProblem(password),
      }),
    send,
    onDone,
  })
  return (
    <form {...props} className="grid gap-4">
      <Field label="Name" error={wrong.name}>
        <Input name="name" autoComplete="name" maxLength={120} autoFocus />
      </Field>
      <Field label="E-mail" error={wrong.email}>
        <Input name="email" type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Field>
      <Field label="Password" help={passwordHelp} error={wrong.password}>
        <PasswordInput name="password" autoComplete="new-password" />
      </Field>
      <FormFailure>{failure}</FormFailure>
      <Button type="submit" variant="primary" busy={isBusy}>
        {submit}
      </Button>
    </form>
  )
}
