import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import TextField from '@atlaskit/textfield';
import type { QueueChoices } from '../../../src/contract/settings-choices';
import type { QueueForm } from '../../../src/contract/settings-form';
import { Field } from '../../shared/Field';
import type { ProblemAt } from '../draft/problems-at';
import { Choose } from './Choose';
import { DurationField } from './DurationField';
import { minutesOf, spellMinutes } from './durations';
import { Section } from './Section';

interface Props {
  readonly queue: QueueForm;
  readonly set: (queue: QueueForm) => void;
  readonly choices: QueueChoices;
  readonly at: ProblemAt;
}

/** The numbers and words that are left: notes, promises, customer replies, accounts by request type. */
export function Bounds({ queue, set, choices, at }: Props) {
  const { notes, promises, customerReply, replyWords, accountRules } = queue;
  const isWrong = ['customerReply', 'notes', 'promises', 'accountRules', 'replyWords'].some(
    (path) => at(path, true) !== undefined,
  );
  const number = (
    label: string,
    path: string,
    value: number,
    onChange: (value: number) => void,
    help?: string,
  ) => (
    <Field label={label} help={help} error={at(path)}>
      {(field) => (
        <TextField
          {...field}
          type="number"
          value={value}
          onChange={(event) => onChange(Number(event.currentTarget.value))}
        />
      )}
    </Field>
  );
  return (
    <Section
      title="Notes, promises and customer replies"
      about="how long, how often, which words"
      isWrong={isWrong}
    >
      <div className="fields">
        {number('Shortest note, in characters', 'notes.minLength', notes.minLength, (minLength) =>
          set({ ...queue, notes: { ...notes, minLength } }),
        )}
        {number('Longest note, in characters', 'notes.maxLength', notes.maxLength, (maxLength) =>
          set({ ...queue, notes: { ...notes, maxLength } }),
        )}
        {number(
          'Promised dates lie at most so many working days ahead',
          'promises.maxBusinessDays',
          promises.maxBusinessDays,
          (maxBusinessDays) => set({ ...queue, promises: { ...promises, maxBusinessDays } }),
        )}
        {number(
          'Promises for one request',
          'promises.perAsk',
          promises.perAsk,
          (perAsk) => set({ ...queue, promises: { ...promises, perAsk } }),
          '0: nobody may promise a date instead of an answer.',
        )}
        <DurationField
          label="Grace time after a customer’s reply"
          help="Working time until the ticket is put back although the customer was not answered (A9)."
          error={at('customerReply.graceMinutes')}
          value={customerReply.graceMinutes}
          spell={spellMinutes}
          read={minutesOf}
          onChange={(graceMinutes) => set({ ...queue, customerReply: { graceMinutes } })}
        />
      </div>
      <Field
        label="Words by which a mention asks for a reply"
        help="One per line. A question mark always does (A11)."
        error={at('replyWords', true)}
      >
        {({ isInvalid, ...field }) => (
          <TextArea
            {...field}
            isInvalid={isInvalid}
            minimumRows={3}
            value={replyWords.join('\n')}
            onChange={(event) =>
              set({ ...queue, replyWords: event.currentTarget.value.split('\n') })
            }
            onBlur={() =>
              set({
                ...queue,
                replyWords: replyWords.map((word) => word.trim()).filter((word) => word !== ''),
              })
            }
          />
        )}
      </Field>
      <fieldset className="choices">
        <legend className="field-label">Accounts by request type (A12)</legend>
        <p className="help">
          For request types whose organizations do not say which account a ticket belongs to.
        </p>
        {accountRules.map(({ requestType, cid }, place) => (
          <div key={place} className="fields sop-rule">
            <Choose
              label="Request type"
              error={at(`accountRules[${place}].requestType`)}
              choices={named([...choices.requestTypes, requestType])}
              value={requestType}
              onChange={(type) =>
                set({
                  ...queue,
                  accountRules: accountRules.with(place, { requestType: type, cid }),
                })
              }
            />
            <Field label="CID of the account" required error={at(`accountRules[${place}].cid`)}>
              {(field) => (
                <TextField
                  {...field}
                  value={cid}
                  onChange={(event) =>
                    set({
                      ...queue,
                      accountRules: accountRules.with(place, {
                        requestType,
                        cid: event.currentTarget.value,
                      }),
                    })
                  }
                />
              )}
            </Field>
            <Button
              spacing="compact"
              appearance="subtle"
              aria-label={`Remove the account of ${requestType}`}
              onClick={() =>
                set({ ...queue, accountRules: accountRules.filter((_, one) => one !== place) })
              }
            >
              Remove
            </Button>
          </div>
        ))}
        <div>
          <Button
            spacing="compact"
            appearance="subtle"
            isDisabled={choices.requestTypes.length === 0}
            onClick={() =>
              set({
                ...queue,
                accountRules: [
                  ...accountRules,
                  { requestType: choices.requestTypes[0] ?? '', cid: '' },
                ],
              })
            }
          >
            Add a request type
          </Button>
        </div>
      </fieldset>
    </Section>
  );
}

const named = (names: readonly string[]) => [...new Set(names)].map((name) => ({ id: name, name }));
