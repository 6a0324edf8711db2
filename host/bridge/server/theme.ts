import { getThemeStyles } from '@atlaskit/tokens/get-theme-styles';

/** Where Atlaskit looks for the feature gates of the product it runs in (`@atlaskit/platform-feature-flags`). */
interface Gated {
  __PLATFORM_FEATURE_FLAGS__?: { booleanResolver?: ((gate: string) => boolean) | undefined };
}

let css: Promise<string> | null = null;

/** The design tokens in both colour modes, as Jira gives them to a page that calls `view.theme.enable()`. */
export function themeCss(): Promise<string> {
  // Left to itself Atlaskit would ask a remote service, which is not there, and warn.
  (globalThis as Gated).__PLATFORM_FEATURE_FLAGS__ = { booleanResolver: () => false };
  css ??= getThemeStyles({
    colorMode: 'auto',
    light: 'light',
    dark: 'dark',
    spacing: 'spacing',
    typography: 'typography',
    shape: 'shape',
    motion: 'motion',
  }).then((styles) => styles.map((style) => style.css).join('\n'));
  return css;
}
