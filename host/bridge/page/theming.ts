/** Which of the two colour modes a page is to be shown in. */
export type ColorMode = 'light' | 'dark';

// The attributes Forge sets (https://developer.atlassian.com/platform/forge/design-tokens-and-theming/): all of Atlaskit's
// themes are in the one style sheet, and data-color-mode picks.
const themes =
  'dark:dark light:light motion:motion shape:shape spacing:spacing typography:typography';
const sheet = '/__host/theme.css';

function addSheet(): Promise<void> {
  if (document.querySelector(`link[href="${sheet}"]`)) return Promise.resolve();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = sheet;
  return new Promise((resolve) => {
    // A page without its theme is still a page: a failed sheet must not keep it from starting.
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}

/** Shows this document in `mode`; resolves when the theme is there, so that nothing is painted twice. */
export async function applyTheme(mode: ColorMode): Promise<void> {
  document.documentElement.dataset['theme'] = themes;
  document.documentElement.dataset['colorMode'] = mode;
  await addSheet();
}
