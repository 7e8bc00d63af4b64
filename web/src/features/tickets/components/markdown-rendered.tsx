import ReactMarkdown, { type Components } from 'react-markdown'
import { textLinkClass } from '../../../components/ui/text-link.ts'

/** No raw HTML, no pictures from elsewhere (they would tell a stranger who reads), headings no bigger than the text. */
const components: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noreferrer noopener nofollow" className={textLinkClass}>
      {children}
    </a>
  ),
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

export default function MarkdownRendered({ text }: { text: string }) {
  return (
    <ReactMarkdown skipHtml disallowedElements={['img']} components={components}>
      {text}
    </ReactMarkdown>
  )
}
