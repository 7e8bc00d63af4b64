import {
  Bell,
  CalendarCheck,
  ChartNoAxesColumnIncreasing,
  CircleDashed,
  CircleUserRound,
  CornerDownRight,
  Download,
  Inbox,
  Keyboard,
  Layers,
  ListChecks,
  ListFilter,
  Lock,
  LockKeyhole,
  type LucideIcon,
  PanelLeft,
  PanelRight,
  PenLine,
  Plus,
  Reply,
  SquareCheck,
  Tags,
  UserRoundCheck,
  UserRoundPlus,
  UsersRound,
  Zap,
} from 'lucide-react'

/**
 * By key, which means the same wherever it is pressed. It is here, with what is fetched later, and not beside the command; and
 * for editing, tags and priority not the very picture a ticket's page has, which would then load it as a file of its own.
 */
const icons: Record<string, LucideIcon> = {
  '?': Keyboard,
  '[': PanelLeft,
  A: UserRoundPlus,
  C: Plus,
  E: PenLine,
  F: ListFilter,
  'G F': CalendarCheck,
  'G L': LockKeyhole,
  'G M': CircleUserRound,
  'G N': Bell,
  'G T': Inbox,
  'G U': UsersRound,
  I: UserRoundCheck,
  N: Lock,
  P: ChartNoAxesColumnIncreasing,
  Q: Zap,
  R: Reply,
  S: CircleDashed,
  'Shift+A': ListChecks,
  'Shift+E': Download,
  'Shift+X': ListChecks,
  Space: PanelRight,
  T: Tags,
  V: Layers,
  X: SquareCheck,
}

/** The picture of what a key does, in the palette and among the quick actions. */
export const commandIcon = (keys: string): LucideIcon => icons[keys] ?? CornerDownRight
