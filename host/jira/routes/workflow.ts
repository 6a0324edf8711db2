import { type Project, type Transition, type Workflow } from '../entities';
import { forbidden } from '../errors';
import { type Ask, ok, type Operation, under } from '../operation';
import { pageBean } from '../paging';
import { mayGlobally } from '../permissions';

const at = under('/rest/api/3', 'manage:jira-project');

const initial = (workflow: Workflow): Record<string, unknown> => ({
  id: '1',
  name: 'Create',
  description: '',
  from: [],
  to: workflow.initial,
  type: 'initial',
});

const formatTransition = (transition: Transition): Record<string, unknown> => ({
  id: transition.id,
  name: transition.name,
  description: '',
  from: transition.from === 'any' ? [] : [...transition.from],
  to: transition.to,
  type: transition.from === 'any' ? 'global' : 'directed',
});

function formatWorkflow(ask: Ask, { workflow }: Project): Record<string, unknown> {
  const expand = ask.query.list('expand');
  const statuses = workflow.statuses
    .flatMap((id) => ask.world.statuses.get(id) ?? [])
    .map(({ id, name }) => ({ id, name, properties: { issueEditable: true } }));
  return {
    id: { name: workflow.name, entityId: workflow.id },
    description: '',
    ...(expand.includes('transitions')
      ? { transitions: [initial(workflow), ...workflow.transitions.map(formatTransition)] }
      : {}),
    ...(expand.includes('statuses') ? { statuses } : {}),
    isDefault: false,
  };
}

/** The projects whose workflow is asked for. */
function found(ask: Ask): Project[] {
  if (!mayGlobally(ask.world, ask.user, 'ADMINISTER') && ask.user.accountType !== 'app')
    throw forbidden('Only Jira administrators can access workflows.');
  const names = ask.query.all('workflowName');
  const text = ask.query.text('queryString')?.toLowerCase();
  return [...ask.world.projects.values()].filter(
    ({ workflow }) =>
      (names.length === 0 || names.includes(workflow.name)) &&
      (text === undefined || workflow.name.toLowerCase().includes(text)),
  );
}

/** Workflows, read only. */
export const workflowOperations: readonly Operation[] = [
  at.get('/workflow/search', (ask) =>
    ok(
      pageBean(`${ask.world.baseUrl}/rest/api/3/workflow/search`, found(ask), ask, (project) =>
        formatWorkflow(ask, project),
      ),
    ),
  ),
];
