// A change request as people walk it: the panel of our people, and the portal of the customer's.
import type {
  ChangeRequestApi,
  ChangeView,
  ContentForm,
  GateKey,
} from '../../src/procedures/change-request/contract/panel';
import type { PortalApi, PortalView } from '../../src/procedures/change-request/contract/portal';
import type { Reply } from '../../src/contract/problem';
import type { Desk } from './desk';

const mail = (name: string): string => `${name}@relay.example`;

export const headings = {
  'planned-interfaces': 'One nightly file',
  apis: 'POST /exports',
  'process-steps': 'Collect, write, send',
  schemas: 'export.schema.json',
  'request-payloads': '{ "day": "2026-03-02" }',
  responses: '202 with an id',
};

export const impact = (days: number): ContentForm => ({
  part: 'impact',
  approach: 'A job that writes the file every night',
  effort: [{ role: 'Integration engineer', days }],
  timeline: { from: '2026-03-16', until: '2026-04-03' },
});

export class ChangeDesk {
  /** Every answer that reached a portal. */
  readonly portalAnswers: string[] = [];

  constructor(
    readonly desk: Desk,
    public key = desk.key,
  ) {}

  /** A page that does not load, or a click that came to nothing, is tried again where faults are at work. */
  async #again<T>(attempt: () => Promise<T | null>, what: string): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const found = await attempt().catch((error: unknown) =>
        this.desk.faulty ? null : Promise.reject(error),
      );
      if (found !== null) {
        // People take their time; Jira allows 20 writes in 2 seconds to one issue.
        await this.desk.host.advance('PT10S');
        return found;
      }
      if (tries >= 8) throw new Error(`${what} came to nothing.`);
      await this.desk.host.advance('PT1M10S');
    }
  }

  async call<T = ChangeView>(
    as: string,
    call: keyof ChangeRequestApi,
    payload: object = {},
  ): Promise<Reply<T>> {
    return (await this.desk.host.invoke({
      module: 'change-request',
      issue: this.key,
      as: mail(as),
      call,
      payload,
    })) as Reply<T>;
  }

  async portalCall(
    as: string,
    call: keyof PortalApi,
    payload: object = {},
  ): Promise<Reply<PortalView>> {
    const reply = (await this.desk.host.invoke({
      module: 'change-request-portal',
      issue: this.key,
      as: mail(as),
      call,
      payload,
    })) as Reply<PortalView>;
    this.portalAnswers.push(JSON.stringify(reply));
    return reply;
  }

  seen(as = 'dana.fox'): Promise<ChangeView> {
    return this.#again(async () => {
      const reply = await this.call(as, 'change.get');
      if (!reply.ok && !this.desk.faulty)
        throw new Error(`${reply.problem.code}: ${reply.problem.message}`);
      return reply.ok ? reply.value : null;
    }, 'The panel');
  }

  portal(as = 'nora.quist'): Promise<PortalView> {
    return this.#again(async () => {
      const reply = await this.portalCall(as, 'request.get');
      if (!reply.ok && !this.desk.faulty)
        throw new Error(`${reply.problem.code}: ${reply.problem.message}`);
      return reply.ok ? reply.value : null;
    }, 'The portal');
  }

  /** One click, as sent; the raw reply. */
  async click(
    as: string,
    call: keyof ChangeRequestApi,
    payload: object = {},
  ): Promise<Reply<ChangeView>> {
    const { revision } = await this.seen(as);
    return this.call(as, call, { expectedRevision: revision, ...payload });
  }

  /** A refusal for good, whatever else goes wrong meanwhile. */
  async refused(
    as: string,
    call: keyof ChangeRequestApi,
    payload: object,
  ): Promise<{ clause: string | null; text: string; field: string | null }> {
    return this.#again(async () => {
      const reply = await this.click(as, call, payload);
      if (reply.ok) throw new Error(`${call} was not refused.`);
      const { code, message, field, why } = reply.problem;
      return ['refused', 'input'].includes(code)
        ? { clause: why?.clause ?? null, text: message, field: field ?? null }
        : null;
    }, `The refusal of ${call}`);
  }

  act(
    as: string,
    call: keyof ChangeRequestApi,
    payload: object,
    isDone: (view: ChangeView) => boolean,
  ): Promise<ChangeView> {
    return this.#again(async () => {
      const before = await this.seen(as);
      if (isDone(before)) return before;
      const reply = await this.call(as, call, { expectedRevision: before.revision, ...payload });
      if (!reply.ok && !this.desk.faulty)
        throw new Error(`${call}: ${reply.problem.code}: ${reply.problem.message}`);
      if (reply.ok && isDone(reply.value)) return reply.value;
      const after = await this.seen(as);
      return isDone(after) ? after : null;
    }, call);
  }

  gate(view: ChangeView, key: GateKey): string {
    return view.gates.find(({ gate }) => gate === key)?.state ?? 'none';
  }

  ask(gate: GateKey): Promise<ChangeView> {
    return this.act('dana.fox', 'change-request.ask', { gate }, (view) =>
      ['open', 'approved'].includes(this.gate(view, gate)),
    );
  }

  approve(gate: GateKey, as: string): Promise<ChangeView> {
    return this.act(
      as,
      'change-request.approve',
      { gate },
      (view) => this.gate(view, gate) === 'approved',
    );
  }

  save(as: string, edit: ContentForm, isDone: (view: ChangeView) => boolean): Promise<ChangeView> {
    return this.act(as, 'change-request.save', { edit }, isDone);
  }

  /** The customer's own click. */
  async agree(gate: GateKey, as = 'nora.quist'): Promise<PortalView> {
    return this.#again(async () => {
      const page = await this.portal(as);
      if (page.decision?.gate !== gate)
        return page.decisions.some(({ approved, holds }) => approved && holds) &&
          page.stages.length > 0
          ? page
          : null;
      const reply = await this.portalCall(as, 'change-request.approve', {
        gate,
        version: page.decision.version,
      });
      if (!reply.ok && !this.desk.faulty) throw new Error(`${gate}: ${reply.problem.message}`);
      return reply.ok ? reply.value : null;
    }, `Agreeing to ${gate}`);
  }

  classify(): Promise<ChangeView> {
    return this.act(
      'elif.kaya',
      'change-request.classify',
      {
        intake: 'customer-ticket',
        chargeable: true,
        implication: 'It is charged by effort at the agreed rates.',
        customerRep: null,
      },
      ({ state }) => state === 'running',
    );
  }

  done(view: ChangeView, step: string): boolean {
    return view.steps.some(({ key, state }) => key === step && state === 'done');
  }

  async inPrinciple(): Promise<void> {
    await this.classify();
    await this.ask('in-principle-client');
    await this.ask('in-principle-internal');
    await this.agree('in-principle-client');
    await this.approve('in-principle-internal', 'priya.nair');
  }

  async document(days = 12): Promise<void> {
    await this.save(
      'dana.fox',
      {
        part: 'requirement',
        requirement: 'Export the payroll every night',
        documentUrl: 'https://docs.relay.example/cr/12',
      },
      (view) => this.done(view, 'requirement'),
    );
    await this.save('elif.kaya', impact(days), (view) => this.done(view, 'impact'));
  }

  async approvals(): Promise<void> {
    await this.save('dana.fox', { part: 'cost' }, (view) => this.done(view, 'cost'));
    await this.ask('internal-approval');
    await this.approve('internal-approval', 'priya.nair');
    await this.ask('customer-approval');
    await this.agree('customer-approval');
  }

  /** CR-12: the change request's own issue; the story goes on there. */
  async ownIssue(): Promise<void> {
    const moved = await this.act(
      'dana.fox',
      'change-request.create-issue',
      {},
      ({ state }) => state === 'moved',
    );
    await this.desk.settle();
    this.key = moved.issue?.key ?? '';
    this.desk.key = this.key;
  }

  async interface(): Promise<void> {
    await this.save('kofi.mensah', { part: 'due-date', dueDate: '2026-04-10' }, (view) =>
      this.done(view, 'due-date'),
    );
    await this.save('kofi.mensah', { part: 'interface', url: null, headings }, (view) =>
      this.done(view, 'interface'),
    );
    await this.share();
    await this.ask('interface-approval');
    await this.agree('interface-approval');
  }

  /** CR-19. */
  share(): Promise<ChangeView> {
    return this.act('kofi.mensah', 'change-request.share-interface', {}, (view) =>
      this.done(view, 'interface-shared'),
    );
  }

  finish(as: string, step: string, build?: string): Promise<ChangeView> {
    return this.act(
      as,
      'change-request.complete',
      { step, ...(build === undefined ? {} : { build }) },
      (view) => this.done(view, step),
    );
  }

  /** From the first classification to where the customer tests, with everybody saying yes. */
  async walkToUat(): Promise<void> {
    await this.inPrinciple();
    await this.document();
    await this.approvals();
    await this.interface();
    await this.toUat();
  }

  async toUat(): Promise<void> {
    await this.finish('kofi.mensah', 'development');
    await this.finish('luca.moretti', 'deployed-to-qa', '2026.3');
    await this.approve('qa', 'hana.sato');
    await this.finish('luca.moretti', 'deployed-to-integration', '2026.3');
  }
}

export async function begin(desk: Desk, project = 'EBH'): Promise<ChangeDesk> {
  await desk.ticket({
    project,
    requestType: 'Change request',
    organizations: ['Northwind Credit Union'],
  });
  return new ChangeDesk(desk);
}
