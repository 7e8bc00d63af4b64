// Runs before the first paint; kept apart because the CSP forbids inline scripts.

// A stored theme shows without a flash.
try {
  const stored = JSON.parse(localStorage.getItem('p57.ui') ?? 'null')
  const theme = stored?.state?.theme
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is blocked or holds something else: the system's preference decides.
}

// The app itself did not come (a bad line, a server being replaced): words instead of white.
addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLScriptElement) addEventListener('load', sayNotLoaded)
  },
  { capture: true },
)

function sayNotLoaded() {
  const words = document.getElementById('not-loaded')
  if (!words) return
  words.querySelector('a').href = location.href
  words.hidden = false
}
