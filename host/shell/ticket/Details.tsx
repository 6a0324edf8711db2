import Select from '@atlaskit/select';
import { read } from '../data/http';
import { asUser, type Named, type Priority, type Ticket } from '../data/wire';
import { useLoad } from '../data/use-load';
import { PersonName } from '../parts/Person';
import { PersonPicker } from '../parts/PersonPicker';
import { PriorityMark } from '../parts/PriorityMark';
import { DetailField } from './DetailField';
import { editTicket } from './read-ticket';
import { Watchers } from './Watchers';

interface Props {
  readonly ticket: Ticket;
  readonly onSaved: () => void;
}

/** Fields that hold one person and are shown in the details, beside those of Jira itself. */
const personFields = ['Account Manager', 'Regional Manager'];

/** Who and what, each editable where the viewer may. */
export function Details({ ticket, onSaved }: Props) {
  const { fields, names } = ticket;
  const idOf = (name: string): string | undefined =>
    Object.keys(names).find((id) => names[id] === name);
  const valueOf = (name: string): unknown => fields[idOf(name) ?? ''];
  const organizations = valueOf('Organizations');
  const requestType = (valueOf('Request Type') as { requestType?: { name?: string } } | null)
    ?.requestType?.name;
  const person = (name: string, id: string | undefined, search: string, nobody: string) =>
    id === undefined ? null : (
      <PersonField
        key={name}
        name={name}
        id={id}
        search={search}
        nobody={nobody}
        ticket={ticket}
        onSaved={onSaved}
      />
    );
  return (
    <section className="card" aria-labelledby="details">
      <h2 id="details" className="card-title">
        Details
      </h2>
      <dl className="details">
        {person(
          'Assignee',
          'assignee',
          `/rest/api/3/user/assignable/search?issueKey=${encodeURIComponent(ticket.key)}&query=`,
          'Unassigned',
        )}
        <DetailField name="Reporter" value={<PersonName user={fields.reporter} />} />
        <PriorityField ticket={ticket} onSaved={onSaved} />
        <DetailField
          name="Organizations"
          value={
            Array.isArray(organizations) && organizations.length > 0 ? (
              (organizations as Named[]).map(({ name }) => name).join(', ')
            ) : (
              <None />
            )
          }
        />
        <DetailField name="Request type" value={requestType ?? <None />} />
        {personFields.map((name) =>
          person(name, idOf(name), '/rest/api/3/user/search?query=', 'None'),
        )}
        <Watchers issueKey={ticket.key} stamp={fields.updated ?? ''} />
      </dl>
    </section>
  );
}

const None = () => <span className="subtle">None</span>;

interface PersonFieldProps extends Props {
  readonly name: string;
  readonly id: string;
  readonly search: string;
  readonly nobody: string;
}

function PersonField({ name, id, search, nobody, ticket, onSaved }: PersonFieldProps) {
  const current = asUser(ticket.fields[id]);
  const isEditable = ticket.editmeta?.fields[id] !== undefined;
  return (
    <DetailField
      name={name}
      value={current ? <PersonName user={current} /> : <span className="subtle">{nobody}</span>}
      onSaved={onSaved}
      {...(isEditable && {
        editor: ({ inputId, save, leave }) => (
          <PersonPicker
            inputId={inputId}
            label={name}
            current={current}
            search={search}
            nobody={nobody}
            onPick={(user) =>
              save(() => editTicket(ticket.key, { [id]: user && { accountId: user.accountId } }))
            }
            onLeave={leave}
          />
        ),
      })}
    />
  );
}

function PriorityField({ ticket, onSaved }: Props) {
  const isEditable = ticket.editmeta?.fields['priority'] !== undefined;
  const { value: priorities } = useLoad(isEditable ? 'priorities' : null, () =>
    read<readonly Priority[]>('/rest/api/3/priority'),
  );
  const options = (priorities ?? []).map((priority) => ({
    value: priority.id,
    label: priority.name,
    priority,
  }));
  const current = ticket.fields.priority;
  return (
    <DetailField
      name="Priority"
      value={<PriorityMark priority={current} />}
      onSaved={onSaved}
      {...(isEditable && {
        editor: ({ inputId, save, leave }) => (
          <Select
            inputId={inputId}
            aria-label="Priority"
            autoFocus
            openMenuOnFocus
            spacing="compact"
            options={options}
            defaultValue={options.find(({ value }) => value === current?.id) ?? null}
            formatOptionLabel={({ priority }) => <PriorityMark priority={priority} />}
            onChange={(option) =>
              option && save(() => editTicket(ticket.key, { priority: { id: option.value } }))
            }
            onBlur={leave}
            onKeyDown={(event) => event.key === 'Escape' && leave()}
            menuPosition="fixed"
          />
        ),
      })}
    />
  );
}
