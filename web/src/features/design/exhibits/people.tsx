import { Avatar } from '../../../components/ui/avatar.tsx'
import { Brand } from '../../../components/ui/brand.tsx'
import { BackLink, PageBar } from '../../../components/ui/page-bar.tsx'
import { textLinkClass } from '../../../components/ui/text-link.ts'
import { cx } from '../../../lib/cx.ts'
import { Exhibit, Line } from '../exhibit.tsx'

const people = [
  { id: 'a', name: 'Devika Samarthan' },
  { id: 'b', name: 'Rushil Okhandia' },
  { id: 'c', name: 'Kaveer Thundathil' },
  { id: 'd', name: 'नूरानी बांदेलकर' },
  { id: 'e', name: 'Tanvika' },
  { id: 'f', name: 'Mehrish Palkhi' },
] as const

export function PersonExhibit() {
  return (
    <Exhibit
      title="People and facts"
      code="Avatar, Brand, PageBar"
      about="A colour that stays with the person. The accent is never a link, a logo or a count: those are ink."
    >
      <Line name="Avatar">
        {people.map((person) => (
          <Avatar key={person.id} person={person} size={28} />
        ))}
        <Avatar person={null} size={28} />
      </Line>
      <Line name="Sizes">
        {([20, 24, 28, 40] as const).map((size) => (
          <Avatar key={size} person={people[2]} size={size} />
        ))}
        <Avatar person={people[0]} size={28} status="on" />
        <Avatar person={people[1]} size={28} status="away" />
      </Line>
      <Line name="Brand">
        <Brand name="Physique 57" />
      </Line>
      <Line name="Link">
        <a
          href="#people-and-facts"
          className={cx(textLinkClass, 'touch:inline-flex touch:min-h-11 touch:items-center')}
        >
          P57-4821
        </a>
      </Line>
      <div className="overflow-hidden rounded-lg border border-line">
        <PageBar
          title="A page with a very long title, cut where it ends"
          back={<BackLink to="/tickets" label="Back to the tickets" />}
          heading="h3"
        />
      </div>
    </Exhibit>
  )
}
