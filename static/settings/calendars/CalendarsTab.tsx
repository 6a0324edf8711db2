import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { CalendarForm as Form } from '../../../src/contract/settings-form';
import type { DraftView } from '../../../src/contract/versions';
import { DraftPage } from '../draft/DraftPage';
import { useSettingsDraft } from '../draft/use-settings-draft';
import { AddCalendar } from './AddCalendar';
import { CalendarForm } from './CalendarForm';
import { spellOpenDays } from './hours';

/** Working hours, in whose time responses are due (A8). */
export default function CalendarsTab() {
  const page = useSettingsDraft();
  const [open, setOpen] = useState<string | null>(null);
  const list = (draft: DraftView) => (
    <section aria-labelledby="calendars" className="settings-section">
      <h2 id="calendars">Calendars</h2>
      <p className="settings-intro">
        Response times run in working hours: those of the person asked, else those of the queue. A
        queue names its calendar, and so may every person.
      </p>
      <ul className="settings-list">
        {Object.entries(draft.form.calendars).map(([key, calendar]) => (
          <li key={key}>
            {open === key ? (
              <CalendarForm
                calendarKey={key}
                saved={calendar}
                used={usedBy(draft, key)}
                page={page}
                onClose={() => setOpen(null)}
              />
            ) : (
              <Closed calendar={calendar} used={usedBy(draft, key)} onOpen={() => setOpen(key)} />
            )}
          </li>
        ))}
      </ul>
      {Object.keys(draft.form.calendars).length === 0 && (
        <p className="empty">
          No calendar yet. Every queue needs one: begin with the office hours of the team.
        </p>
      )}
      <AddCalendar page={page} taken={Object.keys(draft.form.calendars)} onAdded={setOpen} />
    </section>
  );
  return (
    <DraftPage page={page} label="Reading the calendars">
      {list}
    </DraftPage>
  );
}

const usedBy = ({ form, queues }: DraftView, key: string): readonly string[] =>
  form.queues
    .filter(({ calendar }) => calendar === key)
    .map(({ project }) => queues.find(({ projectId }) => projectId === project)?.name ?? project);

function Closed({
  calendar,
  used,
  onOpen,
}: {
  calendar: Form;
  used: readonly string[];
  onOpen: () => void;
}) {
  return (
    <div className="settings-form">
      <div className="settings-head">
        <h3>{calendar.name}</h3>
        <Button spacing="compact" onClick={onOpen} aria-label={`Edit ${calendar.name}`}>
          Edit
        </Button>
      </div>
      <p>
        {spellOpenDays(calendar)}, {calendar.timeZone},{' '}
        {calendar.holidays.length === 0 ? 'no holidays' : `${calendar.holidays.length} holidays`}
      </p>
      <p className="subtle small">
        {used.length === 0
          ? 'No queue uses it. People may work by it, on the tab “Roles and absences”.'
          : `Calendar of ${used.join(', ')}.`}
      </p>
    </div>
  );
}
