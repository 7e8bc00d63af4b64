import { Button } from '../../../components/ui/button.tsx'

interface LoadMoreProps {
  isLoading: boolean
  onLoad: () => void
}

/** Loads the next page as soon as it comes into sight; the button is for those who do not scroll. */
export function LoadMore({ isLoading, onLoad }: LoadMoreProps) {
  const watch = (element: HTMLElement | null) => {
    if (!element) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && !isLoading && onLoad(), {
      rootMargin: '400px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }
  return (
    <div ref={watch} className="flex justify-center p-3">
      <Button variant="ghost" busy={isLoading} onClick={onLoad}>
        Load more
      </Button>
    </div>
  )
}
