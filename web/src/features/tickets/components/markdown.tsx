import { lazy, Suspense } from 'react'

const Rendered = lazy(() => import('./markdown-rendered.tsx'))

/** What somebody wrote, as Markdown without HTML. Until the renderer is there, the text as typed. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="text-pretty text-lg [overflow-wrap:anywhere]">
      <Suspense fallback={<p className="whitespace-pre-line">{text}</p>}>
        <Rendered text={text} />
      </Suspense>
    </div>
  )
}
