import { getThemeStyles } from '@atlaskit/tokens/get-theme-styles';

let css: Promise<string> | null = null;

/** The design tokens in both colour modes, as Jira gives them to a page that calls `view.theme.enable()`. */
export function themeCss(): Promise<string> {
  css ??= getThemeStyles({ colorMode: 'auto', light: 'light', dark: 'dark', spacing: 'spacing', typography: 'typography', shape: 'shape', motion: 'motion' }).then((styles) =>
    styles.map((style) => style.css).join('\n'),
  );
  return css;
}
