import { bookingAndTechnology } from './categories/booking-and-technology.ts'
import { classExperience } from './categories/class-experience.ts'
import { communityAndCulture } from './categories/community-and-culture.ts'
import { customerService } from './categories/customer-service.ts'
import { facilityAndAmenities } from './categories/facility-and-amenities.ts'
import { healthAndSafety } from './categories/health-and-safety.ts'
import { instructorRelated } from './categories/instructor-related.ts'
import { membershipAndBilling } from './categories/membership-and-billing.ts'
import { miscellaneous } from './categories/miscellaneous.ts'
import { retailAndMerchandise } from './categories/retail-and-merchandise.ts'
import { salesAndMarketing } from './categories/sales-and-marketing.ts'
import { specialPrograms } from './categories/special-programs.ts'
import type { CategoryData } from './category.ts'

/** In the order the picker shows them. */
export const categories: readonly CategoryData[] = [
  classExperience,
  instructorRelated,
  facilityAndAmenities,
  membershipAndBilling,
  bookingAndTechnology,
  customerService,
  salesAndMarketing,
  healthAndSafety,
  communityAndCulture,
  retailAndMerchandise,
  specialPrograms,
  miscellaneous,
]
