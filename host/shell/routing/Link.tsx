import { type AnchorHTMLAttributes, type MouseEvent, type Ref } from 'react';
import { navigate } from './location';

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly to: string;
  readonly linkRef?: Ref<HTMLAnchorElement>;
}

/** A link within these pages; with a modifier key it is the browser's. */
export function Link({ to, linkRef, onClick, ...rest }: Props) {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (
      event.defaultPrevented ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.button !== 0
    )
      return;
    event.preventDefault();
    navigate(to);
  };
  return <a {...rest} ref={linkRef} href={to} onClick={follow} />;
}
