// Runs before the first paint, so that a stored theme shows without a flash. Kept apart because the CSP forbids inline scripts.
try {
  const stored = JSON.parse(localStorage.getItem('p57.ui') ?? 'null')
  const theme = stored?.state?.theme
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is blocked or holds something else: the system's preference decides.
}
