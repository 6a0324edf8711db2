import { ModalTransition } from '@atlaskit/modal-dialog';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { tellClockJumped, tellIssueChanged } from '../../bridge/page/frames';
import {
  type ModalOptions,
  type Place,
  type Surroundings,
  SurroundingsContext,
} from '../../bridge/page/surroundings';
import { type ColorMode } from '../../bridge/page/theming';
import { useClock } from '../data/clock';
import { useChanges } from '../data/live';
import { useSession } from '../data/session';
import { useFlags } from '../parts/flags';
import { FrameDialog } from './FrameDialog';
import { goTo, urlOf } from './destinations';

interface OpenDialog {
  readonly id: number;
  readonly place: Place;
  readonly options: ModalOptions;
}

/** A clock that follows real time takes smaller steps. */
const jumpMs = 30_000;

/** What the pages of the app find around them: flags, dialogs, navigation, the theme, and news of their ticket. */
export function ForgeSurroundings({
  colorMode,
  children,
}: {
  readonly colorMode: ColorMode;
  readonly children: ReactNode;
}) {
  const flags = useFlags();
  const { projects } = useSession();
  const lastNow = useRef(useClock().now);
  const [dialogs, setDialogs] = useState<readonly OpenDialog[]>([]);

  useChanges((change) => {
    if (change.type === 'clock') {
      const now = Date.parse(change.now);
      if (now - lastNow.current > jumpMs) tellClockJumped();
      lastNow.current = now;
    }
    // After the app has dealt with it, so that its page reads what came of it.
    if (change.type !== 'settled') return;
    for (const { issueKey, what, actor } of change.changes) {
      const projectId = projects.find(({ key }) => key === issueKey.split('-')[0])?.id ?? '';
      tellIssueChanged(issueKey, projectId, {
        changeType: what === 'commented' ? 'commented' : 'updated',
        atlassianId: actor,
      });
    }
  });

  const surroundings = useMemo<Surroundings>(
    () => ({
      colorMode,
      showFlag: flags.show,
      closeFlag: flags.close,
      openModal: (place, options) =>
        setDialogs((open) => [...open, { id: (open.at(-1)?.id ?? 0) + 1, place, options }]),
      navigate: goTo,
      urlOf: (to) => urlOf(to)?.href ?? null,
      setTitle: (title) => {
        document.title = title;
      },
    }),
    [colorMode, flags],
  );
  return (
    <SurroundingsContext.Provider value={surroundings}>
      {children}
      <ModalTransition>
        {dialogs.map(({ id, place, options }) => (
          <FrameDialog
            key={id}
            place={place}
            options={options}
            onGone={() => setDialogs((open) => open.filter((dialog) => dialog.id !== id))}
          />
        ))}
      </ModalTransition>
    </SurroundingsContext.Provider>
  );
}
