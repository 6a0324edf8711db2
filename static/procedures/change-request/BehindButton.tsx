import Button from '@atlaskit/button/new';
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface Props {
  readonly label: string;
  /** What it is about, for those who hear the button alone. */
  readonly about?: string;
  readonly appearance?: 'primary' | 'default' | 'subtle' | 'danger';
  readonly compact?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

/** A form that stands behind its button; the focus goes into the form, and back to the button when it is closed. */
export function BehindButton({
  label,
  about,
  appearance = 'default',
  compact = false,
  children,
}: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (open)
      form.current?.querySelector<HTMLElement>('input:not([type=file]), select, textarea')?.focus();
    else if (wasOpen.current) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  if (open) {
    return (
      <div ref={form} className="behind-button">
        {children(() => setOpen(false))}
      </div>
    );
  }
  return (
    <Button
      ref={button}
      appearance={appearance}
      spacing={compact ? 'compact' : 'default'}
      onClick={() => setOpen(true)}
    >
      {label}
      {about !== undefined && <span className="for-screen-readers"> {about}</span>}
    </Button>
  );
}
