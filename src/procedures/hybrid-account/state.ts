// What the hybrid-account SOP knows of a ticket: the onboarding it is, and what one department knows of it.
import type { Case } from '../../core/case';
import { partOf, type ProcedureId } from '../../core/part';
import { type Integration, noIntegration } from './integration';
import type { Knowledge } from './knowledge';
import type { Onboarding } from './onboarding';

export const id: ProcedureId = 'hybrid-account';

interface HybridState {
  /** The onboarding of a hybrid account, where the ticket is one (HY-06). */
  readonly onboarding?: Onboarding;
  /** What one department knows of the ticket and the other has to see (HY-12). */
  readonly knowledge?: Knowledge;
  /** What was checked of an integration, and the tickets raised for its team (HY-14, HY-15). */
  readonly integration?: Integration;
}

const part = partOf<HybridState>(id, 1);
type Known = Parameters<typeof part.of>[0];

export const onboardingOf = (ledger: Known): Onboarding | undefined => part.of(ledger)?.onboarding;
export const knowledgeOf = (ledger: Known): Knowledge | undefined => part.of(ledger)?.knowledge;
export const integrationOf = (ledger: Known): Integration =>
  part.of(ledger)?.integration ?? noIntegration;

/** What is known as the rules have left it so far. @throws RangeError where nothing is: a rule asks before */
export function knowledgeNow({ ledger }: Pick<Case, 'ledger'>): Knowledge {
  const knowledge = knowledgeOf(ledger);
  if (knowledge === undefined) throw new RangeError('No department knows anything of this ticket.');
  return knowledge;
}

export const saveOnboarding = (c: Case, onboarding: Onboarding): void =>
  part.set(c, { ...part.of(c.ledger), onboarding });
export const saveKnowledge = (c: Case, knowledge: Knowledge): void =>
  part.set(c, { ...part.of(c.ledger), knowledge });
export const saveIntegration = (c: Case, integration: Integration): void =>
  part.set(c, { ...part.of(c.ledger), integration });
