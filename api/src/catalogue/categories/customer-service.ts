import type { FormField } from '@physique57/contracts'
import type { CategoryData } from '../category.ts'
import { frontDeskService } from '../forms/front-desk-service.ts'
import { howBad, moment, options, shortForm } from '../questions.ts'

const aboutService = (...choices: string[]): FormField[] =>
  shortForm(
    'What went wrong',
    choices,
    {
      key: 'channel',
      type: 'select',
      label: 'Where',
      options: options('At the desk', 'Phone', 'E-mail', 'WhatsApp', 'Chat', 'Social media'),
    },
    moment('when', 'When'),
    {
      key: 'colleague',
      type: 'text',
      label: 'Colleague concerned',
      help: 'If the client knows the name',
      maxLength: 120,
    },
    howBad('How let down do they feel', 'A remark', 'Badly'),
  )

export const customerService: CategoryData = {
  name: 'Customer Service',
  icon: 'headset',
  subcategories: [
    {
      name: 'Front Desk Service',
      aliases: ['front desk', 'desk', 'check-in desk', 'receptionist', 'not greeted'],
      team: 'Operations',
      priority: 'medium',
      form: frontDeskService,
    },
    {
      name: 'Response Time',
      aliases: ['no reply', 'no response', 'slow reply', 'not called back', 'callback'],
      team: 'Client Success',
      priority: 'medium',
      form: aboutService('No answer', 'Late answer', 'Promised call never came', 'Had to ask again'),
    },
    {
      name: 'Issue Resolution',
      aliases: ['not resolved', 'still not solved', 'same issue again', 'follow up'],
      team: 'Client Success',
      priority: 'high',
      form: aboutService('Not solved', 'Solved only in part', 'Came back', 'Sent from one to another'),
    },
    {
      name: 'Communication Quality',
      aliases: ['miscommunication', 'not informed', 'unclear message', 'wrong information given'],
      team: 'Client Success',
      priority: 'medium',
      form: aboutService('Not informed', 'Told two different things', 'Unclear', 'Tone'),
    },
    {
      name: 'Staff Knowledge',
      aliases: ['staff did not know', 'desk did not know', 'untrained staff'],
      team: 'Operations',
      priority: 'low',
      form: aboutService(
        'Did not know the packages',
        'Did not know the schedule',
        'Wrong information',
        'Had to ask others',
      ),
    },
    {
      name: 'Staff Availability',
      aliases: ['nobody at desk', 'no staff', 'desk empty', 'closed', 'studio not open'],
      team: 'Operations',
      priority: 'medium',
      form: aboutService(
        'Nobody at the desk',
        'Studio opened late',
        'Nobody answers the phone',
        'Manager not available',
      ),
    },
    {
      name: 'Complaint Handling',
      aliases: ['complaint', 'complaint ignored', 'manager did not call', 'escalate'],
      team: 'Client Success',
      priority: 'high',
      form: aboutService('Not taken seriously', 'No feedback', 'Not passed on', 'Unfair outcome'),
    },
    {
      name: 'Phone Support',
      aliases: ['phone', 'call not answered', 'helpline', 'on hold'],
      team: 'Client Success',
      priority: 'medium',
      form: aboutService('Not answered', 'Kept on hold', 'Cut off', 'Wrong number published'),
    },
    {
      name: 'E-mail/Chat Support',
      aliases: ['email', 'chat', 'whatsapp not answered', 'chatbot', 'mail not answered'],
      team: 'Client Success',
      priority: 'medium',
      form: aboutService('Not answered', 'Standard text', 'Wrong answer', 'Chat closed on them'),
    },
    {
      name: 'Staff Professionalism',
      aliases: ['rude', 'rude staff', 'attitude', 'staff behaviour', 'staff on phone'],
      team: 'Client Success',
      priority: 'high',
      form: aboutService('Rude', 'Talked about a client', 'On the phone', 'Argued', 'Careless with private data'),
    },
    {
      name: 'Newcomer Experience',
      aliases: ['first class', 'first timer', 'newcomer', 'new client', 'not shown around'],
      team: 'Client Success',
      priority: 'medium',
      form: aboutService('Not shown around', 'Nobody explained the class', 'No call afterwards', 'Felt out of place'),
    },
  ],
}
