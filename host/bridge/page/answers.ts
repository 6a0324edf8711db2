// What the Jira page answers to @forge/bridge 7.2, method by method.
import { emitToFrames, type FrameEvents } from './frames';
import {
  type Destination,
  type Extension,
  type FlagOptions,
  type ModalOptions,
  type Place,
  type Surroundings,
} from './surroundings';

/** What one frame can do to its own place on the page; absent where Jira offers nothing of the kind. */
export interface FramePlace {
  readonly place: Place;
  readonly extension: Extension;
  readonly events: FrameEvents;
  onHeight(height: number): void;
  onThemed(): void;
  /** Escape was pressed in the frame and nothing there wanted it. */
  onEscape(): void;
  /** Of a dialog. */
  readonly close?: (payload: unknown) => void;
  readonly onClose?: (callback: () => unknown) => void;
  /** Of a gadget's edit view. */
  readonly submit?: (payload: unknown) => Promise<void> | void;
  readonly refresh?: (payload: unknown) => Promise<void> | void;
}

type Handler = (payload: never) => unknown;

/** @throws Error with the host's own words */
export async function post(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json().catch(() => null)) as {
    error?: { message?: string };
  } | null;
  if (!response.ok)
    throw new Error(answer?.error?.message ?? `The local Jira answered ${response.status}.`);
  return answer;
}

async function invoke(
  id: string,
  {
    functionKey,
    payload,
    metadata,
  }: { functionKey: string; payload?: unknown; metadata?: unknown },
): Promise<unknown> {
  const answer = (await post(`/__host/extension/${id}/invoke`, { functionKey, payload })) as
    { ok: true; value?: unknown } | { ok: false; error: string | { message?: string } };
  if (!answer.ok)
    throw new Error(
      typeof answer.error === 'string'
        ? answer.error
        : (answer.error.message ?? 'There was an error invoking the function.'),
    );
  return metadata === undefined ? answer.value : { body: answer.value, metadata: {} };
}

const unsupported = (what: string) => (): never => {
  throw new Error(`The local Jira does not offer ${what}.`);
};

/** The table for one frame; `around` is asked anew each time, for it follows the page's state. */
export function answersFor(
  frame: FramePlace,
  around: () => Surroundings,
): Readonly<Record<string, Handler>> {
  const { extension, events } = frame;
  const listen = ({
    event,
    callback,
  }: {
    event: string;
    callback: (payload: unknown) => unknown;
  }): unknown => events.on(event, callback);
  const emit = ({ event, payload }: { event: string; payload?: unknown }): void =>
    emitToFrames(event, payload);
  const permission = (): unknown => ({ data: [], success: true });
  return {
    getContext: () => extension.context,
    invoke: (call: { functionKey: string }) => invoke(extension.id, call),
    fetchProduct: ({
      product,
      restPath,
      fetchRequestInit,
    }: {
      product: string;
      restPath: string;
      fetchRequestInit: unknown;
    }) => {
      if (product !== 'jira') throw new Error(`The local site has no ${product}.`);
      return post(`/__host/extension/${extension.id}/fetch-product`, {
        restPath,
        init: fetchRequestInit,
      });
    },
    enableTheming: () => {
      frame.onThemed();
      return around().colorMode;
    },
    showFlag: (flag: FlagOptions) => around().showFlag(flag),
    closeFlag: ({ id }: { id: string }) => around().closeFlag(id),
    openModal: (options: ModalOptions) => {
      const { entryPoint: _entryPoint, ...place } = frame.place;
      around().openModal(
        {
          ...place,
          modal: options.context,
          ...(options.resource === null ? {} : { resource: options.resource }),
        },
        options,
      );
    },
    close: (payload: unknown) => (frame.close ? frame.close(payload) : false),
    onClose: (callback: () => unknown) => (frame.onClose ? frame.onClose(callback) : false),
    submit: (payload: unknown) => (frame.submit ? frame.submit(payload) : false),
    refresh: (payload: unknown) => (frame.refresh ? frame.refresh(payload) : false),
    open: () => false,
    navigate: (to: Destination) => around().navigate(to),
    getUrl: (to: Destination) => around().urlOf(to),
    reload: () => window.location.reload(),
    on: listen,
    onPublic: listen,
    emit,
    emitPublic: emit,
    changeWindowTitle: (title: string) => around().setTitle(title),
    emitReadyEvent: () => undefined,
    getFrameId: () => extension.id,
    height: (height: number) => frame.onHeight(height),
    escape: () => frame.onEscape(),
    isRovoEnabled: () => false,
    getCookieConsentPreferences: () => ({ success: true, preferences: {} }),
    emitFrontendCustomMetric: () => undefined,
    trackObjectStoreAction: () => undefined,
    initFeatureFlags: unsupported('feature flags'),
    getFrameDispatch: unsupported('frame dispatch'),
    openRovo: unsupported('Rovo'),
    requestTeamworkGraph: unsupported('the Teamwork Graph'),
    fetchRemote: unsupported('remotes'),
    fetchUserRecommendations: unsupported('user recommendations'),
    subscribeRealtimeChannel: unsupported('realtime channels'),
    publishRealtimeChannel: unsupported('realtime channels'),
    __permission__egressGet: permission,
    __permission__remoteGet: permission,
  };
}
