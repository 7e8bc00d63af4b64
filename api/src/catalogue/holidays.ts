export interface Holiday {
  /** `2026-01-26`, a whole day. */
  date: string
  name: string
}

/** Only days whose date is fixed or published; those that follow the sighting of the moon are entered when announced. */
export const nationalHolidays: readonly Holiday[] = [
  { date: '2026-01-26', name: 'Republic Day' },
  { date: '2026-03-04', name: 'Holi' },
  { date: '2026-08-15', name: 'Independence Day' },
  { date: '2026-10-02', name: 'Gandhi Jayanti' },
  { date: '2026-10-20', name: 'Dussehra' },
  { date: '2026-11-08', name: 'Diwali' },
  { date: '2026-12-25', name: 'Christmas' },
  { date: '2027-01-26', name: 'Republic Day' },
  { date: '2027-03-22', name: 'Holi' },
  { date: '2027-08-15', name: 'Independence Day' },
  { date: '2027-10-02', name: 'Gandhi Jayanti' },
  { date: '2027-10-09', name: 'Dussehra' },
  { date: '2027-10-29', name: 'Diwali' },
  { date: '2027-12-25', name: 'Christmas' },
]

export const mumbaiHolidays: readonly Holiday[] = [
  ...nationalHolidays,
  { date: '2026-05-01', name: 'Maharashtra Day' },
  { date: '2026-09-14', name: 'Ganesh Chaturthi' },
  { date: '2027-05-01', name: 'Maharashtra Day' },
  { date: '2027-09-04', name: 'Ganesh Chaturthi' },
]

export const bengaluruHolidays: readonly Holiday[] = [
  ...nationalHolidays,
  { date: '2026-05-01', name: 'May Day' },
  { date: '2026-11-01', name: 'Karnataka Rajyotsava' },
  { date: '2027-05-01', name: 'May Day' },
  { date: '2027-11-01', name: 'Karnataka Rajyotsava' },
]
