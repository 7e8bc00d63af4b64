import type { Role } from '@physique57/contracts'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { z } from 'zod'
import { fetchListAhead } from '../features/tickets/list/first-list.ts'
import { ticketSearch } from '../features/tickets/ticket-search.ts'
import { part } from '../lib/missing-part.ts'
import { queryClient } from '../lib/query-client.ts'
import { resumeSession } from '../lib/session.ts'
import { sessionIsLikely, useAuth } from '../stores/auth-store.ts'
import { Layout } from './layout.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { RouteError } from './route-error.tsx'
import { ShellSkeleton } from './shell-skeleton.tsx'

const root = createRootRoute({ component: Outlet })

/** A path of this app, so that a crafted link cannot send anybody elsewhere after signing in. */
const InnerPath = z.string().regex(/^\/(?![/\\])/)

const signIn = createRoute({
  getParentRoute: () => root,
  path: 'sign-in',
  validateSearch: z.object({ from: InnerPath.optional().catch(undefined) }),
  beforeLoad: async ({ search }) => {
    if (await isSignedIn().catch(() => false)) throw redirect({ href: search.from ?? '/tickets' })
  },
  component: lazyRouteComponent(
    part(() => import('../features/auth/sign-in-page.tsx')),
    'SignInPage',
  ),
})

/** For whoever has a link from a mail or a console, signed in or not. */
const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: 'forgot-password',
  component: lazyRouteComponent(
    part(() => import('../features/auth/forgot-password-page.tsx')),
    'ForgotPasswordPage',
  ),
})

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: 'reset-password',
  component: lazyRouteComponent(
    part(() => import('../features/auth/reset-password-page.tsx')),
    'ResetPasswordPage',
  ),
})

const signUp = createRoute({
  getParentRoute: () => root,
  path: 'sign-up',
  component: lazyRouteComponent(
    part(() => import('../features/auth/sign-up-page.tsx')),
    'SignUpPage',
  ),
})

const confirmSignUp = createRoute({
  getParentRoute: () => root,
  path: 'confirm-sign-up',
  component: lazyRouteComponent(
    part(() => import('../features/auth/confirm-sign-up-page.tsx')),
    'ConfirmSignUpPage',
  ),
})

const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: 'confirm-email',
  component: lazyRouteComponent(
    part(() => import('../features/auth/confirm-email-page.tsx')),
    'ConfirmEmailPage',
  ),
})

const setUp = createRoute({
  getParentRoute: () => root,
  path: 'set-up',
  component: lazyRouteComponent(
    part(() => import('../features/auth/set-up-page.tsx')),
    'SetUpPage',
  ),
})

/** Everything below needs a session; whoever has none signs in first and comes back. */
const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: async ({ location }) => {
    if (!(await isSignedIn())) throw redirect({ to: '/sign-in', search: from(location.href) })
  },
  component: Layout,
  pendingComponent: ShellSkeleton,
  pendingMs: 150,
})

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/tickets', replace: true })
  },
})

const ticketList = createRoute({
  getParentRoute: () => app,
  path: 'tickets',
  validateSearch: ticketSearch,
  staticData: { title: 'Tickets' },
  beforeLoad: ({ search, cause }) => {
    if (cause !== 'stay') fetchListAhead(queryClient, search)
  },
  component: lazyRouteComponent(
    part(() => import('../features/tickets/list/ticket-list-page.tsx')),
    'TicketListPage',
  ),
})

const createTicket = createRoute({
  getParentRoute: () => app,
  path: 'tickets/new',
  staticData: { within: 'tickets', fullScreenOnPhone: true },
  component: lazyRouteComponent(
    part(() => import('../features/tickets/form/create-ticket-page.tsx')),
    'CreateTicketPage',
  ),
})

const ticketDetail = createRoute({
  getParentRoute: () => app,
  path: 'tickets/$ticketId',
  staticData: { within: 'tickets', fullScreenOnPhone: true },
  component: lazyRouteComponent(
    part(() => import('../features/tickets/detail/ticket-detail-page.tsx')),
    'TicketDetailPage',
  ),
})

const inbox = createRoute({
  getParentRoute: () => app,
  path: 'notifications',
  component: lazyRouteComponent(
    part(() => import('../features/notifications/notifications-page.tsx')),
    'NotificationsPage',
  ),
})

const preferences = createRoute({
  getParentRoute: () => app,
  path: 'notifications/preferences',
  component: lazyRouteComponent(
    part(() => import('../features/notifications/preferences-page.tsx')),
    'PreferencesPage',
  ),
})

const cannedReplies = createRoute({
  getParentRoute: () => app,
  path: 'canned-replies',
  component: lazyRouteComponent(
    part(() => import('../features/canned-replies/canned-replies-page.tsx')),
    'CannedRepliesPage',
  ),
})

const profile = createRoute({
  getParentRoute: () => app,
  path: 'people/$userId',
  staticData: { within: 'tickets', fullScreenOnPhone: true },
  component: lazyRouteComponent(
    part(() => import('../features/people/profile-page.tsx')),
    'ProfilePage',
  ),
})

const team = createRoute({
  getParentRoute: () => app,
  path: 'teams/$teamId',
  staticData: { within: 'tickets', fullScreenOnPhone: true },
  component: lazyRouteComponent(
    part(() => import('../features/people/team-page.tsx')),
    'TeamPage',
  ),
})

const account = createRoute({
  getParentRoute: () => app,
  path: 'account',
  component: lazyRouteComponent(
    part(() => import('../features/auth/account-page.tsx')),
    'AccountPage',
  ),
})

/** The shared components in every state; linked from nowhere but CONTRIBUTING. */
const design = createRoute({
  getParentRoute: () => app,
  path: 'design',
  component: lazyRouteComponent(
    part(() => import('../features/design/design-page.tsx')),
    'DesignPage',
  ),
})

const trash = createRoute({
  getParentRoute: () => app,
  path: 'admin/trash',
  staticData: { roles: ['admin'] },
  component: lazyRouteComponent(
    part(() => import('../features/tickets/trash-page.tsx')),
    'TrashPage',
  ),
})

const nowhere = createRoute({ getParentRoute: () => app, path: '$', component: NotFoundPage })

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    forgotPassword,
    resetPassword,
    signUp,
    confirmSignUp,
    confirmEmail,
    setUp,
    app.addChildren([
      home,
      ticketList,
      createTicket,
      ticketDetail,
      inbox,
      preferences,
      cannedReplies,
      profile,
      team,
      account,
      design,
      trash,
      nowhere,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFoundPage,
})

/** The page's own code comes while the session is looked up, not after it. */
export function fetchPageCode(): void {
  if (!sessionIsLikely()) return
  const [matchedRoutes] = router.getMatchedRoutes(router.latestLocation.pathname)
  for (const route of matchedRoutes) router.loadRouteChunk(route)?.catch(() => undefined)
}

async function isSignedIn(): Promise<boolean> {
  if (useAuth.getState().status === 'unknown') await resumeSession()
  return useAuth.getState().status === 'signed-in'
}

/** The start page is where one gets anyway. */
const from = (href: string): { from?: string } => (href === '/' || href === '/tickets' ? {} : { from: href })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    /** The page's one heading, shown in the top bar on a desk; a page without it brings its own. */
    title?: string
    /** Came from there: the top bar leads back. */
    within?: 'tickets'
    /** On a phone it has its own bars at top and bottom. */
    fullScreenOnPhone?: boolean
    /** Who has this page; nobody else gets to see it. */
    roles?: readonly Role[]
  }
}
