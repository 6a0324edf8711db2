import { createContext, useContext } from 'react';
import { type ColorMode } from './theming';

/** What a module stands in, as `POST /__host/extension` takes it. */
export interface Place {
  readonly moduleKey: string;
  readonly issueKey?: string;
  readonly projectKey?: string;
  readonly gadget?: {
    readonly id: string;
    readonly dashboardId: string;
    readonly configuration: unknown;
  };
  readonly entryPoint?: 'edit';
  /** Of a dialog: what the app gave as its context. */
  readonly modal?: unknown;
  readonly resource?: string;
}

/** `view.getContext()`; the rest of Forge's FullContext goes through unread. */
export interface FrameContext {
  readonly moduleKey: string;
  readonly extension: {
    readonly type: string;
    readonly issue?: { readonly id: string; readonly key: string };
    readonly [member: string]: unknown;
  };
  readonly [member: string]: unknown;
}

/** An opened module: where its page is and what it is told. */
export interface Extension {
  readonly id: string;
  readonly src: string;
  readonly context: FrameContext;
}

export interface FlagOptions {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'info' | 'success' | 'warning' | 'error';
  readonly appearance?: string;
  readonly isAutoDismiss?: boolean;
  readonly actions?: readonly { readonly text: string; readonly onClick: () => unknown }[];
}

export interface ModalOptions {
  readonly resource: string | null;
  readonly onClose: (payload?: unknown) => unknown;
  readonly size: ModalSize;
  readonly context: unknown;
  readonly closeOnEscape: boolean;
  readonly closeOnOverlayClick: boolean;
  readonly title: string;
}

export type ModalSize =
  | 'small'
  | 'medium'
  | 'large'
  | 'xlarge'
  | 'max'
  | 'fullscreen'
  | 'resizable'
  | { readonly width: string; readonly height?: string };

/** A place in Jira, as `router.navigate` names one. */
export interface Destination {
  readonly url?: string;
  readonly target?: string;
  readonly issueKey?: string;
  readonly dashboardId?: string;
  readonly moduleKey?: string;
  readonly type?: 'same-tab' | 'new-tab';
}

/** What the Jira page around all frames does for them. */
export interface Surroundings {
  readonly colorMode: ColorMode;
  showFlag(flag: FlagOptions): void;
  closeFlag(id: string): void;
  openModal(place: Place, options: ModalOptions): void;
  navigate(to: Destination): void;
  urlOf(to: Destination): string | null;
  setTitle(title: string): void;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);

/** @throws Error outside the page that provides them */
export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (surroundings === null)
    throw new Error('A Forge frame needs the page around it to provide SurroundingsContext.');
  return surroundings;
}
