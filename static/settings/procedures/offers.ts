import { createContext, useContext, useEffect, useState } from 'react';
import type { Choice, ProjectChoice, QueueChoices } from '../../../src/contract/settings-choices';
import type { DraftView } from '../../../src/contract/versions';
import { callSettings } from '../call';
import { type PageProblem, problemOf } from '../../shared/problem';
import type { Source } from '../../../src/contract/settings-description';

/** What there is to choose from in the form that is open. */
export interface Offers {
  readonly from: Readonly<Record<Source, readonly Choice[]>>;
  readonly roles: readonly Choice[];
}

const nothing: Offers = {
  from: { statuses: [], priorities: [], 'request-types': [], projects: [], queues: [] },
  roles: [],
};
export const OffersContext = createContext<Offers>(nothing);
export const useOffers = (): Offers => useContext(OffersContext);

/**
 * Reads what Jira has.
 * @param project whose statuses and request types are meant; null for none
 * @returns null while it is being read
 */
export function useReadOffers(
  draft: DraftView,
  project: string | null,
): { readonly offers: Offers | null; readonly problem: PageProblem | null } {
  const [read, setRead] = useState<{
    readonly queue: QueueChoices | null;
    readonly projects: readonly ProjectChoice[];
  } | null>(null);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  useEffect(() => {
    let wanted = true;
    setProblem(null);
    Promise.all([
      project === null ? null : callSettings('choices.queue', { project }),
      callSettings('choices.projects', {}),
    ]).then(
      ([queue, projects]) => wanted && setRead({ queue, projects }),
      (error: unknown) => wanted && setProblem(problemOf(error)),
    );
    return () => {
      wanted = false;
    };
  }, [project]);
  if (read === null) return { offers: null, problem };
  const { queue, projects } = read;
  const from = {
    statuses: queue?.statuses ?? [],
    priorities: queue?.priorities ?? [],
    'request-types': (queue?.requestTypes ?? []).map((name) => ({ id: name, name })),
    projects,
    queues: draft.queues.map(({ projectId, name }) => ({ id: projectId, name })),
  };
  return {
    offers: { from, roles: draft.roles.map(({ role, title }) => ({ id: role, name: title })) },
    problem,
  };
}
