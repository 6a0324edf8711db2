import { type Issue, type Transition } from '../entities';
import { isEditable } from '../fields/of-issue';
import { type World } from '../world';
import { formatFieldMeta } from './field';
import { formatStatus } from './scheme';

/** A way out of the issue's status; the fields of its screen only when asked for. */
export function formatTransition(
  world: World,
  issue: Issue,
  transition: Transition,
  withFields: boolean,
): Record<string, unknown> {
  const to = world.statuses.get(transition.to);
  const onScreen = (transition.screen ?? []).flatMap((id) => world.fields.get(id) ?? []);
  const shown = onScreen.filter(
    (field) => field.id === 'resolution' || isEditable(world, issue.project, field),
  );
  return {
    id: transition.id,
    name: transition.name,
    to: to ? formatStatus(world, to) : null,
    hasScreen: transition.screen !== null,
    isGlobal: transition.from === 'any',
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    isLooped: false,
    ...(withFields
      ? {
          fields: Object.fromEntries(
            shown.map((field) => [field.id, formatFieldMeta(world, issue.project, field)]),
          ),
        }
      : {}),
  };
}
