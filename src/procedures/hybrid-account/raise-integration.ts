import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import type { HybridPolicy } from './settings/policy';

/** A ticket for the integrations team, prefilled from a symptom of the guide. */
export interface IntegrationTicket {
  readonly symptom: string;
  readonly summary: string;
  readonly description: string;
}

/** HY-15: a ticket for the integrations team; the CS side also asks in its support channel. */
export function raiseIntegration(
  c: Case,
  policy: HybridPolicy,
  step: IntegrationTicket,
  by: AccountId,
): Because | null {
  const symptom = policy.symptoms.find(({ id }) => id === step.symptom);
  if (symptom === undefined)
    return { ...because('HY-13', 'There is no such symptom in the guide.', {}), field: 'symptom' };
  const { project, integrationRequestType } = policy;
  if (project === null || integrationRequestType === null)
    return because(
      'HY-15',
      'The settings name no request type for the integrations team. An administrator can add one.',
      {},
    );
  if (step.summary.trim() === '')
    return { ...because('HY-15', 'Give the ticket a summary.', {}), field: 'summary' };
  c.want({
    command: {
      kind: 'raise-request',
      projectId: project.id,
      requestType: integrationRequestType,
      summary: step.summary,
      description: step.description,
    },
    actor: null,
    clause: 'HY-15',
  });
  c.done(
    c.now,
    by,
    'Ticket for the integrations team requested',
    because('HY-15', symptom.title, { symptom: symptom.id }),
  );
  return null;
}
