// Runs before anything is drawn, so that the page does not flash in the other theme.
const theme = localStorage.getItem('milvaion.theme');
if (theme === 'light' || theme === 'dark') {
  document.documentElement.dataset['theme'] = theme;
}
document.documentElement.dataset['density'] = localStorage.getItem('milvaion.density') ?? 'compact';
