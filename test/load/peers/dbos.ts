import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { deciders, form } from '../approval.ts';
import { ask } from '../ask.ts';
import { appTables, writeDecision, writeStart } from './app-tables.ts';
import { installed, versionOf } from './installed.ts';
import type { Decision, Peer } from './peer.ts';

type Form = typeof form;
type Workflow = (instance: string, form: Form) => Promise<void>;

/** What is used of DBOS. */
interface Dbos {
  setConfig(config: { name: string; systemDatabaseUrl: string; systemDatabasePoolSize: number; logLevel: string }): void;
  registerWorkflow(workflow: Workflow, config: { name: string }): Workflow;
  launch(): Promise<void>;
  shutdown(): Promise<void>;
  startWorkflow(workflow: Workflow, options: { workflowID: string }): Workflow;
  runStep(step: () => Promise<void>, config: { name: string }): Promise<void>;
  send(workflow: string, message: Decision, topic: string): Promise<void>;
  recv<Message>(topic: string, options: { timeoutSeconds: number }): Promise<Message | null>;
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

const day = 24 * 60 * 60;
const topic = 'decision';
const steps = ['submission', 'argument', 'audit', 'verdict'];

/**
 * The approval as a DBOS workflow that waits for four messages, and the application's tables written by a step of it each time.
 *
 * It does less than the others: it arms one timer at a time, the second only when the first has gone off, and clears
 * none; and what a wait arms is armed after the decision before it was acknowledged. In its favour, too: there is no
 * machine beside the workflow's own code; the message is a row that goes along with the application's tables and not a
 * step of its own; whoever decides is told within the process that it was carried out, where an application would have
 * to ask DBOS for an event; and its pool is of 20 connections, where 10 are its default.
 */
export class DbosPeer implements Peer {
  readonly counts = {
    finished: `(SELECT count(*)::int FROM dbos.workflow_status WHERE status = 'SUCCESS')`,
    timers: '0',
    messages: '(SELECT count(*)::int FROM outbox)',
  };
  private readonly waiting = new Map<string, Waiting>();
  private readonly workflow: Workflow;

  private constructor(
    readonly name: string,
    readonly address: string,
    private readonly dbos: Dbos,
    private readonly pool: pg.Pool,
  ) {
    this.workflow = dbos.registerWorkflow((instance, form) => this.approve(instance, form), { name: 'approval' });
  }

  static async open(address: string): Promise<DbosPeer> {
    await ask(address, appTables);
    const { DBOS } = installed('@dbos-inc/dbos-sdk') as { DBOS: Dbos };
    DBOS.setConfig({ name: 'bench', systemDatabaseUrl: address, systemDatabasePoolSize: 20, logLevel: 'error' });
    const name = `DBOS ${await versionOf('@dbos-inc/dbos-sdk')} with app tables`;
    const peer = new DbosPeer(name, address, DBOS, new pg.Pool({ connectionString: address, max: 16 }));
    await DBOS.launch();
    return peer;
  }

  async begin(): Promise<string> {
    const instance = randomUUID();
    const isOpen = this.carriedOut(instance);
    await this.dbos.startWorkflow(this.workflow, { workflowID: instance })(instance, form);
    await isOpen;
    return instance;
  }

  async decide(instance: string, decision: Decision): Promise<void> {
    const isDecided = this.carriedOut(instance);
    await this.dbos.send(instance, decision, topic);
    await isDecided;
  }

  /** A workflow is marked as finished after its last decision was acknowledged. */
  async settle(): Promise<void> {
    const pending = `SELECT 1 FROM dbos.workflow_status WHERE status = 'PENDING' LIMIT 1`;
    for (const deadline = performance.now() + 60_000; performance.now() < deadline; await wait(50)) {
      if ((await this.pool.query(pending)).rowCount === 0) return;
    }
    throw new Error('The workflows were not finished within a minute.');
  }

  async close(): Promise<void> {
    await this.dbos.shutdown();
    await this.pool.end();
  }

  private async approve(instance: string, form: Form): Promise<void> {
    try {
      const written = (step: number) => ({ instance, state: { step }, assignee: assigneeOf(step), hasOutbox: true });
      await this.dbos.runStep(() => writeStart(this.pool, written(0), form), { name: 'begin' });
      for (let step = 1; step <= deciders.length; step += 1) {
        this.waiting.get(instance)?.resolve();
        const decision = await this.decision();
        await this.dbos.runStep(() => writeDecision(this.pool, written(step), step, decision), { name: 'decide' });
      }
      this.waiting.get(instance)?.resolve();
      this.waiting.delete(instance);
    } catch (error) {
      this.waiting.get(instance)?.reject(error);
      throw error;
    }
  }

  /** Reminds after three days and gives up after ten; neither happens while it is measured. */
  private async decision(): Promise<Decision> {
    const inTime = await this.dbos.recv<Decision>(topic, { timeoutSeconds: 3 * day });
    const decision = inTime ?? (await this.dbos.recv<Decision>(topic, { timeoutSeconds: 7 * day }));
    if (decision === null) throw new Error('overdue');
    return decision;
  }

  private carriedOut(instance: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.set(instance, { resolve, reject });
    });
  }
}

const assigneeOf = (done: number): string | null => (done < steps.length ? `post:${steps[done]}` : null);
