/** As they hang on the door, `06:30-11:30`, in the calendar's zone. */
export interface WeeklyHours {
  weekdays: readonly string[]
  saturday: readonly string[]
  sunday: readonly string[]
}
