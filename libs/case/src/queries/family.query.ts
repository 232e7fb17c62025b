import type { Text } from '#engine';
import { type Database, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import type { StoredState } from '../store/instance.store.ts';
import { stateTitle, type Titled, textOf } from './titles.ts';

/** A case beside the one that is read. Whoever may read the one may know of the other where it stands, and no more. */
export interface RelatedCase {
  readonly id: string;
  readonly title: Text;
  readonly states: readonly Titled[];
  readonly isFinished: boolean;
}

export interface ChildView {
  readonly number: number;
  /** The state that asked for it. */
  readonly askedBy: Titled;
  readonly definition: string;
  /** Absent while it has not begun. */
  readonly instance?: RelatedCase;
  /** Whether its end is still waited for. */
  readonly isAwaited: boolean;
  /** Whether an operator has to see to it. */
  readonly isHeld: boolean;
}

/** A webhook that the case has called. */
export interface CallView {
  readonly number: number;
  readonly askedBy: Titled;
  /** The key of the webhook. */
  readonly to: string;
  readonly status: 'queued' | 'failed' | 'answered' | 'given-up' | 'cancelled';
  readonly attempts: number;
  /** What the last attempt failed with. */
  readonly error?: string;
  readonly askedAt: string;
}

export interface Family {
  readonly calls: readonly CallView[];
  readonly parent?: RelatedCase & { readonly child: number };
  readonly children: readonly ChildView[];
}

interface RelatedRow {
  readonly id: string | null;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly definition_key: string;
  readonly definition_version: number;
  readonly standing: readonly string[];
  readonly is_finished: boolean;
}

interface ChildRow extends RelatedRow {
  readonly number: number;
  readonly asked_by: string;
  readonly asked_definition: string;
}

interface CallRow {
  readonly number: number;
  readonly state: string;
  readonly target: string;
  readonly status: CallView['status'];
  readonly attempts: number;
  readonly error: string | null;
  readonly asked_at: Date;
}

const columns = 'i.id, i.title_zh, i.title_en, i.definition_key, i.definition_version, i.standing, i.is_finished';

const children = statement(
  'family.children',
  `SELECT c.number, c.state AS asked_by, c.definition_key AS asked_definition, ${columns}
   FROM child_case c LEFT JOIN instance i ON i.tenant = c.tenant AND i.id = c.child_id
   WHERE c.tenant = $1 AND c.parent_id = $2 ORDER BY c.number`,
);

const calls = statement(
  'family.calls',
  `SELECT number, state, target, status, attempts, error, asked_at FROM case_call WHERE tenant = $1 AND instance_id = $2 ORDER BY number`,
);

const parent = statement('family.parent', `SELECT ${columns} FROM instance i WHERE i.tenant = $1 AND i.id = $2`);

/** The cases that one was begun for, and those and the webhooks it has asked. */
export class Families {
  constructor(
    private readonly database: Database,
    private readonly workflows: Workflows,
  ) {}

  /** @param titled how the case's own states are called */
  async of(tenant: string, instance: string, state: StoredState, titled: (path: string) => Titled): Promise<Family> {
    const [above, below, called] = await Promise.all([
      state.parent === undefined ? [] : this.database.query<RelatedRow & Row>(parent, [tenant, state.parent.instance]),
      state.lastChild === undefined ? [] : this.database.query<ChildRow & Row>(children, [tenant, instance]),
      state.lastCall === undefined ? [] : this.database.query<CallRow & Row>(calls, [tenant, instance]),
    ]);
    const open = Object.values(state.children ?? {});
    const [top] = await Promise.all(above.map((row) => this.related(tenant, row)));
    return {
      ...(top !== undefined && state.parent !== undefined && { parent: { ...top, child: state.parent.child } }),
      calls: called.map(({ number, state: asked, target, status, attempts, error, asked_at }) => ({
        number,
        askedBy: titled(asked),
        to: target,
        status,
        attempts,
        ...(error !== null && { error }),
        askedAt: asked_at.toISOString(),
      })),
      children: await Promise.all(
        below.map(async ({ number, asked_by, asked_definition, ...row }) => {
          const known = await this.related(tenant, row);
          return {
            number,
            askedBy: titled(asked_by),
            definition: asked_definition,
            ...(known !== undefined && { instance: known }),
            isAwaited: open.some(({ running }) => running.includes(number)),
            isHeld: open.some(({ held }) => held?.includes(number) === true),
          };
        }),
      ),
    };
  }

  private async related(tenant: string, row: RelatedRow): Promise<RelatedCase | undefined> {
    if (row.id === null) return undefined;
    const published = await this.workflows.get(tenant, row.definition_key, row.definition_version);
    const titled = (path: string) => ({ path, title: published ? stateTitle(published.workflow.definition, path) : { zh: path } });
    return { id: row.id, title: textOf(row.title_zh, row.title_en), states: row.standing.map(titled), isFinished: row.is_finished };
  }
}

type Row = { readonly [column: string]: unknown };
