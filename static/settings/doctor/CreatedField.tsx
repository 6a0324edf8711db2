import Button from '@atlaskit/button/new';
import { router } from '@forge/bridge';
import { useEffect, useRef } from 'react';
import type { FieldCreated } from '../../../src/contract/doctor';
import { Notice } from '../../shared/Notice';
import { useOpenTab } from '../open-tab';

/** Where Jira administrators put a field on screens: the three dots beside its name. */
const customFields = '/secure/admin/ViewCustomFields.jspa';

/** What was made, and what is left for a person: no rule could tell which screens people work with. */
export function CreatedField({ field, created, inDraft, project }: Omit<FieldCreated, 'view'>) {
  const open = useOpenTab();
  const here = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone.
  useEffect(() => here.current?.focus(), [field.id]);
  return (
    <div ref={here} tabIndex={-1} className="created-field">
      <Notice
        appearance="success"
        title={
          created
            ? `The field ${field.name} was created.`
            : `Jira has a field ${field.name} already; no other was made.`
        }
      >
        <p>What is left for you:</p>
        <ol>
          <li>{`Put ${field.name} on the screens of project ${project}: in Jira's list of custom fields, open the menu beside ${field.name} (${field.id}) and choose “Add field to screen”. Take the screens for creating, editing and viewing.`}</li>
          <li>
            {inDraft
              ? 'Publish the draft, which names the field now.'
              : `The draft has no queue ${project} any more: name the field there, if you still want the queue.`}
          </li>
          <li>Check again here.</li>
        </ol>
        <div className="buttons">
          <Button onClick={() => void router.open(customFields)}>
            Open the custom fields in Jira
          </Button>
          <Button onClick={() => open('Versions')}>Review and publish</Button>
        </div>
      </Notice>
    </div>
  );
}
