import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Stands at the right, over the page, which stays usable beside it. Escape closes it; the focus goes back. */
export function Drawer({ title, onClose, children }: Props) {
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    drawer.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <aside
      ref={drawer}
      className="drawer"
      tabIndex={-1}
      aria-label={title}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header className="drawer-head">
        <h2>{title}</h2>
        <IconButton
          icon={CrossIcon}
          label={`Close ${title}`}
          appearance="subtle"
          onClick={onClose}
        />
      </header>
      <div className="drawer-body">{children}</div>
    </aside>
  );
}
