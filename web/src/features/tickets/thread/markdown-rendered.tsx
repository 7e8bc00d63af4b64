import type { PersonRef } from '@physique57/contracts'
import ReactMarkdown, { type Components } from 'react-markdown'
import { textLinkClass } from '../../../components/ui/text-link.ts'
import { markMentions } from './mark-mentions.ts'
import { MentionLink } from './mention-link.tsx'

/** No raw HTML, no pictures from elsewhere (they would tell a stranger who reads), headings no bigger than the text. */
const components: Components = {
  a: ({ href, children, node }) => {
    const mentioned = node?.properties.dataMention
    if (typeof mentioned === 'string') return <MentionLink userId={mentioned}>{children}</MentionLink>
    return (
      <a href={href} target="_blank" rel="noreferrer noopener nofollow" className={textLinkClass}>
        {children}
      </a>
    )
  },
  p: ({ children }) => <p className="whitespace-pre-line [&+*]:mt-2">{children}</p>,
  ul: ({ children }) => <ul className="list-disc pl-5 [&+*]:mt-2">{children}</ul>,
  ol: ({ children }) => <ol className="list-decimal pl-5 [&+*]:mt-2">{children}</ol>,
  code: ({ children }) => <code className="rounded-sm bg-stone-tint px-1 font-mono text-base">{children}</code>,
  pre: ({ children }) => <pre className="overflow-x-auto rounded-md bg-stone-tint p-2 [&+*]:mt-2">{children}</pre>,
  blockquote: ({ children }) => (
    <blockquote className="border-line-strong border-l-2 pl-3 text-ink-2">{children}</blockquote>
  ),
}
for (const heading of ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const) {
  components[heading] = ({ children }) => <p className="font-semibold [&+*]:mt-1">{children}</p>
}

const nobody: readonly PersonRef[] = []

interface MarkdownRenderedProps {
  text: string
  mentions?: readonly PersonRef[] | undefined
}

export default function MarkdownRendered({ text, mentions = nobody }: MarkdownRenderedProps) {
  return (
    <ReactMarkdown
      skipHtml
      disallowedElements={['img']}
      components={components}
      remarkPlugins={[[markMentions, mentions]]}
    >
      {text}
    </ReactMarkdown>
  )
}
