import type { FormField } from '@physique57/contracts'
import type { CategoryData } from '../category.ts'
import { billingErrors } from '../forms/billing-errors.ts'
import { creditsClassPack } from '../forms/credits-class-pack.ts'
import { membershipCancellation } from '../forms/membership-cancellation.ts'
import { membershipFreeze } from '../forms/membership-freeze.ts'
import { paymentIssues } from '../forms/payment-issues.ts'
import { howBad, shortForm } from '../questions.ts'

const aboutMembership = (...choices: string[]): FormField[] =>
  shortForm(
    'What is the matter',
    choices,
    { key: 'package', type: 'lookup', of: 'package', label: 'Package', required: true },
    { key: 'date', type: 'date', label: 'Date it concerns', help: 'Of the payment, the start, or the wish' },
    { key: 'amount', type: 'number', label: 'Amount', min: 0, max: 1_000_000, unit: '₹' },
    {
      key: 'colleague',
      type: 'text',
      label: 'Colleague they dealt with',
      help: 'If they know the name',
      maxLength: 120,
    },
    howBad('How urgent is it for them', 'Can wait', 'Threatens to leave'),
  )

export const membershipAndBilling: CategoryData = {
  name: 'Membership & Billing',
  icon: 'credit-card',
  subcategories: [
    {
      name: 'Billing Errors',
      aliases: ['wrong bill', 'overcharged', 'billed wrongly', 'wrong charge'],
      team: 'Finance',
      priority: 'high',
      form: billingErrors,
    },
    {
      name: 'Payment Issues',
      aliases: ['refund', 'double charge', 'charged twice', 'payment failed', 'upi', 'money deducted', 'emi'],
      team: 'Finance',
      priority: 'high',
      form: paymentIssues,
    },
    {
      name: 'Package/Plan Confusion',
      aliases: ['plan', 'package', 'which plan', 'validity', 'what is included'],
      team: 'Finance',
      priority: 'low',
      form: aboutMembership('What is included', 'Validity', 'Studios it is valid at', 'Sold as something else'),
    },
    {
      name: 'Membership Cancellation',
      aliases: ['cancel membership', 'quit', 'leave', 'terminate', 'stop membership'],
      team: 'Client Success',
      priority: 'high',
      form: membershipCancellation,
    },
    {
      name: 'Membership Freeze',
      aliases: ['freeze', 'pause', 'hold', 'travel', 'medical freeze', 'suspend'],
      team: 'Client Success',
      priority: 'medium',
      form: membershipFreeze,
    },
    {
      name: 'Renewal',
      aliases: ['renew', 'auto renewal', 'expiry', 'expired', 'extension', 'extend'],
      team: 'Client Success',
      priority: 'medium',
      form: aboutMembership(
        'Renewed without consent',
        'Wants the old price',
        'Expired too early',
        'Asks for extension',
      ),
    },
    {
      name: 'Upgrade/Downgrade',
      aliases: ['upgrade', 'downgrade', 'change plan', 'switch package'],
      team: 'Finance',
      priority: 'low',
      form: aboutMembership('Upgrade', 'Downgrade', 'Difference in price', 'Not carried out'),
    },
    {
      name: 'Credits/Class Pack',
      aliases: ['credits', 'classes left', 'pack', 'missing classes', 'credit not returned', 'expired classes'],
      team: 'Finance',
      priority: 'medium',
      form: creditsClassPack,
    },
    {
      name: 'Promotional Offers',
      aliases: ['discount', 'promo', 'coupon', 'offer', 'code', 'promo code'],
      team: 'Finance',
      priority: 'low',
      form: aboutMembership('Code does not work', 'Offer not applied', 'Offer has ended', 'Terms unclear'),
    },
    {
      name: 'Invoice/Receipt',
      aliases: ['invoice', 'receipt', 'gst', 'bill copy', 'reimbursement'],
      team: 'Finance',
      priority: 'low',
      form: aboutMembership('Not received', 'GST number', 'Wrong name', 'Wrong amount', 'For reimbursement'),
    },
    {
      name: 'Contract Terms',
      aliases: ['terms', 'contract', 'agreement', 'conditions', 'lock-in', 'transfer membership'],
      team: 'Finance',
      priority: 'medium',
      form: aboutMembership('Not explained', 'Disputed', 'Transfer to somebody', 'Minimum term'),
    },
  ],
}
