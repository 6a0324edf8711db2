import type { QueueChoices } from '../../../src/contract/settings-choices';
import type { CalendarForm, QueueForm } from '../../../src/contract/settings-form';
import type { ProblemAt } from '../draft/problems-at';
import { Choose, ChooseSome, distinct } from './Choose';
import { Section } from './Section';

interface Props {
  readonly queue: QueueForm;
  readonly set: (queue: QueueForm) => void;
  readonly choices: QueueChoices;
  readonly calendars: Readonly<Record<string, CalendarForm>>;
  readonly at: ProblemAt;
}

/** Which of Jira's fields and statuses the SOP means. */
export function JiraPlaces({ queue, set, choices, calendars, at }: Props) {
  const fields = distinct(choices.fields);
  const field = (place: keyof QueueForm['fields'], label: string) => (
    <Choose
      label={label}
      error={at(`fields.${place}`)}
      choices={fields}
      value={queue.fields[place]}
      onChange={(id) => set({ ...queue, fields: { ...queue.fields, [place]: id } })}
    />
  );
  const status = (
    place: 'waitingForAccountManager' | 'waitingForManagement' | 'waitingForSupport',
    label: string,
  ) => (
    <Choose
      label={label}
      error={at(`statuses.${place}`)}
      choices={choices.statuses}
      value={queue.statuses[place]}
      onChange={(id) => set({ ...queue, statuses: { ...queue.statuses, [place]: id } })}
    />
  );
  const isWrong = ['project', 'fields', 'statuses', 'calendar'].some(
    (path) => at(path, true) !== undefined,
  );
  return (
    <Section title="Where things are in Jira" about="fields, statuses, calendar" isWrong={isWrong}>
      {at('project') !== undefined && (
        <p className="field-error" role="alert">
          {at('project')}
        </p>
      )}
      <div className="fields">
        {field('accountManager', 'Account manager field')}
        {field('regionalManager', 'Regional manager field')}
        {status('waitingForAccountManager', 'Status while the account manager is asked')}
        {status('waitingForManagement', 'Status while management is asked')}
        {status('waitingForSupport', 'Status while support has the ticket')}
        <ChooseSome
          label="Statuses in which the customer has the ball"
          help="For counting hours."
          none="None"
          error={at('statuses.waitingForCustomer', true)}
          choices={choices.statuses}
          value={queue.statuses.waitingForCustomer}
          onChange={(ids) =>
            set({ ...queue, statuses: { ...queue.statuses, waitingForCustomer: ids } })
          }
        />
        <Choose
          label="Calendar"
          help="For people who have none of their own."
          error={at('calendar')}
          choices={Object.entries(calendars).map(([id, { name }]) => ({ id, name }))}
          value={queue.calendar}
          onChange={(calendar) => set({ ...queue, calendar })}
        />
      </div>
    </Section>
  );
}
