import { NotFound } from '../components/ui/not-found.tsx'
import { useDocumentTitle } from '../lib/document-title.ts'

export function NotFoundPage() {
  useDocumentTitle('Not found')
  return <NotFound />
}
