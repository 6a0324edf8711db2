import Button from '@atlaskit/button/new';
import { type ReactNode } from 'react';
import type { Permission } from '../../src/contract/action';
import type { PageProblem } from './problem';
import { ProblemMessage } from './ProblemMessage';
import { Why } from './Why';

interface Props {
  readonly label: string;
  readonly submit: string;
  readonly permission: Permission;
  readonly ready?: boolean;
  readonly busy: boolean;
  /** Null also when it is shown at its field. */
  readonly problem: PageProblem | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A small form inside a page: Escape closes it, Ctrl+Enter sends it, a busy one is not sent twice. */
export function FormFrame({
  label,
  submit,
  permission,
  ready = true,
  busy,
  problem,
  onSubmit,
  onClose,
  children,
}: Props) {
  return (
    <form
      className="form-frame"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (permission.allowed && ready && !busy) onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
          event.currentTarget.requestSubmit();
      }}
    >
      {children}
      {problem && <ProblemMessage problem={problem} />}
      {!permission.allowed && (
        <Why why={permission.why} question="Why not?" about={label}>
          <span className="small">This cannot be done any more. Your text is kept.</span>
        </Why>
      )}
      <div className="buttons">
        <Button
          type="submit"
          appearance="primary"
          isLoading={busy}
          isDisabled={!permission.allowed || !ready}
        >
          {submit}
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
