// Runs before the first paint, so that a dark screen never flashes white.
(function () {
  var chosen = 'auto';
  try {
    chosen = JSON.parse(localStorage.getItem('medflip.theme')) || 'auto';
  } catch {
    // Storage may be forbidden; the system's choice holds then.
  }
  var dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
