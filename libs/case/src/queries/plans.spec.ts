import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { knownStatements } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import {
  attachmentOf,
  deliveryOf,
  fillWithCases,
  incidentOf,
  instanceOf,
  meetingOf,
  organisationOf,
  organisationPathOf,
  personOf,
  tenant,
} from '../../../../test/support/many-cases.ts';
import type { Commit } from '../store/commit.store.ts';
import { statementFor, tables } from '../store/commit-statement.ts';
import { countLimit } from './counted.ts';
import { beginning, end } from './page.ts';

/** Tables that grow with the cases: none of them is ever read from end to end. */
const growing = [
  'instance',
  'task',
  'history',
  'form_version',
  'timer',
  'receipt',
  'outbox',
  'notice',
  'news',
  'search_case',
  'start_draft',
  'saved_view',
  'delivery',
  'delivery_item',
  'attachment',
  'batch',
  'batch_row',
  'withheld_message',
  'copied_case',
  'incident',
  'child_case',
  'case_call',
  'session',
  'meeting',
  'meeting_member',
  'meeting_item',
  'handover',
  'handover_row',
  'case_migration',
  'case_migration_row',
  'audit_entry',
];

const { dataSource } = await testDatabase();

// Every library is asked for, so that a statement of a new one is found too.
for (const library of readdirSync(new URL('../../..', import.meta.url))) await import(`#${library}`);
for (const table of tables) statementFor([table]);
statementFor(tables);

const statements = [...knownStatements()].filter(([, text]) => growing.some((table) => new RegExp(`\\b${table}\\b`).test(text)));

const person = personOf(8);
const instance = instanceOf(99_000);
const keys = [`person:${person}`, `post:reviewer@${organisationOf(3)}`, `post:reviewer@${organisationOf(8)}`];
const now = '2024-03-01T01:00:00Z';
const reader = [person, keys, [organisationPathOf(7)]];
const nothing = [null, null, null];
const narrowed = ['process-3', 'step-4', organisationOf(5)];
const sought = [['case 7'], ['ca', 'as', 'se', 'e ', ' 7']];
const place = [now, instance, 1];
const first = Object.values(beginning);
const latest = Object.values(end);
const inbox = [
  [tenant, keys, person, ...first, 21],
  [tenant, keys, person, ...place, 21],
];
const narrowedInbox = [
  [tenant, keys, person, ...first, 21, now, ...nothing, null, null],
  [tenant, keys, person, ...place, 21, 'infinity', ...narrowed, ...sought],
];
const addressed = JSON.stringify(keys.map((key, index) => ({ key, definition: index === 1 ? 'process-3' : null, principals: [person] })));
const deputyInbox = [
  [tenant, addressed, person, ...first, 21, 'infinity', ...nothing, null, null],
  [tenant, addressed, person, ...place, 21, now, ...narrowed, ...sought],
];
const aged = [[now, 500]];
const locking = [
  [
    [1, 2],
    [tenant, tenant],
    [instance, instanceOf(5)],
    [person, null],
    ['key-1', null],
    ['command-1', null],
    [1, 2],
  ],
];
const message = { cause: 'cause', kind: 'urge', title_zh: 'zh', title_en: null, instance_id: instance, tasks: [4], addressees: keys };
const delivery = [tenant, deliveryOf(100), 1];
const scopes = [organisationPathOf(1)];
const occasion = [tenant, '2024-03-01', now];

/** What every statement is asked in earnest: one or more sets of parameters each. */
const representative: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'task.inbox': inbox,
  'task.inbox-due': inbox,
  'task.inbox-slack': inbox,
  'task.inbox-narrowed': narrowedInbox,
  'task.inbox-due-narrowed': narrowedInbox,
  'task.inbox-slack-narrowed': narrowedInbox,
  'task.inbox-deputy': deputyInbox,
  'task.inbox-due-deputy': deputyInbox,
  'task.inbox-slack-deputy': deputyInbox,
  'history.on-behalf': [[tenant, person, ...latest, 21]],
  'history.count-on-behalf': [[tenant, person, now, '2024-03-10T01:00:00Z']],
  'task.decided': [
    [tenant, person, ...latest, ...nothing, null, null, null, 21],
    [tenant, person, ...place, ...narrowed, ...sought, keys[1], 21],
  ],
  'instance.started': [
    [tenant, person, ...latest.slice(0, 2), ...nothing, null, null, 21],
    [tenant, person, ...place.slice(0, 2), ...narrowed, ...sought, 21],
  ],
  'instance.read': [[tenant, ...reader, instance]],
  'instance.graph': [[tenant, ...reader, instance]],
  'instance.is-readable': [[tenant, ...reader, instance]],
  'instance.lock-free': locking,
  'instance.lock-all': locking,
  'instance.prepare-starts': [[[1], [tenant], [person], ['key-1']]],
  'staffing.versions': [[tenant, now]],
  'staffing.tell': [[tenant, '[{}]', now]],
  'instance.running': [[tenant, 'process-3']],
  'instance.definition': [[tenant, instance]],
  'instance.on-agenda': [[tenant, instance]],
  'instance.is-taken': [[tenant, 'process-3', 'school|certificate']],
  'receipt.find': [[tenant, person, 'key-1']],
  'batch.add': [[tenant, instance, person, '00', 'approve', null, now, JSON.stringify([{ place: 0, task: 'x', refusal: {} }]), now]],
  'batch.begin-undo': [[tenant, instance, now, now]],
  'batch.finish-undo': [[tenant, instance, now, JSON.stringify([{ place: 0, undo_sequence: 5 }])]],
  'clockwork.release-withheld': [[now, 500]],
  'batch.head': [[tenant, instance, person]],
  'batch.rows': [[tenant, instance]],
  'batch.cases': [[tenant, ...reader, [instance, instanceOf(5)]]],
  'instance.copied': [
    [tenant, keys, 'infinity', end.instance, ...nothing, null, null, 21],
    [tenant, keys, now, instance, ...narrowed, ...sought, 21],
  ],
  'form.versions': [
    [tenant, ...reader, instance, 1, 2],
    [tenant, ...reader, instance, null, null],
  ],
  'history.read': [[tenant, ...reader, instance]],
  'history.chain': [[tenant, instance]],
  'history.row': [[tenant, instance, 2]],
  'history.cases': [[tenant, instance, scopes, 20]],
  'what-if.cases': [[tenant, 'certificate-admission', instance, scopes, 20]],
  'call.claim': [[now, now, 10]],
  'call.answered': [[tenant, instance, 1, 1]],
  'call.given-up': [[tenant, instance, 1, 1, 'http-500']],
  'call.failed': [[tenant, instance, 1, 1, 'http-500', now]],
  'child.rename': [[tenant, instance, JSON.stringify({ lines: 'eachLine' })]],
  'call.rename': [[tenant, instance, JSON.stringify({ filing: 'filed' })]],
  'family.calls': [[tenant, instance]],
  'child.find': [[tenant, instance, 1]],
  'child.settle': [[tenant, instance, 1, 1]],
  'child.pending': [[now, 100]],
  'family.children': [[tenant, instance]],
  'family.parent': [[tenant, instance]],
  'incident.find': [[tenant, incidentOf(20)]],
  'incident.open': [[tenant, [organisationPathOf(0)]]],
  'attachment.add': [[tenant, attachmentOf(0), 'a.pdf', 'application/pdf', 1, '', person, now]],
  'attachment.find': [[tenant, [attachmentOf(1), attachmentOf(2)]]],
  'attachment.give-up': [[now, now, 500]],
  'attachment.remove-given-up': aged,
  'approved-plan.find': [[tenant, 'school|certificate|2024|spring']],
  'clockwork.take-messages': [[500]],
  'clockwork.remove-messages': [[[1, 2, 3]]],
  'clockwork.outbox-state': [[]],
  'clockwork.claim-timers': [[now], ['infinity']],
  'clockwork.postpone-timers': [[[tenant], [instance], [1], [2]]],
  'clockwork.count-timers': [
    [tenant, now],
    [tenant, 'infinity'],
  ],
  'clockwork.next-buckets': [[now, '2024-03-01T02:00:00Z']],
  'clockwork.remove-receipts': aged,
  'clockwork.remove-read-notices': aged,
  'clockwork.remove-unread-notices': aged,
  'clockwork.remove-deliveries': aged,
  'clockwork.remove-sessions': aged,
  'clockwork.remove-news': aged,
  'follow-up.waiting': [
    [tenant, scopes, now, ['2024-01-20T01:00:00Z', '2024-02-01T01:00:00Z', '2024-02-10T01:00:00Z', '2024-02-20T01:00:00Z'], ...nothing],
    [tenant, scopes, now, ['2024-01-20T01:00:00Z', '2024-02-01T01:00:00Z', '2024-02-10T01:00:00Z', '2024-02-20T01:00:00Z'], ...narrowed],
  ],
  'follow-up.stuck': [
    [tenant, scopes, now, 20, ...nothing, ...first],
    [tenant, scopes, now, 20, ...narrowed, '2024-02-01T01:00:00Z', instance, 1],
  ],
  'follow-up.open-behind': [
    [tenant, scopes, null, null, null, 1000, ...nothing],
    [tenant, scopes, '2024-01-20T01:00:00Z', '2024-02-01T01:00:00Z', now, 1000, ...narrowed],
  ],
  'follow-up.decided-behind': [
    [tenant, scopes, '2024-02-01T01:00:00Z', '2024-02-03T01:00:00Z', null, false, 1000, ...nothing],
    [tenant, scopes, '2024-02-01T01:00:00Z', '2024-02-03T01:00:00Z', organisationOf(5), true, 1000, ...narrowed],
  ],
  'follow-up.on-time': [
    [tenant, scopes, '2024-02-01T01:00:00Z', '2024-02-03T01:00:00Z', ...nothing],
    [tenant, scopes, '2024-02-01T01:00:00Z', '2024-02-03T01:00:00Z', ...narrowed],
  ],
  'search.unread': [[200]],
  'search.sources': [
    [
      [tenant, tenant],
      [instance, instanceOf(5)],
    ],
  ],
  'search.write': [[JSON.stringify([{ tenant, instance_id: instance, title: 'Case', plain: 'case', words: ['ca'] }])]],
  'search.own': [[tenant, ...reader, ['p7', 'q9'], ['case'], 21]],
  'search.everything': [[tenant, ...reader, ['p7', 'q9'], ['case'], 21, [`within:${organisationOf(7)}`]]],
  'view.list': [[tenant, person, ['reviewer'], [organisationOf(3)], 'tasks']],
  'view.find': [[tenant, deliveryOf(1)]],
  'view.count': [[tenant, person]],
  'view.put': [[tenant, deliveryOf(1), person, 'tasks', 'View', '{}', null, null, now, 1]],
  'view.remove': [[tenant, deliveryOf(1), person]],
  'draft.of-person': [[tenant, person]],
  'draft.find': [[tenant, person, 'process-1']],
  'draft.put': [[tenant, person, 'process-1', null, '{}', now, 1]],
  'draft.remove': [[tenant, person, 'process-1', 1]],
  'news.latest': [[tenant]],
  'news.after': [[tenant, '100', 1000]],
  'news.missed': [[tenant, '100', keys, [organisationPathOf(3)]]],
  'news.tell': [[JSON.stringify([{ tenant, instance, opened: [4], changed: [3] }]), JSON.stringify([{ tenant, readers: keys }])]],
  'instance.is-within': [[tenant, instance, scopes]],
  'calendar.due-across': [[tenant, ['2024-03-05', '2024-03-08']]],
  'calendar.due-in': [[tenant, 2024]],
  'calendar.due-by-year': [[tenant]],
  'window.due-at': [[tenant, ['2024-04-02T15:59:59.999Z']]],
  'report.append': [
    [
      tenant,
      organisationOf(5),
      attachmentOf(3),
      'fortnightly',
      '2024-04-A',
      'submitted',
      now,
      person,
      null,
      null,
      null,
      '{}',
      JSON.stringify([message]),
    ],
  ],
  'report.settle-looks': [
    [
      tenant,
      JSON.stringify([{ school_id: organisationOf(5), report: 'fortnightly', period: '2024-04-A', rung: 'opened', message }]),
      JSON.stringify([{ school_id: organisationOf(5), version: 1, look_at: now }]),
      now,
    ],
  ],
  'report.standing-cases': [[tenant, [organisationOf(5)]]],
  'report.disqualification': [[tenant, organisationOf(5)]],
  'notice.announce-tasks': [[...occasion, [instance, instanceOf(99_001)], [4, 4]]],
  'notice.announce-missing': [[...occasion, '2024-02-23T01:00:00Z', now]],
  'notice.announce-messages': [[...occasion, JSON.stringify([message])]],
  'notice.inbox': [
    [tenant, person, false, null, 20],
    [tenant, person, true, null, 20],
  ],
  'notice.collect': [[now, '2024-03-01', 500, 600_000, 60_000, true]],
  'delivery.claim': [[now, now, ['mail', 'webhook'], 10]],
  'delivery.items': [
    [
      [tenant, tenant],
      [deliveryOf(100), deliveryOf(200)],
    ],
  ],
  'delivery.sent': [[...delivery, now, null]],
  'delivery.dropped': [[...delivery, now, 'nothing-left']],
  'delivery.given-up': [[...delivery, now, 'smtp-550']],
  'delivery.failed': [[...delivery, now, 'smtp-451', true]],
  'delivery.list': [[tenant, scopes, 'given-up', 200]],
  'delivery.find': [[tenant, scopes, deliveryOf(1)]],
  'delivery.retry': [[tenant, deliveryOf(1), now]],
  'channel.remove': [[tenant, deliveryOf(1)]],
  'organisation.remaining': [[tenant, organisationOf(5), '2024-03-01', organisationPathOf(5)]],
  'person.end-sessions': [[tenant, person]],
  'person.stranded': [
    [tenant, person, deliveryOf(1), '2024-03-01', keys[0], organisationPathOf(3), organisationOf(3), 'reviewer', keys[1]],
  ],
  'migration.cases': [
    [tenant, 'process-3', [1], scopes, null, 501],
    [tenant, 'process-3', [1], scopes, [instance], 1],
  ],
  'migration.versions': [[tenant, 'process-3', scopes]],
  'migration.add': [
    [
      tenant,
      deliveryOf(3),
      'process-3',
      2,
      '{}',
      'comment',
      'ab',
      person,
      now,
      JSON.stringify([{ place: 0, instance_id: instance, from_version: 1, expected: '', refusal: null, mapping: {} }]),
    ],
  ],
  'migration.head': [[tenant, deliveryOf(3)]],
  'migration.latest': [[tenant, 'process-3']],
  'migration.rows': [[tenant, deliveryOf(3)]],
  'migration.results': [[tenant, deliveryOf(3), JSON.stringify([{ place: 0, sequence: 5 }])]],
  'migration.reversals': [[tenant, deliveryOf(3), JSON.stringify([{ place: 0, sequence: 6 }])]],
  'migration.finish': [[tenant, deliveryOf(3), now]],
  'migration.stop': [[tenant, deliveryOf(3), now]],
  'handover.tasks': [[tenant, keys[0], person, 501]],
  'handover.meetings': [[tenant, person]],
  'handover.add': [
    [tenant, instance, person, person, '00', 'reason', now, JSON.stringify([{ place: 0, instance_id: instance, number: 1 }])],
  ],
  'handover.head': [[tenant, deliveryOf(3)]],
  'handover.of-person': [[tenant, person]],
  'handover.rows': [[tenant, deliveryOf(3)]],
  'handover.finish': [[tenant, deliveryOf(3), now]],
  'handover.results': [[tenant, deliveryOf(3), JSON.stringify([{ place: 0, sequence: 5 }])]],
  'audit.add': [[tenant, now, person, 'instance.jump', 'instance', instance, organisationPathOf(3), null, '{}', 'reason', null]],
  'audit.list': [
    [tenant, '9223372036854775807', scopes, null, null, null, null, null, 21],
    [tenant, '90000', scopes, person, 'instance.jump', instance, now, now, 21],
  ],
  'meeting.find': [[tenant, meetingOf(7)]],
  'meeting.lock': [[tenant, meetingOf(7)]],
  'meeting.members': [[tenant, meetingOf(7)]],
  'meeting.items': [[tenant, meetingOf(7)]],
  'meeting.waiting': [[tenant, [instance, instanceOf(99_001)], [4, 4]]],
  'meeting.queue': [
    [tenant, keys[1], 'infinity', ...first, 21],
    [tenant, keys[1], now, ...place, 21],
  ],
  'meeting.list': [[tenant, organisationOf(3), 'reviewer', ...latest.slice(0, 2), 21]],
  'meeting.open': [[tenant, meetingOf(0), organisationOf(3), organisationPathOf(3), 'reviewer', '2021年第4次', now, now, person, now]],
  'meeting.remove-members': [[tenant, meetingOf(7)]],
  'meeting.add-members': [[tenant, meetingOf(7), ['Chair'], [null], [true]]],
  'meeting.add-items': [[tenant, meetingOf(7), [instance], [4], 20]],
  'meeting.order-items': [[tenant, meetingOf(7), [instance, instanceOf(99_001)], [4, 4]]],
  'meeting.record-item': [[tenant, meetingOf(7), instance, 4, 'passed', [], 7, 0, 0, 'text', null, null, 1, person, now]],
  'meeting.remove-item': [[tenant, meetingOf(7), instance, 4]],
  'meeting.cancel': [[tenant, meetingOf(7), person, now, 'reason']],
  'meeting.seal': [[tenant, meetingOf(7), person, now, 'minutes', 'digest', [instance], [4], [5]]],
  'sign-in.open': [['\\x01', tenant, person, '2024-01-01T00:20:00Z', now]],
  'sign-in.session': [['\\x01']],
  'sign-in.close': [['\\x01']],
};

const row = { tenant, id: instance, instance_id: instance, number: 1, sequence: 4, step: 'step-1', state: {} };
const parametersOf = (name: string): readonly (readonly unknown[])[] => {
  const [, set] = /^commit\.(\d+)$/.exec(name) ?? [];
  if (set === undefined) return representative[name] ?? [];
  const concerned = tables.filter((_table: keyof Commit, index) => Math.floor(Number(set) / 2 ** index) % 2 === 1);
  return [concerned.map(() => JSON.stringify([row]))];
};

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
}

/** What in a plan reads a table, or an index, from end to end. Read in its order until there is enough, an index is not. */
function wholeReads(node: Node, isLimited = false): string[] {
  const { 'Node Type': type, 'Relation Name': table, 'Index Name': index, 'Index Cond': condition, Plans: below = [] } = node;
  const isUnbounded = /^(Index Scan|Index Only Scan|Bitmap Index Scan)$/.test(type) && condition === undefined && !isLimited;
  const found = [
    ...(type === 'Seq Scan' && table !== undefined && growing.includes(table) ? [`Seq Scan of ${table}`] : []),
    ...(isUnbounded && growing.some((name) => table === name || index?.startsWith(`${name}_`)) ? [`all of ${index}`] : []),
  ];
  return [...found, ...below.flatMap((inner) => wholeReads(inner, isLimited || type === 'Limit'))];
}

/** Rows that each scan of tasks has looked at, from the top of the plan to its end. */
function rowsRead(node: Node): number[] {
  const { 'Relation Name': table, 'Actual Rows': rows = 0, 'Actual Loops': loops = 1, 'Rows Removed by Filter': removed = 0 } = node;
  return [...(table === 'task' ? [(rows + removed) * loops] : []), ...(node.Plans ?? []).flatMap(rowsRead)];
}

type Explained = readonly { readonly 'QUERY PLAN': readonly { readonly Plan: Node }[] }[];
const planOf = (explained: Explained): Node => explained[0]?.['QUERY PLAN'][0]?.Plan ?? { 'Node Type': 'none' };

beforeAll(() => fillWithCases(dataSource, { instances: 100_000, open: 20_000, people: 1000, organisations: 400 }), 120_000);

describe('with a hundred thousand cases', () => {
  it('the statements are found', () => {
    expect(statements.length).toBeGreaterThan(tables.length + 20);
    const missing = statements.map(([name]) => name).filter((name) => parametersOf(name).length === 0);
    // A new statement: say above what it is asked in earnest.
    expect(missing).toEqual([]);
    const gone = Object.keys(representative).filter((name) => !statements.some(([known]) => known === name));
    expect(gone).toEqual([]);
  });

  it('a sequential scan would be noticed', async () => {
    const plan = planOf(await dataSource.query(`EXPLAIN (FORMAT JSON) SELECT FROM task WHERE title_zh = 'Case 7'`));
    expect(wholeReads(plan)).toEqual(['Seq Scan of task']);
    const counting = planOf(await dataSource.query('EXPLAIN (FORMAT JSON) SELECT count(*) FROM task'));
    expect(wholeReads(counting)).toHaveLength(1);
  });

  it.each(statements)('%s reads no table from end to end', async (name, text) => {
    // As PostgreSQL plans it for any parameters, which it does from the sixth time on if that seems no dearer.
    expect(wholeReads(planOf(await dataSource.query(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`)))).toEqual([]);
    for (const parameters of parametersOf(name)) {
      const plan = planOf(await dataSource.query(`EXPLAIN (FORMAT JSON) ${text}`, [...parameters]));
      expect({ parameters, reads: wholeReads(plan) }).toEqual({ parameters, reads: [] });
    }
  });

  it('a page of a post on which thousands of tasks wait reads its own length, and the count stops', async () => {
    const post = `post:province-reviewer@${organisationOf(0)}`;
    await dataSource.query(`UPDATE task SET assignee = $1 WHERE status = 'open' AND right(instance_id::text, 1) IN ('1', '2', '3', '4')`, [
      post,
    ]);
    await dataSource.query('ANALYZE task');
    for (const name of Object.keys(representative).filter((known) => /^task\.inbox(-due|-slack)?(-narrowed)?$/.test(known))) {
      const filters = name.endsWith('narrowed') ? ['infinity', ...nothing, null, null] : [];
      for (const from of [first, /due|slack/.test(name) ? ['2024-03-20T01:00:00Z', instance, 1] : [...place]]) {
        const explain = `EXPLAIN (ANALYZE, FORMAT JSON) ${knownStatements().get(name)}`;
        const plan = planOf(await dataSource.query(explain, [tenant, [post, keys[0]], person, ...from, 21, ...filters]));
        const [counted = 0, ...paged] = rowsRead(plan);
        expect(counted).toBeLessThanOrEqual(countLimit + 1);
        // Two keys, a page of each.
        expect(paged.reduce((sum, rows) => sum + rows, 0)).toBeLessThanOrEqual(2 * 21 + 2);
      }
    }
  });
});
