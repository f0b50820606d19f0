// Runs before the first paint, so that a person who chose dark is not blinded at night by a white flash.
try {
  const chosen = localStorage.getItem('nabat.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch {
  // Storage may be forbidden; then the system's choice stands.
}
