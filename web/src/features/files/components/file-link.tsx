import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { ButtonContent, buttonClass } from '../../../components/ui/button.tsx'

/** A link to the bytes of a file, which the router knows nothing of. */
export function FileLink({ icon, children, ...link }: ComponentProps<'a'> & { icon: LucideIcon }) {
  return (
    <a {...link} rel="noreferrer" className={buttonClass({ variant: 'outline', size: 'md', icon: false })}>
      <ButtonContent icon={icon} shortcut={undefined}>
        {children}
      </ButtonContent>
    </a>
  )
}
