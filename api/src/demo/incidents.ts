import type { Priority } from '@physique57/contracts'
import { categories } from '../catalogue/categories.ts'
import type { SubcategoryData } from '../catalogue/category.ts'
import type { Incident } from './incident.ts'
import { bookingAndTechnology } from './incidents/booking-and-technology.ts'
import { classExperience } from './incidents/class-experience.ts'
import { communityAndCulture } from './incidents/community-and-culture.ts'
import { customerService } from './incidents/customer-service.ts'
import { facilityAndAmenities } from './incidents/facility-and-amenities.ts'
import { healthAndSafety } from './incidents/health-and-safety.ts'
import { instructorRelated } from './incidents/instructor-related.ts'
import { membershipAndBilling } from './incidents/membership-and-billing.ts'
import { miscellaneous } from './incidents/miscellaneous.ts'
import { retailAndMerchandise } from './incidents/retail-and-merchandise.ts'
import { salesAndMarketing } from './incidents/sales-and-marketing.ts'
import { specialPrograms } from './incidents/special-programs.ts'
import type { Random } from './random.ts'

const byCategory: Record<string, readonly Incident[]> = {
  'Class Experience': classExperience,
  'Instructor Related': instructorRelated,
  'Facility & Amenities': facilityAndAmenities,
  'Membership & Billing': membershipAndBilling,
  'Booking & Technology': bookingAndTechnology,
  'Customer Service': customerService,
  'Sales & Marketing': salesAndMarketing,
  'Health & Safety': healthAndSafety,
  'Community & Culture': communityAndCulture,
  'Retail & Merchandise': retailAndMerchandise,
  'Special Programs': specialPrograms,
  Miscellaneous: miscellaneous,
}

export type ToldIncident = Incident & { category: string }

const incidents: readonly ToldIncident[] = Object.entries(byCategory).flatMap(([category, list]) =>
  list.map((incident) => ({ ...incident, category })),
)

/** Draws incidents so that each comes round as often as its weight says, and none twice while others wait. */
export function incidentBag(random: Random) {
  let bag: ToldIncident[] = []

  return (priority?: Priority): ToldIncident => {
    const fits = (incident: ToldIncident) => !priority || usualPriority(incident) === priority
    if (!bag.some(fits)) bag = [...bag, ...incidents.flatMap((incident) => Array(incident.weight ?? 1).fill(incident))]
    const drawn = random.pick(bag.filter(fits))
    bag.splice(bag.indexOf(drawn), 1)
    return drawn
  }
}

export const usualPriority = (incident: ToldIncident): Priority => incident.priority ?? subcategoryOf(incident).priority

export function subcategoryOf({ category, subcategory }: ToldIncident): SubcategoryData {
  const found = categories.find(({ name }) => name === category)?.subcategories.find(({ name }) => name === subcategory)
  if (!found) throw new Error(`There is no ${category} / ${subcategory}`)
  return found
}
