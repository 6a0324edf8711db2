import { actOnTicket } from '../../src/app/act-on-ticket';
import type { Ports } from '../../src/app/ports';
import { type Act, type ActOf, actOf } from '../../src/core/act';
import { accessRequestActs } from '../../src/procedures/access-request/pages/acts';
import { accountManagerActs } from '../../src/procedures/account-manager/pages/acts';
import { ticketPage } from '../../src/procedures/account-manager/pages/ticket-panel';
import { changeRequestActs } from '../../src/procedures/change-request/pages/acts';
import { hybridAccountActs } from '../../src/procedures/hybrid-account/pages/acts';
import { aboutHybrid } from '../../src/procedures/hybrid-account/perform';
import { type Opening, startOnboarding } from '../../src/procedures/hybrid-account/run-onboarding';
import { keyAccountActs } from '../../src/procedures/key-account/pages/acts';

/** Any act of a table by its name, with what it takes. */
type StepOf<Acts> = {
  [Name in keyof Acts & string]: Acts[Name] extends ActOf<infer Given>
    ? { readonly kind: Name } & Given
    : never;
}[keyof Acts & string];

const performing =
  <Acts extends object>(procedure: string, acts: Acts) =>
  (step: StepOf<Acts> & { readonly kind: string }): Act =>
    actOf(
      procedure,
      (acts as Readonly<Record<string, ActOf<unknown>>>)[step.kind] as ActOf<unknown>,
      step,
    );

/** An onboarding is opened from elsewhere; its own ticket begins with this. */
const inOnboardings = {
  ...hybridAccountActs,
  start: { perform: aboutHybrid(startOnboarding) } as unknown as ActOf<Opening>,
};

export type AskStep = StepOf<typeof accountManagerActs>;
export type ChangeStep = StepOf<typeof changeRequestActs>;
export type KeyStep = StepOf<typeof keyAccountActs>;
export type AccessStep = StepOf<typeof accessRequestActs>;
export type HybridStep = StepOf<typeof inOnboardings>;

export const askAct = performing('account-manager', accountManagerActs);
export const changeAct = performing('change-request', changeRequestActs);
export const keyAct = performing('key-account', keyAccountActs);
export const accessAct = performing('access-request', accessRequestActs);
export const hybridAct = performing('hybrid-account', inOnboardings);

/** An act about the account manager, through the panel in the ticket. */
export const actInPanel = (
  ports: Ports,
  issueId: string,
  { kind, ...input }: AskStep,
  expectedRevision: number,
) =>
  actOnTicket(ports, ticketPage, issueId, {
    procedure: 'account-manager',
    act: accountManagerActs[kind],
    payload: { ...input, expectedRevision },
  });
