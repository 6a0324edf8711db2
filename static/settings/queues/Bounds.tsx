import Button from '@atlaskit/button/new';
import TextField from '@atlaskit/textfield';
import type { QueueChoices } from '../../../src/contract/settings-choices';
import { valueAt, withValue } from '../../../src/contract/settings-description';
import type { QueueForm } from '../../../src/contract/settings-form';
import { boundValues } from '../../procedures/settings';
import { Field } from '../../shared/Field';
import type { ProblemAt } from '../draft/problems-at';
import { DescribedField } from '../procedures/DescribedField';
import { Choose } from './Choose';
import { Section } from './Section';

interface Props {
  readonly queue: QueueForm;
  readonly set: (queue: QueueForm) => void;
  readonly choices: QueueChoices;
  readonly at: ProblemAt;
}

/** The numbers and words that are left: notes, promises, customer replies, accounts by request type. */
export function Bounds({ queue, set, choices, at }: Props) {
  const { accountRules } = queue;
  const isWrong = ['accountRules', ...boundValues.map(({ path }) => path)].some(
    (path) => at(path, true) !== undefined,
  );
  return (
    <Section
      title="Notes, promises and customer replies"
      about="how long, how often, which words"
      isWrong={isWrong}
    >
      <div className="fields">
        {boundValues.map((field) => (
          <DescribedField
            key={field.path}
            field={field}
            value={valueAt(queue, field.path)}
            onChange={(next) => set(withValue(queue, field.path, next) as QueueForm)}
            at={at}
            path={field.path}
          />
        ))}
      </div>
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
