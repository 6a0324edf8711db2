import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { callKeyAccounts } from './call';
import { spellMonth } from '../../../shared/days';
import { download } from '../../../shared/files';
import { ProblemMessage } from '../../../shared/ProblemMessage';
import { Skeleton } from '../../../shared/Skeleton';
import { useAnswer } from './use-answer';
import { MonthSummary } from './MonthSummary';
import { MonthTold } from './MonthTold';
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
  const words = useAnswer(() => callKeyAccounts('month.told', { month }), `told ${month}`);
  useLightOnPaper();
  const [making, setMaking] = useState(false);
  const shown = value?.month === month ? value : null;
  const told = shown === null ? null : words.value;
  const save = async (): Promise<void> => {
    if (shown === null || told === null) return;
    setMaking(true);
    try {
      download(`key-accounts-${month}.xlsx`, await monthWorkbook(shown, told));
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
          <Button isDisabled={told === null} isLoading={making} onClick={() => void save()}>
            Download .xlsx
          </Button>
          <Button isDisabled={told === null} onClick={() => window.print()}>
            Print
          </Button>
        </div>
      </div>
      {problem !== null && <ProblemMessage problem={problem} onTryAgain={reload} />}
      {shown === null ? (
        problem === null && <Skeleton lines={[40, 90, 90, 60]} label="Reading the month" />
      ) : (
        <MonthSummary month={shown}>
          {words.problem !== null ? (
            <ProblemMessage problem={words.problem} onTryAgain={words.reload} />
          ) : told === null ? (
            <Skeleton lines={[30, 90, 90]} label="Reading what the month tells" />
          ) : (
            <MonthTold told={told} />
          )}
        </MonthSummary>
      )}
    </div>
  );
}
