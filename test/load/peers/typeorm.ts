import { DataSource, type EntityManager } from 'typeorm';
import { form } from '../approval.ts';
import { decided, started, type Turn } from './machine.ts';
import type { Decision, Peer } from './peer.ts';
import { HistoryRow, Instance, Message, Task, TimerRow } from './typeorm-entities.ts';

/**
 * XState's own pure functions with repositories around them, as it is usually written: within one transaction a decision
 * reads its entities, changes them and saves them. It does all the work, with the versions of XState and TypeORM that
 * Shenpi has and a pool of the same size; in its favour, entities have no relations or cascades.
 */
export class TypeormPeer implements Peer {
  readonly name = 'XState and TypeORM repositories';
  readonly counts = {
    finished: `(SELECT count(*)::int FROM instance WHERE state->>'status' = 'done')`,
    timers: '(SELECT count(*)::int FROM timer)',
    messages: '(SELECT count(*)::int FROM outbox)',
  };

  private constructor(
    readonly address: string,
    private readonly database: DataSource,
  ) {}

  static async open(address: string): Promise<TypeormPeer> {
    const entities = [Instance, Task, HistoryRow, TimerRow, Message];
    const database = new DataSource({ type: 'postgres', url: address, entities, synchronize: true, poolSize: 16 });
    return new TypeormPeer(address, await database.initialize());
  }

  async begin(): Promise<string> {
    return this.database.transaction(async (manager) => {
      const turn = started();
      const instance = manager.create(Instance, { form, state: turn.state, sequence: 1, changedAt: new Date() });
      await manager.save(instance);
      await addRows(manager, instance, turn, { person: 'applicant', outcome: 'started', comment: '' });
      return String(instance.id);
    });
  }

  async decide(id: string, decision: Decision): Promise<void> {
    await this.database.transaction(async (manager) => {
      const instance = await manager.findOneOrFail(Instance, { where: { id: Number(id) }, lock: { mode: 'pessimistic_write' } });
      const task = await manager.findOneByOrFail(Task, { instanceId: instance.id, isOpen: true });
      const timers = await manager.findBy(TimerRow, { instanceId: instance.id });
      const turn = decided(instance.state, decision.outcome);
      instance.state = turn.state;
      instance.sequence += 1;
      instance.changedAt = new Date();
      await manager.save(instance);
      task.isOpen = false;
      task.outcome = decision.outcome;
      task.closedAt = new Date();
      await manager.save(task);
      await manager.remove(timers.filter(({ event }) => turn.cleared.includes(event)));
      await addRows(manager, instance, turn, decision);
    });
  }

  async settle(): Promise<void> {}

  close(): Promise<void> {
    return this.database.destroy();
  }
}

async function addRows(manager: EntityManager, { id, sequence }: Instance, turn: Turn, decision: Decision): Promise<void> {
  const at = new Date();
  const { assignee, timers } = turn;
  await manager.save(manager.create(HistoryRow, { instanceId: id, sequence, at, ...decision }));
  if (assignee !== null) await manager.save(manager.create(Task, { instanceId: id, assignee, isOpen: true, openedAt: at }));
  await manager.save(timers.map((timer) => manager.create(TimerRow, { instanceId: id, ...timer })));
  await manager.save(manager.create(Message, { job: 'task-opened', payload: { instance: id, task: sequence }, createdAt: at }));
}
