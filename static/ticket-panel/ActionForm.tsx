import { type FormAction } from './action-words';
import { AddWatcher } from './AddWatcher';
import { PromiseDate } from './PromiseDate';
import { RecordContact } from './RecordContact';
import { ActionWords } from './ActionWords';

/** The form that an action opens below the buttons. */
export function ActionForm({ action, onClose }: { action: FormAction; onClose: () => void }) {
  switch (action) {
    case 'answer':
    case 'escalate':
    case 'withdraw':
    case 'add-question':
      return <ActionWords action={action} onClose={onClose} />;
    case 'promise':
      return <PromiseDate onClose={onClose} />;
    case 'add-watcher':
      return <AddWatcher onClose={onClose} />;
    case 'record-contact':
      return <RecordContact onClose={onClose} />;
  }
}
