import { auth } from '@physique57/contracts'
import { useMutation } from '@tanstack/react-query'
import { Eye, EyeOff } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
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

type Wrong = Partial<Credentials>

/** Two fields read from the form itself: password managers fill it in their own ways, and no form library has to load. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const form = useRef<HTMLFormElement>(null)
  const [isShown, setShown] = useState(false)
  const [wrong, setWrong] = useState<Wrong>({})

  const refuse = (next: Wrong) => {
    setWrong(next)
    form.current?.querySelector<HTMLInputElement>(`[name=${next.email ? 'email' : 'password'}]`)?.focus()
  }
  const signIn = useMutation({
    mutationFn: (body: Credentials) => call(auth.login, { body }),
    onSuccess: (session) => {
      startSession(session)
      onSignedIn()
    },
    onError: (error) => refuse({ password: reasonOf(error) }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = credentialsIn(event.currentTarget)
    const found = whatIsWrong(typed)
    if (found) return refuse(found)
    setWrong({})
    signIn.mutate(typed)
  }

  return (
    <form ref={form} noValidate onSubmit={submit} className="grid gap-4">
      <Field label="E-mail" error={wrong.email}>
        <Input name="email" type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
      </Field>
      <Field label="Password" error={wrong.password}>
        <Input
          name="password"
          type={isShown ? 'text' : 'password'}
          autoComplete="current-password"
          end={
            <IconButton
              icon={isShown ? EyeOff : Eye}
              label={isShown ? 'Hide password' : 'Show password'}
              onClick={() => setShown(!isShown)}
            />
          }
        />
      </Field>
      <Button type="submit" variant="primary" busy={signIn.isPending}>
        {signIn.isPending ? 'Signing in' : 'Sign in'}
      </Button>
    </form>
  )
}

function credentialsIn(form: HTMLFormElement): Credentials {
  const typed = new FormData(form)
  return { email: String(typed.get('email')).trim(), password: String(typed.get('password')) }
}

function whatIsWrong({ email, password }: Credentials): Wrong | null {
  if (email === '') return { email: 'Enter your e-mail.' }
  if (!/^\S+@\S+\.\S+$/.test(email)) return { email: 'This is not a whole e-mail address.' }
  return password === '' ? { password: 'Enter your password.' } : null
}

const reasonOf = (error: unknown): string =>
  hasCode(error, 'wrong_credentials') ? 'E-mail or password is not right. Check both and try again.' : messageOf(error)
