import { auth } from '@physique57/contracts'
import { useMutation } from '@tanstack/react-query'
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button, IconButton } from '../../components/ui/button.tsx'
import { Field } from '../../components/ui/field.tsx'
import { Input } from '../../components/ui/input.tsx'
import { call } from '../../lib/call.ts'
import { hasCode, messageOf } from '../../lib/problem.ts'
import { startSession } from '../../lib/session.ts'

interface Credentials {
  email: string
  password: string
}

export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const [shown, setShown] = useState(false)
  const form = useForm<Credentials>({ defaultValues: { email: '', password: '' } })
  const { errors } = form.formState
  const signIn = useMutation({
    mutationFn: (body: Credentials) => call(auth.login, { body }),
    onSuccess: (session) => {
      startSession(session)
      onSignedIn()
    },
    onError: (error) => {
      form.setError('password', { message: reasonOf(error) })
      form.setFocus('password')
    },
  })

  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((credentials) => signIn.mutateAsync(credentials).catch(() => undefined))}
      className="grid gap-4"
    >
      <Field label="E-mail" error={errors.email?.message}>
        <Input
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          {...form.register('email', {
            required: 'Enter your e-mail.',
            setValueAs: (value: string) => value.trim(),
            pattern: { value: /^\S+@\S+\.\S+$/, message: 'This is not a whole e-mail address.' },
          })}
        />
      </Field>
      <Field label="Password" error={errors.password?.message}>
        <Input
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          end={
            <IconButton
              icon={shown ? EyeOff : Eye}
              label={shown ? 'Hide password' : 'Show password'}
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
            />
          }
          {...form.register('password', { required: 'Enter your password.' })}
        />
      </Field>
      <Button type="submit" variant="primary" busy={signIn.isPending}>
        {signIn.isPending ? 'Signing in' : 'Sign in'}
      </Button>
    </form>
  )
}

const reasonOf = (error: unknown): string =>
  hasCode(error, 'wrong_credentials') ? 'E-mail or password is not right. Check both and try again.' : messageOf(error)
