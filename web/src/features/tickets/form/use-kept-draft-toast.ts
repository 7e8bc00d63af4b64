import { useNavigate } from '@tanstack/react-router'
import { toast } from '../../../components/ui/toast.tsx'

/** Looking at another ticket loses nothing, and this is the way back. */
export function useKeptDraftToast(): () => void {
  const navigate = useNavigate()
  return () =>
    toast.info('Your draft is kept', {
      action: { label: 'Go on with it', onClick: () => void navigate({ to: '/tickets/new' }) },
    })
}
