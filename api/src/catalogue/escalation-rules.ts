interface EscalationRuleData {
  name: string
  /** Of the resolution clock's counted time. */
  atPercent?: number
  /** Minutes of wall time after it was due. */
  atOffsetMinutes?: number
  onlyWithoutResponse?: boolean
  action: 'remind_assignee' | 'notify_lead' | 'escalate_to_manager' | 'escalate_to_director'
}

export const escalationRules: readonly EscalationRuleData[] = [
  { name: 'Half gone, no reply: remind', atPercent: 50, onlyWithoutResponse: true, action: 'remind_assignee' },
  { name: 'Three quarters gone: tell the lead', atPercent: 75, action: 'notify_lead' },
  { name: 'Due: escalate to the manager', atPercent: 100, action: 'escalate_to_manager' },
  { name: 'A day overdue: escalate to the directors', atOffsetMinutes: 24 * 60, action: 'escalate_to_director' },
]
