// The script a Forge page gets before its own: it defines what @forge/bridge reads when it is loaded. In Jira this is
// https://forge.cdn.prod.atlassian-dev.net/global-bridge.js; here it speaks to host/bridge/page/ForgeFrame.tsx.
import { watchContentHeight } from './content-height';
import { createFrameHistory } from './frame-history';
import { applyTheme, type ColorMode } from './theming';
import { Endpoint } from './wire';

type CallBridge = (method: string, payload?: unknown) => Promise<unknown>;

declare global {
  interface Window {
    __bridge?: { readonly callBridge: CallBridge };
  }
}

/** Only the page around this frame is spoken to; browsers without ancestorOrigins name it as the referrer. */
const around =
  window.location.ancestorOrigins?.[0] ??
  (document.referrer === '' ? '' : new URL(document.referrer).origin);

/** What the Jira page may ask of this frame. */
const endpoint = new Endpoint(
  (message) => window.parent.postMessage(message, around),
  (method, payload) => {
    if (method === 'theme') return applyTheme(payload as ColorMode);
    throw new Error(`A frame has no method ${method}.`);
  },
);

/** What is answered on this side: objects with functions that have to answer at once, and the document itself. */
const here: Readonly<Record<string, () => Promise<unknown>>> = {
  enableTheming: async () => applyTheme((await endpoint.call('enableTheming')) as ColorMode),
  createHistory: async () => createFrameHistory(),
};

if (window.parent !== window && around !== '') {
  window.addEventListener('message', (event) => {
    if (event.source === window.parent && event.origin === around) endpoint.receive(event.data);
  });
  window.__bridge = {
    callBridge: (method, payload) => here[method]?.() ?? endpoint.call(method, payload),
  };
  // The page around sees no key pressed in here; a dialog is left with Escape all the same.
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) void endpoint.call('escape');
  });
  watchContentHeight((height) => void endpoint.call('height', height));
}
