import Button from '@atlaskit/button/new';
import { useMemo, useState } from 'react';
import type { DraftView } from '../../../src/contract/versions';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { Skeleton } from '../../shared/Skeleton';
import { problemsAt } from '../draft/problems-at';
import { SaveRow } from '../draft/SaveRow';
import type { SettingsDraftPage } from '../draft/use-settings-draft';
import { Section } from '../queues/Section';
import { DescribedField } from './DescribedField';
import { OffersContext, useReadOffers } from './offers';
import type { Place } from './place';
import {
  type SettingsDescription,
  type Values,
  valueAt,
  withValue,
} from '../../../src/contract/settings-description';

interface Props {
  readonly procedure: SettingsDescription;
  readonly place: Place;
  readonly values: Values;
  readonly draft: DraftView;
  readonly page: SettingsDraftPage;
  readonly onClose: () => void;
}

const fieldsAt = ({ values }: SettingsDescription, shows: readonly string[]) =>
  shows.flatMap((path) => values.filter((field) => field.path === path));

/** Everything one SOP lets an organization decide, in one place. */
export function ProcedureForm({ procedure, place, values, draft, page, onClose }: Props) {
  const [isLeaving, setLeaving] = useState(false);
  const project = procedure.of === 'site' ? valueAt(values, 'project') : place.key;
  const { offers, problem } = useReadOffers(draft, typeof project === 'string' ? project : null);
  const at = useMemo(
    () => problemsAt([...draft.problems, ...page.refused], place.path),
    [draft.problems, page.refused, place.path],
  );
  const wrong = at('', true);
  const heading = place.name === null ? procedure.title : `${procedure.title}: ${place.name}`;
  return (
    <section className="procedure" aria-labelledby="procedure">
      <div className="settings-head">
        <h2 id="procedure">{heading}</h2>
        <Button appearance="subtle" onClick={onClose}>
          Back
        </Button>
      </div>
      {problem && <ProblemMessage problem={problem} />}
      {offers === null && problem === null && (
        <Skeleton lines={[40, 80, 80, 60]} label="Reading what Jira has" />
      )}
      {offers && (
        <OffersContext.Provider value={offers}>
          {procedure.groups.map(({ title, about, shows }) => (
            <Section
              key={title}
              title={title}
              about={about}
              isWrong={shows.some((path) => at(path, true) !== undefined)}
            >
              <div className="described">
                {fieldsAt(procedure, shows).map((field) => (
                  <DescribedField
                    key={field.path}
                    field={field}
                    value={valueAt(values, field.path)}
                    onChange={(next) => place.set(withValue(values, field.path, next))}
                    at={at}
                    path={field.path}
                  />
                ))}
              </div>
            </Section>
          ))}
          {wrong !== undefined && (
            <p className="field-error">
              Something has to be corrected before this can be published; it is marked above.
            </p>
          )}
          <SaveRow editing={place.editing} busy={page.busy} onSave={() => void place.save()}>
            {!isLeaving && (
              <Button appearance="subtle" isDisabled={page.busy} onClick={() => setLeaving(true)}>
                Stop running this here
              </Button>
            )}
          </SaveRow>
          {isLeaving && (
            <div className="save-row" role="group" aria-label="Stop running this here">
              <span>
                Once that is published, Account Relay leaves these tickets alone, and the values
                above are gone. Nothing in Jira is deleted.
              </span>
              <Button
                appearance="danger"
                isLoading={page.busy}
                onClick={() => void place.stop().then((done) => done && onClose())}
              >
                Stop
              </Button>
              <Button appearance="subtle" onClick={() => setLeaving(false)}>
                Go on running it
              </Button>
            </div>
          )}
        </OffersContext.Provider>
      )}
    </section>
  );
}
