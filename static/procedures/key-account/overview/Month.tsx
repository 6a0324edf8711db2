import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { callKeyAccounts } from './call';
import { spellMonth } from '../../../shared/days';
import { download } from '../../../shared/files';
import { ProblemMessage } from '../../../shared/ProblemMessage';
import { Skeleton } from '../../../shared/Skeleton';
import { useAnswer } from './use-answer';
import { MonthSummary } from './MonthSummary';
import { monthWorkbook } from './month-workbook';
import { usePage } from './page-context';
import { useLightOnPaper } from './use-light-on-paper';

/** The summary of a calendar month: on the page, on paper, and as a workbook. */
export function Month() {
  const { view } = usePage();
  const [month, setMonth] = useState(view.months[1] ?? view.months[0] ?? '');
  const { value, problem, reload } = useAnswer(
    () => callKeyAccounts('month.get', { month }),
    month,
  );
  useLightOnPaper();
  const [making, setMaking] = useState(false);
  const shown = value?.month === month ? value : null;
  const save = async (): Promise<void> => {
    if (shown === null) return;
    setMaking(true);
    try {
      download(`key-accounts-${month}.xlsx`, await monthWorkbook(shown));
    } finally {
      setMaking(false);
    }
  };
  return (
    <div className="page-part">
      <div className="page-head no-print">
        <label className="month-choice">
          <span className="field-label">Month</span>
          <select
            className="plain-select"
            value={month}
            onChange={(event) => setMonth(event.currentTarget.value)}
          >
            {view.months.map((one) => (
              <option key={one} value={one}>
                {spellMonth(one)}
              </option>
            ))}
          </select>
        </label>
        <div className="buttons">
          <Button isDisabled={shown === null} isLoading={making} onClick={() => void save()}>
            Download .xlsx
          </Button>
          <Button isDisabled={shown === null} onClick={() => window.print()}>
            Print
          </Button>
        </div>
      </div>
      {problem !== null && <ProblemMessage problem={problem} onTryAgain={reload} />}
      {shown === null ? (
        problem === null && <Skeleton lines={[40, 90, 90, 60]} label="Reading the month" />
      ) : (
        <MonthSummary month={shown} />
      )}
    </div>
  );
}
