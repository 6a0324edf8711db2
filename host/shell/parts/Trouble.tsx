import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { Refusal } from '../data/http';

/** What went wrong, and a way to try again. */
export function Trouble({
  error,
  title,
  onTryAgain,
}: {
  readonly error: Error;
  readonly title?: string;
  readonly onTryAgain?: () => void;
}) {
  const denied = error instanceof Refusal && (error.status === 403 || error.status === 404);
  return (
    <SectionMessage
      appearance={denied ? 'warning' : 'error'}
      title={title ?? (denied ? 'You do not see this' : 'This did not work')}
    >
      <p>{error.message}</p>
      {onTryAgain && (
        <div className="trouble-action">
          <Button spacing="compact" onClick={onTryAgain}>
            Try again
          </Button>
        </div>
      )}
    </SectionMessage>
  );
}
