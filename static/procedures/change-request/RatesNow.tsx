import { useEffect, useState } from 'react';
import type { CostView } from '../../../src/procedures/change-request/contract/panel';
import { callChangeRequest } from './call';
import { CostTable } from './CostTable';
import { useChange } from './panel-context';
import { SaveForm } from './SaveForm';
import { useSave } from './use-save';

const edit = { part: 'cost', rates: 'now' } as const;

/** The cost by the rates it has, and by those agreed now, one below the other, before anybody takes the new ones. */
export function RatesNow({ onClose }: { onClose: () => void }) {
  const { view } = useChange();
  const saving = useSave(edit);
  const [now, setNow] = useState<CostView | null>(null);
  const { revision } = view;
  useEffect(() => {
    let wanted = true;
    // Only a look ahead: what keeps it from being calculated is said when the rates are taken.
    void callChangeRequest('content.preview', { edit }).then(
      ({ cost }) => wanted && setNow(cost),
      () => wanted && setNow(null),
    );
    return () => {
      wanted = false;
    };
  }, [revision]);
  return (
    <SaveForm
      label="Rates as agreed now"
      permission={view.actions['take-rates']}
      saving={saving}
      problem={saving.problem}
      said="The cost follows the rates as agreed now."
      submit="Take the new rates"
      onClose={onClose}
    >
      {view.cost !== null && <CostTable cost={view.cost} title="As it was costed" />}
      {now !== null && <CostTable cost={now} title="As agreed now" />}
    </SaveForm>
  );
}
