import Button from '@atlaskit/button/new';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { PageHead } from '../chrome/PageHead';
import { Refusal } from '../data/http';
import { useLoad } from '../data/use-load';
import { Skeleton } from '../parts/Skeleton';
import { Trouble } from '../parts/Trouble';
import { navigate } from '../routing/location';
import { paths } from '../routing/paths';
import {
  raise,
  readDesk,
  readRequestFields,
  readRequestTypes,
  type RequestField,
} from './requests';

/** Choose what it is about, describe it, send it. */
export function RaisePage({ desk: deskId }: { readonly desk: string }) {
  const desk = useLoad(`desk ${deskId}`, () => readDesk(deskId));
  const types = useLoad(`types ${deskId}`, () => readRequestTypes(deskId));
  const [typeId, setTypeId] = useState<string | null>(null);
  const type = types.value?.find(({ id }) => id === typeId) ?? null;
  const error = desk.error ?? types.error;
  if (error) return <Trouble error={error} onTryAgain={types.reload} />;
  if (!desk.value || !types.value)
    return <Skeleton lines={[30, 60, 60]} label="Reading the request types" />;
  return (
    <div className="portal">
      <PageHead
        title={type?.name ?? desk.value.projectName}
        crumbs={[
          { name: 'Help center', to: paths.portal },
          { name: desk.value.projectName, to: paths.raise(deskId) },
        ]}
      />
      {type === null ? (
        <ul className="requests">
          {types.value.map(({ id, name, description }) => (
            <li key={id}>
              <button type="button" className="request" onClick={() => setTypeId(id)}>
                <span className="request-what">
                  <span className="strong">{name}</span>
                  <span className="subtle small">{description}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <RequestForm
          key={type.id}
          deskId={deskId}
          typeId={type.id}
          onBack={() => setTypeId(null)}
        />
      )}
    </div>
  );
}

function RequestForm({
  deskId,
  typeId,
  onBack,
}: {
  readonly deskId: string;
  readonly typeId: string;
  readonly onBack: () => void;
}) {
  const fields = useLoad(`fields ${deskId} ${typeId}`, () => readRequestFields(deskId, typeId));
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const send = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const request = await raise(deskId, typeId, values);
      navigate(paths.request(request.issueKey));
    } catch (reason) {
      setError(reason as Error);
      setBusy(false);
    }
  };
  if (fields.error) return <Trouble error={fields.error} onTryAgain={fields.reload} />;
  if (!fields.value) return <Skeleton lines={[30, 60]} label="Reading the form" />;
  const wrong = error instanceof Refusal ? error.fields : {};
  return (
    <form
      className="request-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {fields.value.map((field) => (
        <Field
          key={field.fieldId}
          field={field}
          value={values[field.fieldId] ?? ''}
          error={wrong[field.fieldId]}
          onChange={(text) => setValues({ ...values, [field.fieldId]: text })}
        />
      ))}
      {error && <Trouble error={error} title="The request was not sent" />}
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={busy}>
          Send
        </Button>
        <Button appearance="subtle" onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly field: RequestField;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

function Field({ field, value, error, onChange }: FieldProps) {
  const id = `request-${field.fieldId}`;
  const isLong = field.fieldId === 'description';
  return (
    <div className="form-field">
      <label htmlFor={id}>
        {field.name}
        {field.required && (
          <span className="required" aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </label>
      {isLong ? (
        <textarea
          id={id}
          className="text-area"
          rows={5}
          required={field.required}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <TextField
          id={id}
          isRequired={field.required}
          isInvalid={error !== undefined}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {error && <p className="field-error small">{error}</p>}
    </div>
  );
}
