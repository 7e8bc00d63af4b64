import type { FormField } from '@physique57/contracts'
import type { CategoryData } from '../category.ts'
import { howBad, shortForm } from '../questions.ts'

const aboutProduct = (...choices: string[]): FormField[] =>
  shortForm(
    'What is the matter',
    choices,
    { key: 'product', type: 'text', label: 'Product', help: 'With size and colour', required: true, maxLength: 160 },
    { key: 'boughtOn', type: 'date', label: 'Bought on', notInFuture: true },
    { key: 'soldBy', type: 'text', label: 'Sold by', help: 'Colleague, or the studio', maxLength: 120 },
    { key: 'price', type: 'number', label: 'Price', min: 0, max: 100_000, unit: '₹' },
    howBad('How dissatisfied are they', 'A little', 'Wants the money back'),
  )

export const retailAndMerchandise: CategoryData = {
  name: 'Retail & Merchandise',
  icon: 'shopping-bag',
  subcategories: [
    {
      name: 'Product Quality',
      aliases: ['defective', 'torn', 'colour faded', 'socks quality', 'bad quality'],
      team: 'Operations',
      priority: 'medium',
      form: [
        ...aboutProduct('Defective', 'Wears out', 'Colour', 'Size differs', 'Expired'),
        { key: 'photo', type: 'file', accept: 'image', label: 'Photo' },
      ],
    },
    {
      name: 'Product Availability',
      aliases: ['out of stock', 'stock', 'size not available', 'no socks'],
      team: 'Operations',
      priority: 'low',
      form: aboutProduct('Out of stock', 'Size missing', 'Paid and not delivered', 'Not at this studio'),
    },
    {
      name: 'Pricing',
      aliases: ['price', 'expensive', 'mrp', 'retail discount'],
      team: 'Operations',
      priority: 'low',
      form: aboutProduct('Too expensive', 'Differs from the label', 'Differs between studios', 'Member discount'),
    },
    {
      name: 'Return/Exchange',
      aliases: ['return', 'exchange', 'replace', 'replacement', 'size exchange'],
      team: 'Operations',
      priority: 'medium',
      form: aboutProduct('Exchange of size', 'Return', 'Refused', 'Bill lost'),
    },
    {
      name: 'Staff Knowledge',
      aliases: ['product advice', 'did not know the product', 'retail staff'],
      team: 'Operations',
      priority: 'low',
      form: aboutProduct('Could not advise', 'Wrong size advised', 'Wrong care advice'),
    },
  ],
}
