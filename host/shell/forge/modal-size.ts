import { type ModalSize } from '../../bridge/page/surroundings';

interface Measures {
  readonly width: string;
  readonly height: string;
}

// Forge: sizes of a Modal (https://developer.atlassian.com/platform/forge/custom-ui-bridge/modal/); never larger than the window.
const named: Readonly<Record<string, Measures>> = {
  small: { width: '400px', height: 'max(20vh, 320px)' },
  medium: { width: '600px', height: 'max(40vh, 520px)' },
  large: { width: '800px', height: 'max(70vh, 720px)' },
  xlarge: { width: '968px', height: '90vh' },
  max: { width: '100%', height: '100vh' },
  fullscreen: { width: '100%', height: '100vh' },
  resizable: { width: '800px', height: 'max(70vh, 720px)' },
};

export function measuresOf(size: ModalSize): Measures {
  if (typeof size === 'string') return named[size] ?? { width: '600px', height: '520px' };
  return { width: size.width, height: size.height ?? '520px' };
}
