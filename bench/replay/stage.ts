// Plays the scripts on a local Jira under virtual time: every act is a person's, over the same pages and API as ever.
import type { Host } from '../../host/host';
import type { Scene, Script } from './script';

/** What became of one request for a response, as the people on stage saw it. */
export interface PlayedAsk {
  readonly key: string;
  readonly priority: string;
  readonly askedAt: number;
  answeredAt: number | null;
  /** When leadership escalated it by hand. */
  escalatedByHandAt: number | null;
  closedAt: number | null;
}

interface Reply {
  readonly ok: boolean;
  readonly problem?: { readonly code: string; readonly message: string };
  readonly value?: {
    readonly revision: number;
    readonly ask: { readonly holder: { readonly accountId: string } } | null;
  };
}

const agent = 'ben.ito@relay.example';

export class Stage {
  readonly asks: PlayedAsk[] = [];
  /** Acts the app refused, by reason: none is expected. */
  readonly refused = new Map<string, number>();
  tickets = 0;

  constructor(private readonly host: Host) {}

  /** Puts a script on the calendar. */
  schedule(script: Script, raisedAt: number): void {
    this.host.clock.schedule(raisedAt, async () => {
      const key = await this.#raise(script);
      const play = { key, open: null as PlayedAsk | null };
      for (const scene of script.scenes) {
        this.host.clock.schedule(raisedAt + Math.max(1000, scene.after), () =>
          this.#play(scene, script, play),
        );
      }
    });
  }

  async #raise(script: Script): Promise<string> {
    const ben = this.host.as(agent);
    const { body } = await ben.request<{ values: { id: string; name: string }[] }>(
      'GET',
      '/rest/servicedeskapi/organization?limit=50',
    );
    const organization = body.values.find(({ name }) => name === script.organization);
    const { key } = await ben.raise({
      project: 'SS',
      requestType: 'Bug report',
      summary: `Incident ${script.incident}`,
      description: 'From the log.',
      organizations: organization === undefined ? [] : [organization.id],
    });
    await ben.edit(key, { assignee: agent, priority: { name: script.priority } });
    this.tickets += 1;
    return key;
  }

  async #play(
    scene: Scene,
    script: Script,
    play: { readonly key: string; open: PlayedAsk | null },
  ): Promise<void> {
    const now = this.host.clock.now();
    switch (scene.kind) {
      case 'request': {
        const done = await this.#click(play.key, 'account-manager.request', {
          entryId: 'other',
          note: `Incident ${script.incident} waits for you.`,
        });
        if (!done) return;
        play.open = {
          key: play.key,
          priority: script.priority,
          askedAt: now,
          answeredAt: null,
          escalatedByHandAt: null,
          closedAt: null,
        };
        this.asks.push(play.open);
        return;
      }
      case 'answer': {
        const holder = await this.#holder(play.key);
        if (holder === null || play.open === null) return;
        await this.host.as(holder).comment(play.key, 'Done on our side.');
        play.open.answeredAt = now;
        play.open = null;
        return;
      }
      case 'escalate':
        if (
          play.open !== null &&
          (await this.#click(play.key, 'account-manager.escalate', {
            reason: 'It went to a higher level of support.',
          }))
        )
          play.open.escalatedByHandAt ??= now;
        return;
      case 'resolve':
        if (play.open !== null) play.open.closedAt = now;
        play.open = null;
        await this.host.as(agent).transition(play.key, 'Resolved');
    }
  }

  async #panel(key: string): Promise<Reply> {
    return (await this.host.invoke({
      module: 'ticket-panel',
      issue: key,
      as: agent,
      call: 'ticket.get',
      payload: {},
    })) as Reply;
  }

  async #holder(key: string): Promise<string | null> {
    return (await this.#panel(key)).value?.ask?.holder.accountId ?? null;
  }

  async #click(key: string, call: string, payload: object): Promise<boolean> {
    const expectedRevision = (await this.#panel(key)).value?.revision ?? 0;
    const reply = (await this.host.invoke({
      module: 'ticket-panel',
      issue: key,
      as: agent,
      call,
      payload: { ...payload, expectedRevision },
    })) as Reply;
    if (!reply.ok) {
      const reason = `${call}: ${reply.problem?.message ?? 'refused'}`;
      this.refused.set(reason, (this.refused.get(reason) ?? 0) + 1);
    }
    return reply.ok;
  }
}
