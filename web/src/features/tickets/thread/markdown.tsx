import type { PersonRef } from '@physique57/contracts'
import { Part } from '../../../components/ui/part.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'

const Rendered = lazyPart(() => import('./markdown-rendered.tsx'))

/** What somebody wrote, as Markdown without HTML. Until the renderer is there, the text as typed. */
export function Markdown({ text, mentions }: { text: string; mentions?: readonly PersonRef[] }) {
  return (
    <div className="text-pretty text-lg [overflow-wrap:anywhere]">
      <Part fallback={<p className="whitespace-pre-line">{text}</p>}>
        <Rendered text={text} mentions={mentions} />
      </Part>
    </div>
  )
}
