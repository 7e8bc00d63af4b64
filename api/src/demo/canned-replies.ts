import type { Insertable } from 'kysely'
import { idOf } from '../catalogue/catalogue-rows.ts'
import { fixedId } from '../catalogue/fixed-id.ts'
import type { TeamName } from '../catalogue/teams.ts'
import type { Tables } from '../db/tables.ts'
import { leadOf, manager } from './people.ts'

type Reply = [title: string, category: string, body: string]

const forEveryone: Reply[] = [
  [
    'We are on it',
    'First reply',
    'Hi {{client.firstName}}, thank you for telling us. {{assignee}} is looking into it and you hear from us again today. Your reference is {{ticket.key}}.',
  ],
  [
    'We need to know more',
    'First reply',
    'Hi {{client.firstName}}, thank you for writing. So that we get this right at {{studio}}: which class was it, and on which day?\n\n{{me}}, Physique 57',
  ],
  [
    'Sorry about your class',
    'Apology',
    'Dear {{client.firstName}}, I am sorry that your class at {{studio}} was not what you come to us for. I have taken it up with the team and will tell you what came of it.\n\n{{me}}',
  ],
  [
    'It is solved',
    'Closing',
    'Hi {{client.firstName}}, this is solved now ({{ticket.key}}). If anything is still not right, just answer here and it comes straight back to us. See you at {{studio}}!',
  ],
  [
    'No answer for a week',
    'Closing',
    'Hi {{client.firstName}}, we have not heard from you for a week, so we close {{ticket.key}}. Answer at any time and we open it again.',
  ],
]

const forTeams: [TeamName, Reply[]][] = [
  [
    'Facilities',
    [
      [
        'Technician is coming',
        'Repairs',
        'Hi {{client.firstName}}, a technician comes to {{studio}} tomorrow morning before the first class. Until then the other studio floor is free for you.',
      ],
      [
        'Lost and found',
        'Repairs',
        'Hi {{client.firstName}}, we looked through the lockers and the lost property box at {{studio}}. We keep what we find for 30 days; bring a photo if you have one.',
      ],
    ],
  ],
  [
    'Finance',
    [
      [
        'Refund is on its way',
        'Billing',
        'Dear {{client.firstName}}, the refund for {{ticket.key}} left us today. Banks take 5 to 7 working days to show it. If it is not there by then, answer here.',
      ],
      [
        'Charged twice',
        'Billing',
        'Dear {{client.firstName}}, you are right, the amount was charged twice. The second charge is cancelled; your bank takes it off within 7 working days. I am sorry about that.\n\n{{me}}',
      ],
    ],
  ],
  [
    'Client Success',
    [
      [
        'Pausing a membership',
        'Membership',
        'Hi {{client.firstName}}, your membership can be paused once a year for 7 to 30 days. Tell us from when to when, and it is done.',
      ],
      [
        'A class on us',
        'Apology',
        'Dear {{client.firstName}}, to make up for it there is one class in your account, good for 30 days at {{studio}}. We would love to see you.',
      ],
    ],
  ],
  [
    'Training',
    [
      [
        'Thank you for the feedback on a trainer',
        'Classes',
        'Hi {{client.firstName}}, thank you for being open about the class. I speak with the trainer myself this week and come back to you.\n\n{{me}}',
      ],
    ],
  ],
]

/** A dozen to begin with: everyone's by the manager, each team's by its lead. */
export const inventCannedReplies = (createdAt: Date): Insertable<Tables['cannedReplies']>[] => [
  ...forEveryone.map((reply) => rowOf(reply, { ownerId: manager.id, audience: 'everyone', teamId: null, createdAt })),
  ...forTeams.flatMap(([team, replies]) =>
    replies.map((reply) =>
      rowOf(reply, { ownerId: leadOf(team).id, audience: 'team', teamId: idOf.team(team), createdAt }),
    ),
  ),
]

type Whose = Pick<Insertable<Tables['cannedReplies']>, 'ownerId' | 'audience' | 'teamId' | 'createdAt'>

const rowOf = ([title, category, body]: Reply, whose: Whose): Insertable<Tables['cannedReplies']> => ({
  id: fixedId('canned reply', title),
  title,
  category,
  body,
  ...whose,
  ...(whose.createdAt && { updatedAt: whose.createdAt }),
})
