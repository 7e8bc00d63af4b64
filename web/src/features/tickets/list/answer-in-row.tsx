import type { ShownAnswer } from '@physique57/contracts'
import { formatDate, formatDateTime, formatNumber } from '../../../lib/format.ts'

/** What was answered, in words, on one line. */
export default function AnswerInRow({ answer, zone }: { answer: ShownAnswer; zone: string }) {
  const text = answerInWords(answer, zone)
  return (
    <span title={text} className="clip block">
      {text}
    </span>
  )
}

function answerInWords({ type, value, unit }: ShownAnswer, zone: string): string {
  if (type === 'checkbox') return value === true ? 'Yes' : 'No'
  if (type === 'rating') return `${String(value)} of 5`
  if (type === 'file') return value === 1 ? '1 file' : `${String(value)} files`
  if (type === 'datetime') return formatDateTime(String(value), zone)
  if (type === 'date') return formatDate(`${String(value)}T12:00:00Z`, 'UTC')
  return [typeof value === 'number' ? formatNumber(value) : String(value), unit].filter(Boolean).join(' ')
}
