import { type Export, exportFormatLabel } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { textLinkClass } from '../../../components/ui/text-link.ts'
import { formatBytes, formatNumber } from '../../../lib/format.ts'
import { exportQueries, fileOf } from '../api.ts'

/** What was made in the background and can still be fetched. */
export function LatestExports() {
  const { data } = useQuery(exportQueries.latest())
  const ready = data?.filter(({ state }) => state === 'ready') ?? []
  if (ready.length === 0) return null
  return (
    <section aria-label="Made in the last day" className="grid gap-1.5 border-line border-t pt-3">
      <h3 className="font-medium text-ink text-sm touch:text-base">Made in the last day</h3>
      <ul className="grid gap-1">
        {ready.slice(0, 5).map((each) => (
          <li key={each.id} className="flex min-h-6 items-center gap-2 text-sm touch:min-h-11 touch:text-base">
            <a href={fileOf(each)} download={each.name} className={`clip ${textLinkClass}`}>
              {each.name}
            </a>
            <span className="num flex-none text-ink-3">{about(each)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const about = ({ format, done, size }: Export): string =>
  `${exportFormatLabel[format]}, ${done === 1 ? '1 ticket' : `${formatNumber(done)} tickets`}, ${formatBytes(size ?? 0)}`
