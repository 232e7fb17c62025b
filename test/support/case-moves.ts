import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { type TaskVerb, taskVerbs } from './arbitrary-verbs.ts';
import { idOf } from './case-attempts.ts';
import { often } from './often.ts';
import { applicant, departmentId, everybody, holdersOf } from './twin-tenants.ts';

/** What is sent in a burst: a verb, and numbers that choose the case, by whom, on what and how. */
export interface Move {
  readonly kind:
    | 'start'
    | 'decide'
    | 'save'
    | 'withdraw'
    | 'comment'
    | 'signal'
    | 'fire-timer'
    | 'take-back'
    | 'jump'
    | 'terminate'
    | TaskVerb;
  readonly tenant: number;
  readonly case: number;
  readonly who: number;
  readonly which: number;
  readonly outcome: number;
  /** How far the form on the sender's screen is from the one there is: mostly not at all. */
  readonly staleness: number;
  /** Which of a few idempotency keys is used, if any. */
  readonly key: number | null;
}

export const arbitraryMove: fc.Arbitrary<Move> = fc.record({
  kind: fc.oneof(
    often(8, 'decide' as const),
    often(3, 'save' as const),
    often(2, 'comment' as const),
    often(2, 'signal' as const),
    often(2, 'fire-timer' as const),
    { weight: 6, arbitrary: fc.constantFrom(...taskVerbs) },
    often(1, 'start' as const),
    often(1, 'withdraw' as const),
    often(2, 'take-back' as const),
    often(1, 'jump' as const),
    often(1, 'terminate' as const),
  ),
  tenant: fc.nat({ max: 1 }),
  case: fc.nat({ max: 100 }),
  who: fc.nat({ max: 100 }),
  which: fc.nat({ max: 100 }),
  outcome: fc.nat({ max: 100 }),
  staleness: fc.oneof(often(4, 0), often(1, 1), often(1, -1)),
  key: fc.option(fc.nat({ max: 2 }), { freq: 3 }),
});

/** A case as it stood when the burst was made up. */
export interface Sight {
  readonly form_version: number;
  readonly last_task: number;
  readonly tasks: readonly { readonly number: number; readonly step: string; readonly assignee: string }[];
  readonly timers: readonly number[];
}

export async function sightOf(dataSource: DataSource, instance: string): Promise<Sight> {
  const [sight] = await dataSource.query(
    `SELECT form_version, (state->>'lastTask')::int AS last_task,
       (SELECT coalesce(json_agg(t ORDER BY number), '[]') FROM task t WHERE t.instance_id = i.id AND status = 'open') AS tasks,
       (SELECT coalesce(json_agg(number ORDER BY number), '[]') FROM timer t WHERE t.instance_id = i.id) AS timers
     FROM instance i WHERE id = $1`,
    [instance],
  );
  return sight;
}

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(list.length, 1)];

/** Who sends a request, under which key or id; with a key comes the digest of the content. */
export interface Envelope {
  readonly person: string | null;
  readonly key?: string;
  readonly digest?: string;
  readonly commandId?: string;
}

const outcomes = ['approve', 'approve', 'approve', 'submit', 'submit', 'return', 'reject', 'nonsense'];

/** The request a move comes to on a case. Keys and ids are those of a burst, named by `name`. */
export function requestOf(move: Move, { form_version, tasks, timers, last_task }: Sight, name: string) {
  const { kind, who, which, outcome, staleness } = move;
  // One that is not open yet may be by the time the command's turn comes.
  const next = { number: last_task + 1, step: 'jointMeeting', assignee: `post:joint-meeting@${departmentId}` };
  const { number: task, step, assignee } = pick([...tasks, next], which) ?? next;
  const entitled = pick(holdersOf(assignee), who);
  const anybody = pick(everybody, who) ?? applicant;
  const person = which % 5 === 0 ? anybody : (entitled ?? anybody);
  const formVersion = form_version + staleness;
  if (isTaskVerb(kind)) {
    const request = verbOn(kind, move, { task, step });
    return { request, envelope: enveloped(move, person, name, request) };
  }
  switch (kind) {
    case 'decide': {
      const fields = fieldsFor(step, outcome);
      const request = {
        kind,
        task,
        outcome: pick(outcomes, outcome) ?? '',
        formVersion,
        comment: '说明',
        ...(fields && { fields }),
      } as const;
      return { request, envelope: enveloped(move, person, name, request) };
    }
    case 'save': {
      const request = { kind, task, formVersion, fields: fieldsFor(step, outcome) ?? { opinion: `意见 ${outcome % 3}` } } as const;
      return { request, envelope: enveloped(move, person, name, request) };
    }
    case 'withdraw':
      return { request: { kind, comment: '撤回' } as const, envelope: enveloped(move, applicant, name, kind) };
    case 'take-back': {
      const request = { kind, task: (which % Math.max(last_task, 1)) + 1 } as const;
      return { request, envelope: enveloped(move, pick(everybody, who) ?? anybody, name, request) };
    }
    case 'jump': {
      const request = { kind, to: pick(['draft', 'jointMeeting', 'academicAffairs', 'experts'], which) ?? '', comment: '更正' } as const;
      return { request, envelope: enveloped(move, anybody, name, request) };
    }
    case 'terminate': {
      const request = { kind, comment: which % 3 === 0 ? '停办' : ' ' } as const;
      return { request, envelope: enveloped(move, anybody, name, request) };
    }
    case 'comment': {
      const request = { kind, comment: `已阅 ${outcome % 3}` } as const;
      return { request, envelope: enveloped(move, anybody, name, request) };
    }
    case 'signal': {
      const request = {
        kind,
        signal: outcome % 4 === 0 ? 'seal' : 'remind',
        payload: outcome % 4 === 0 ? { number: '皖 1' } : {},
      } as const;
      return { request, envelope: { person: null, commandId: `signal ${name} ${which % 6}` } };
    }
    case 'fire-timer':
    case 'start':
      return { request: { kind: 'fire-timer', timer: pick(timers, which) ?? 99 } as const, envelope: { person: null } };
  }
}

/** The id of a person who is not there. */
export const nobody = idOf(99);

const isTaskVerb = (kind: string): kind is TaskVerb => (taskVerbs as readonly string[]).includes(kind);

/** What a verb on a task comes to; now and then it names somebody who is not there. */
function verbOn(kind: TaskVerb, { who, which, outcome }: Move, { task, step }: { readonly task: number; readonly step: string }) {
  const to = outcome % 9 === 0 ? nobody : (pick(everybody, outcome) ?? applicant);
  const isReassigning = who % 2 === 0;
  const comment = '说明';
  switch (kind) {
    case 'claim':
      return { kind, task } as const;
    case 'release':
      return { kind, task, isReassigning, comment } as const;
    case 'transfer':
      return { kind, task, to, isReassigning, comment } as const;
    case 'delegate':
      return { kind, task, to, comment } as const;
    case 'resolve':
      return { kind, task, comment } as const;
    case 'add-signers': {
      const place = pick(['before', 'after', 'beside'] as const, outcome) ?? 'before';
      const policy = pick(['one', 'all', 'sequence'] as const, which) ?? 'one';
      return { kind, task, place, policy, people: [...new Set([to, pick(everybody, who) ?? to])], comment } as const;
    }
    case 'remove-signers':
      return { kind, step, people: [to], isReassigning, comment } as const;
    case 'recuse':
      return { kind, comment } as const;
  }
}

/** A case that begins: under a key always with the same content, so that it does not matter which of two comes first. */
export function beginningOf(move: Move, name: string, number: number) {
  const certificate = move.key === null ? `证书 ${name} ${number}` : `证书 ${name} 重 ${move.key}`;
  const definition = pick(['certificate-admission', 'countersigning'], move.key ?? move.which) ?? '';
  const fields = definition === 'countersigning' ? {} : { certificate, ratio: 0.9 };
  const request = { definition, organisation: departmentId, fields };
  return { request, envelope: { ...enveloped(move, applicant, `${name} start`, request), person: applicant } };
}

function fieldsFor(step: string, number: number): Record<string, string | number> | undefined {
  if (step === 'draft') return number % 2 === 0 ? { ratio: 0.5 + (number % 5) / 10 } : undefined;
  if (step === 'jointMeeting') return number % 3 === 0 ? undefined : { minutes: `纪要 ${number % 3}` };
  return number % 3 === 0 ? { opinion: `意见 ${number % 4}` } : undefined;
}

function enveloped({ key }: Move, person: string, name: string, content: unknown): Envelope {
  if (key === null) return { person };
  return { person, key: `${name} ${key}`, digest: createHash('sha256').update(JSON.stringify(content)).digest('hex') };
}
