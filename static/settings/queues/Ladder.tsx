import Button from '@atlaskit/button/new';
import type { Choice } from '../../../src/contract/settings-choices';
import type { RungForm } from '../../../src/contract/settings-form';
import type { ProblemAt } from '../draft/problems-at';
import { Choose } from './Choose';
import { DurationField } from './DurationField';
import { listOfMinutes, minutesOf, spellMinutes } from './durations';

interface Props {
  readonly ladder: readonly RungForm[];
  readonly set: (ladder: readonly RungForm[]) => void;
  readonly priorities: readonly Choice[];
  /** Paths begin at the entry. */
  readonly at: ProblemAt;
}

const people: readonly Choice[] = [
  { id: 'account-manager', name: 'The account manager' },
  { id: 'regional-manager', name: 'The regional manager' },
  { id: 'fallback', name: 'The next on the fallback list' },
];

/** Who is asked, level by level, and how long each has; the next is asked when the time is over. */
export function Ladder({ ladder, set, priorities, at }: Props) {
  const put = (level: number, rung: RungForm): void => set(ladder.with(level, rung));
  return (
    <fieldset className="sop-ladder">
      <legend className="field-label">Who responds, and who is asked next</legend>
      {at('ladder') !== undefined && (
        <p className="field-error" role="alert">
          {at('ladder')}
        </p>
      )}
      <ol className="sop-ladder-levels">
        {ladder.map((rung, level) => (
          <li key={level} className="sop-rung" aria-label={`Level ${level + 1}`}>
            <div className="settings-head">
              <span className="strong small">Level {level + 1}</span>
              {level > 0 && (
                <Button
                  spacing="compact"
                  appearance="subtle"
                  aria-label={`Remove level ${level + 1}`}
                  onClick={() => set(ladder.filter((_, one) => one !== level))}
                >
                  Remove
                </Button>
              )}
            </div>
            <div className="fields">
              <Choose
                label="Who"
                error={at(`ladder[${level}].to`)}
                choices={level === 0 ? people.slice(0, 1) : people.slice(1)}
                value={rung.to}
                onChange={(to) => put(level, { ...rung, to: to as RungForm['to'] })}
              />
              <DurationField
                label="Responds within"
                error={
                  at(`ladder[${level}].respondWithin.default`) ??
                  at(`ladder[${level}].respondWithin`)
                }
                value={rung.respondWithin.default}
                spell={spellMinutes}
                read={minutesOf}
                onChange={(minutes) =>
                  put(level, {
                    ...rung,
                    respondWithin: { ...rung.respondWithin, default: minutes },
                  })
                }
              />
              <DurationField
                label="Reminded before the due time"
                help="Such as 1 h, 15 min."
                placeholder="No reminder"
                error={at(`ladder[${level}].remindBefore`, true)}
                value={rung.remindBefore}
                spell={(minutes) => minutes.map(spellMinutes).join(', ')}
                read={listOfMinutes}
                onChange={(remindBefore) => put(level, { ...rung, remindBefore })}
              />
            </div>
            <ByPriority
              rung={rung}
              priorities={priorities}
              at={(id) => at(`ladder[${level}].respondWithin.${id}`)}
              set={(changed) => put(level, changed)}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button
          spacing="compact"
          appearance="subtle"
          isDisabled={ladder.length >= 10}
          onClick={() =>
            set([
              ...ladder,
              {
                to: ladder.length === 0 ? 'account-manager' : 'fallback',
                respondWithin: { default: 240 },
                remindBefore: [],
              },
            ])
          }
        >
          Add a level
        </Button>
      </div>
    </fieldset>
  );
}

/** Another time at some priorities; empty for the usual one. */
function ByPriority({
  rung,
  priorities,
  at,
  set,
}: {
  rung: RungForm;
  priorities: readonly Choice[];
  at: (id: string) => string | undefined;
  set: (rung: RungForm) => void;
}) {
  const special = priorities.filter(({ id }) => rung.respondWithin[id] !== undefined);
  return (
    <details
      className="by-priority"
      {...(priorities.some(({ id }) => at(id) !== undefined) ? { open: true } : {})}
    >
      <summary className="small">
        {special.length === 0
          ? 'The same at every priority'
          : special
              .map(({ id, name }) => `${name}: ${spellMinutes(rung.respondWithin[id] ?? 0)}`)
              .join(', ')}
      </summary>
      <div className="fields">
        {priorities.map(({ id, name }) => (
          <DurationField
            key={id}
            label={`At ${name}`}
            placeholder="The usual time"
            error={at(id)}
            value={rung.respondWithin[id]}
            spell={(minutes) => (minutes === undefined ? '' : spellMinutes(minutes))}
            read={(typed) => (typed.trim() === '' ? undefined : minutesOf(typed))}
            onChange={(minutes) => {
              const { [id]: _, ...others } = rung.respondWithin;
              const kept = { ...others, default: rung.respondWithin.default };
              set({
                ...rung,
                respondWithin: typeof minutes === 'number' ? { ...kept, [id]: minutes } : kept,
              });
            }}
          />
        ))}
      </div>
    </details>
  );
}
