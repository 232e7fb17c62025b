import { demoDirectory } from '../../../config/demo/organisations.ts';
import { approval } from '../approval.ts';
import { ask } from '../ask.ts';
import type { CommandCandidate } from '../command.ts';
import { publish } from '../open-cases.ts';

/** The measured process under another name, so that its cases are not counted among those that are decided. */
const waiting = { ...approval, key: 'waiting' };

const idOf = (number: string): string => `('0190000f-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/** When the reminder of the case with the number `n`, from 1, is due: in SQL, with `$1` for the first instant. */
export const atOnce = '$1::timestamptz';
export const aThousandASecond = `$1::timestamptz + n * interval '1 millisecond'`;

/**
 * Begins a case through the command and copies it as often as is wanted, in every table: so each is a whole case that
 * waits for its applicant, with a reminder due when it is said and a second timer that is not.
 */
export async function letCasesWait(candidate: CommandCandidate, count: number): Promise<string> {
  await publish(candidate.open, demoDirectory.tenant, waiting);
  const original = await candidate.begin(waiting.key);
  const copy = (table: string, key: string, others: string): string =>
    `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object('${key}', ${idOf('n')}${others}))).*
     FROM ${table} t, generate_series(1, ${count}) AS n WHERE t.${key} = '${original}'`;
  const { address } = candidate.open;
  await ask(address, copy('instance', 'id', `, 'case_number', 1000000000 + n`));
  for (const table of ['form_version', 'history', 'task']) await ask(address, copy(table, 'instance_id', ''));
  return original;
}

/** What the door writes for timers it sets within the hour. */
export const callForAlarms = `INSERT INTO outbox (tenant, job, payload, created_at) VALUES ('anhui', 'timer.alarm', $1, now())`;

/** Sets the timers of the copies, and calls for their alarms. */
export async function setTimers(address: string, original: string, { count, due, first }: Due): Promise<void> {
  await ask(
    address,
    `CREATE TABLE bench_due AS SELECT ${idOf('n')} AS instance_id, ${due} AS due_at FROM generate_series(1, ${count}) AS n`,
    [first],
  );
  await ask(
    address,
    `INSERT INTO timer (tenant, instance_id, number, event, due_at)
     SELECT t.tenant, d.instance_id, t.number, t.event, CASE WHEN t.event LIKE '%.reminder.%' THEN d.due_at ELSE t.due_at END
     FROM timer t, bench_due d WHERE t.instance_id = $1`,
    [original],
  );
  const buckets = await ask<{ bucket: number }>(
    address,
    `SELECT DISTINCT (extract(epoch FROM date_bin('10 seconds', due_at, to_timestamp(0))) * 1000)::float8 AS bucket FROM bench_due`,
  );
  await ask(address, callForAlarms, [JSON.stringify({ buckets: buckets.map(({ bucket }) => bucket) })]);
  await ask(address, 'VACUUM (ANALYZE)');
}

export interface Due {
  readonly count: number;
  readonly due: string;
  readonly first: Date;
}

/** PostgreSQL keeps the instant of every commit: so late was what a timer did when it was on disk. */
const effects = `SELECT h.instance_id, h.at < d.due_at AS is_early, pg_xact_commit_timestamp(h.xmin) AS at,
    (extract(epoch FROM pg_xact_commit_timestamp(h.xmin) - d.due_at) * 1000)::float8 AS late
  FROM history h JOIN bench_due d USING (instance_id) WHERE h.kind = 'timer-fired'`;

/** What has come of the timers. */
export interface Account {
  readonly effects: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** From the instant the first was due to the last effect, in seconds. */
  readonly seconds: number;
  readonly faults: readonly string[];
}

export async function countEffects(address: string): Promise<number> {
  const [row] = await ask<{ effects: number }>(address, `SELECT count(*)::int AS effects FROM history WHERE kind = 'timer-fired'`);
  return row?.effects ?? 0;
}

export async function accountOf(address: string, expected: number, name: string): Promise<Account> {
  const [row] = await ask<Account & { cases: number; early: number }>(
    address,
    `SELECT count(*)::int AS effects, count(DISTINCT instance_id)::int AS cases, (count(*) FILTER (WHERE is_early))::int AS early,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY late) AS p50, percentile_cont(0.99) WITHIN GROUP (ORDER BY late) AS p99,
       extract(epoch FROM max(at) - (SELECT min(due_at) FROM bench_due))::float8 AS seconds
     FROM (${effects}) AS e`,
  );
  if (row === undefined) throw new Error('nothing was counted');
  const isRight = row.effects === expected && row.cases === expected && row.early === 0;
  const fault = `${name}: of ${expected} timers ${row.effects} effects on ${row.cases} cases, ${row.early} of them early`;
  return { ...row, faults: isRight ? [] : [fault] };
}
