import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { answersFor, type FramePlace, post } from './answers';
import { FrameEvents, join } from './frames';
import { type Extension, type Place, useSurroundings } from './surroundings';
import { Endpoint } from './wire';

interface Props {
  readonly place: Place;
  /** The frame's name for screen readers. */
  readonly title: string;
  /** Takes the height of its content, at least so many pixels; a dialog's frame fills its place instead. */
  readonly minHeight?: number;
  readonly fills?: boolean;
  readonly close?: FramePlace['close'];
  readonly onClose?: FramePlace['onClose'];
  readonly submit?: FramePlace['submit'];
  readonly refresh?: FramePlace['refresh'];
  readonly onEscape?: () => void;
  /** Shown until the page is known, and instead of it when the platform refuses. */
  readonly waiting: ReactNode;
  readonly refused: (message: string, tryAgain: () => void) => ReactNode;
}

// As in Jira, seen in the browser; everything not named is blocked, navigation of the page around it included.
const sandbox =
  'allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts allow-popups allow-popups-to-escape-sandbox';
const permissions = 'camera; microphone; display-capture; clipboard-write; fullscreen';

/** One module of the app: asks the host for its page, and mounts that page as Jira does, sandboxed on its own origin. */
export function ForgeFrame({ place, waiting, refused, ...rest }: Props) {
  const [extension, setExtension] = useState<Extension | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const identity = JSON.stringify(place);

  useEffect(() => {
    let wanted = true;
    setExtension(null);
    setProblem(null);
    post('/__host/extension', JSON.parse(identity)).then(
      (opened) => wanted && setExtension(opened as Extension),
      (error: unknown) =>
        wanted && setProblem(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      wanted = false;
    };
  }, [identity, attempt]);

  if (problem !== null) return <>{refused(problem, () => setAttempt((count) => count + 1))}</>;
  if (extension === null) return <>{waiting}</>;
  return <OpenFrame key={extension.id} place={place} extension={extension} {...rest} />;
}

type OpenProps = Omit<Props, 'waiting' | 'refused'> & { readonly extension: Extension };

function OpenFrame(props: OpenProps) {
  const { extension, title, minHeight = 0, fills = false } = props;
  const surroundings = useSurroundings();
  const frame = useRef<HTMLIFrameElement>(null);
  const endpoint = useRef<Endpoint | null>(null);
  const [height, setHeight] = useState(minHeight);
  const [themed, setThemed] = useState(false);
  const latest = useRef({ props, surroundings });
  latest.current = { props, surroundings };

  const connect = useCallback(() => {
    const origin = new URL(extension.src).origin;
    const events = new FrameEvents(extension.context);
    const { props: now } = latest.current;
    const answers = answersFor(
      {
        place: now.place,
        extension,
        events,
        onHeight: setHeight,
        onThemed: () => setThemed(true),
        onEscape: () => latest.current.props.onEscape?.(),
        ...(now.close
          ? { close: (payload: unknown) => latest.current.props.close?.(payload) }
          : {}),
        ...(now.onClose
          ? { onClose: (callback: () => unknown) => latest.current.props.onClose?.(callback) }
          : {}),
        ...(now.submit
          ? { submit: (payload: unknown) => latest.current.props.submit?.(payload) }
          : {}),
        ...(now.refresh
          ? { refresh: (payload: unknown) => latest.current.props.refresh?.(payload) }
          : {}),
      },
      () => latest.current.surroundings,
    );
    const link = new Endpoint(
      (message) => frame.current?.contentWindow?.postMessage(message, origin),
      (method, payload) => {
        const handler = answers[method];
        if (!handler) throw new Error(`The local Jira does not know the bridge method ${method}.`);
        return handler(payload as never);
      },
    );
    endpoint.current = link;
    const leave = join(events);
    const listener = (event: MessageEvent): void => {
      if (
        event.origin === origin &&
        event.source !== null &&
        event.source === frame.current?.contentWindow
      )
        link.receive(event.data);
    };
    window.addEventListener('message', listener);
    return () => {
      window.removeEventListener('message', listener);
      leave();
    };
  }, [extension]);

  // Before the browser gets to load the frame: its first call must find somebody listening.
  useLayoutEffect(connect, [connect]);
  useEffect(() => {
    if (themed) void endpoint.current?.call('theme', surroundings.colorMode).catch(() => undefined);
  }, [themed, surroundings.colorMode]);

  return (
    <iframe
      ref={frame}
      src={extension.src}
      title={title}
      allow={permissions}
      sandbox={sandbox}
      // Browsers put an opaque canvas under a frame whose colour scheme differs from its element's (CSS Color Adjustment 1).
      style={{
        display: 'block',
        inlineSize: '100%',
        border: 0,
        blockSize: fills ? '100%' : Math.max(height, minHeight),
        colorScheme: themed ? surroundings.colorMode : 'light',
      }}
    />
  );
}
