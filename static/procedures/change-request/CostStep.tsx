import Button from '@atlaskit/button/new';
import { useEffect, useState } from 'react';
import type { CostView } from '../../../src/procedures/change-request/contract/panel';
import { callChangeRequest } from './call';
import { Notice } from '../../shared/Notice';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { Why } from '../../shared/Why';
import { BehindButton } from './BehindButton';
import { CostTable } from './CostTable';
import { RatesNow } from './RatesNow';
import { useChange } from './panel-context';
import { useStep } from './use-step';

const edit = { part: 'cost' } as const;

/** The cost as it would be from the agreed rates, before it is added. */
export function CostStep() {
  const { view } = useChange();
  const { busy, problem, step } = useStep();
  const [expected, setExpected] = useState<CostView | null>(null);
  const { revision, rateProblem } = view;
  useEffect(() => {
    let wanted = true;
    // Only a look ahead: what keeps the cost from being calculated is said by the button, or stands above it.
    if (rateProblem === null)
      void callChangeRequest('content.preview', { edit }).then(
        ({ cost }) => wanted && setExpected(cost),
        () => wanted && setExpected(null),
      );
    return () => {
      wanted = false;
    };
  }, [revision, rateProblem]);
  if (rateProblem !== null) {
    return (
      <Notice appearance="warning" title="The rates are missing">
        <Why why={rateProblem} about="the rates are missing">
          {rateProblem.text}
        </Why>
      </Notice>
    );
  }
  return (
    <div className="stack">
      {expected !== null && <CostTable cost={expected} />}
      {problem && <ProblemMessage problem={problem} />}
      <div className="buttons">
        <Button
          appearance="primary"
          isLoading={busy}
          onClick={() =>
            void step(
              (expectedRevision) =>
                callChangeRequest('change-request.save', { edit, expectedRevision }),
              'The cost is added.',
            )
          }
        >
          Add the cost
        </Button>
        {view.actions['take-rates'].allowed && view.costed && (
          <BehindButton label="Compare with the rates as agreed now">
            {(close) => <RatesNow onClose={close} />}
          </BehindButton>
        )}
      </div>
    </div>
  );
}
