import { CategoryIcon as IconName } from '@physique57/contracts'
import {
  Building2,
  CircleHelp,
  CreditCard,
  Dumbbell,
  GraduationCap,
  Headset,
  HeartPulse,
  Inbox,
  type LucideIcon,
  Megaphone,
  ShoppingBag,
  Smartphone,
  Sparkles,
  Users,
} from 'lucide-react'

/** The lucide icons a category may name; importing all 1,500 of them would cost more than the page. */
const icons: Record<IconName, LucideIcon> = {
  'building-2': Building2,
  'circle-help': CircleHelp,
  'credit-card': CreditCard,
  dumbbell: Dumbbell,
  'graduation-cap': GraduationCap,
  headset: Headset,
  'heart-pulse': HeartPulse,
  inbox: Inbox,
  megaphone: Megaphone,
  'shopping-bag': ShoppingBag,
  smartphone: Smartphone,
  sparkles: Sparkles,
  users: Users,
}

export default function CategoryIcon({ name, className = 'size-4' }: { name: string; className?: string }) {
  const known = IconName.safeParse(name)
  const Icon = known.success ? icons[known.data] : Inbox
  return <Icon aria-hidden className={`${className} flex-none text-ink-3`} strokeWidth={1.75} />
}
