import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { DoctorSectionView, Finding } from '../../../src/contract/doctor';
import { Moment } from '../../shared/Moment';
import type { PageProblem } from '../../shared/problem';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { appearances, FindingRow } from './FindingRow';
import type { Mending } from './Offer';
import { spoken, standingOf } from './standing';

interface Props {
  readonly section: DoctorSectionView;
  readonly busy: boolean;
  /** Another section is looked at. */
  readonly waiting: boolean;
  readonly problem: PageProblem | null;
  readonly onExamine: () => void;
  readonly mending: Mending;
}

/** One line of the checklist, and what was found there. */
export function Section({ section, busy, waiting, problem, onExamine, mending }: Props) {
  const { id, title, examined } = section;
  const standing = standingOf(section);
  const findings = examined?.findings ?? [];
  const fine = findings.filter(({ severity }) => severity === 'fine');
  const rows = (some: readonly Finding[]) => (
    <ul className="findings">
      {some.map((finding) => (
        <FindingRow key={`${finding.code} ${finding.what}`} finding={finding} mending={mending} />
      ))}
    </ul>
  );
  return (
    <section className="check" aria-labelledby={`check-${id}`}>
      <header className="check-head">
        <h3 id={`check-${id}`}>{title}</h3>
        <Lozenge appearance={appearances[standing]}>{spoken[standing]}</Lozenge>
        <span className="subtle small check-when">
          {examined !== null && (
            <>
              Checked <Moment at={examined.at} />
              {examined.outdated && ', before the settings changed'}
            </>
          )}
        </span>
        <Button spacing="compact" isLoading={busy} isDisabled={waiting} onClick={onExamine}>
          {examined === null ? 'Check' : 'Check again'}
          <span className="for-screen-readers"> {title}</span>
        </Button>
      </header>
      {problem && <ProblemMessage problem={problem} onTryAgain={onExamine} />}
      {findings.length > fine.length &&
        rows(findings.filter(({ severity }) => severity !== 'fine'))}
      {fine.length > 0 && (
        <details>
          <summary>
            {fine.length === 1
              ? '1 thing is as it should be'
              : `${fine.length} things are as they should be`}
          </summary>
          {rows(fine)}
        </details>
      )}
    </section>
  );
}
