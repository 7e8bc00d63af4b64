import { openAssignmentDesk } from './assignment-desk.ts'
import { incidentBag } from './incidents.ts'
import { loggedAt, plans } from './plans.ts'
import { randomFrom } from './random.ts'
import { inventReport } from './report.ts'
import type { Story } from './story.ts'
import { tellStory } from './tell-story.ts'
import { organisationHours } from './terms.ts'

/** Six months of tickets up to `now`, oldest first: the same stories in every run, moved along with the calendar. */
export function inventStories(now: Date): Story[] {
  const desk = openAssignmentDesk(now)
  const drawIncident = incidentBag(randomFrom('incidents'))
  const reports = plans(randomFrom('plans')).map((plan, index) => {
    const random = randomFrom(`story ${index}`)
    return {
      ending: plan.ending,
      random,
      report: inventReport(
        random,
        loggedAt(plan, organisationHours(), now, random),
        drawIncident(plan.priority),
        plan.priority,
      ),
    }
  })
  return reports
    .sort((a, b) => a.report.createdAt.getTime() - b.report.createdAt.getTime())
    .map(({ ending, random, report }) => {
      const story = tellStory(report, ending, desk.decide(report), now, random)
      desk.remember(story)
      return story
    })
}
