import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '#directory';
import type { Definition, Mapping } from '#engine';
import { testDatabase } from '../../../../test/support/database.ts';
import { draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { done, must, openHouse, tenant } from '../../../../test/support/house.ts';
import type { CaseMigrationPreview, MigrationPreview } from './migration-preview.ts';
import type { MigrationReport, MigrationRequest } from './migrations.ts';

const { database, dataSource } = await testDatabase();
const key = 'small-procurement';

/** 论证 by the joint meeting, 审核 by academic affairs; later versions call things otherwise. */
const procurement = (states: NonNullable<Definition['machine']['states']>, more: Partial<Definition> = {}): Definition =>
  processOf(
    { initial: 'draft', states: { draft: draft('review'), approved: final, ...states } },
    { key, subject: 'department', start: { posts: ['certificate-lead'] }, ...more },
  );
const review = { meta: step(post('joint-meeting', 'department'), one('approve'), { title: { zh: '系部论证' }, due: 'P5D' }) };
const affairs = { meta: step(post('academic-affairs'), one('approve'), { title: { zh: '教务审核' } }), on: { approve: 'approved' } };
const first = procurement({ review: { ...review, on: { approve: 'affairs' }, after: { P9D: 'affairs' } }, affairs });
const checked = { meta: step(post('dean', 'department'), one('approve'), { title: { zh: '主任核定' } }), on: { approve: 'affairs' } };
/** One more step: nothing is lost. */
const second = procurement({ review: { ...review, on: { approve: 'checked' }, after: { P9D: 'checked' } }, checked, affairs });
/** 系部论证 has another name in the machine; 教务审核 is gone. */
const third = procurement({
  draft: draft('argued'),
  argued: { ...review, on: { approve: 'checked' }, after: { P9D: 'checked' } },
  checked: { ...checked, on: { approve: 'approved' } },
});

const house = await openHouse({ database, dataSource }, { definitions: [first, second, third] });
const { migrations, migrationPreviews, histories, taskCommands, commands } = house.cases;
let administrator: Caller;
beforeAll(async () => {
  administrator = await house.caller('administrator');
});

/** A case on the first version, submitted: whoever publishes later does not move it. */
async function running(): Promise<string> {
  const instance = await house.started('lead', key, { amount: 1 });
  done(await house.decide('lead', instance, 'submit'));
  return instance;
}

/** Cases begin on the latest version; these are put onto the first by the same door. */
async function onFirst(): Promise<string> {
  const instance = await house.started('lead', key, { amount: 1 });
  await move([instance], { from: 3, to: 1, mapping: { draft: 'draft' } });
  done(await house.decide('lead', instance, 'submit'));
  return instance;
}

interface Move {
  readonly from?: number;
  readonly to: number;
  readonly mapping?: Mapping;
}

const previewOf = async ({ from = 1, to, mapping = {} }: Move): Promise<MigrationPreview> =>
  must(await migrationPreviews.read(administrator, key, { from: [from], to, mapping }));

async function request(ids: readonly string[], { from = 1, to, mapping = {} }: Move): Promise<MigrationRequest> {
  const preview = await previewOf({ from, to, mapping });
  const cases = preview.cases.filter(({ id }) => ids.includes(id)).map(({ id, expected = '' }) => ({ id, expected }));
  return { from: [from], to, mapping, comment: '新版施行', cases };
}

async function move(ids: readonly string[], move: Move): Promise<MigrationReport> {
  const begun = must(await migrations.begin(administrator, key, await request(ids, move)));
  return must(await migrations.carryOn(administrator, key, begun.id));
}

const rowOf = async (id: string) =>
  (await house.rows<{ definition_version: number; sequence: number; state: object }>('SELECT * FROM instance WHERE id = $1', [id]))[0];
const openTasks = (id: string) =>
  house.rows<{ number: number; step: string; definition_version: number; due_at: Date | null; claimed_by: string | null }>(
    `SELECT number, step, definition_version, due_at, claimed_by FROM task WHERE instance_id = $1 AND status = 'open' ORDER BY number`,
    [id],
  );
const timersOf = (id: string) =>
  house.rows<{ event: string; due_at: Date }>('SELECT event, due_at FROM timer WHERE instance_id = $1 ORDER BY due_at', [id]);

describe('what would become of running cases', () => {
  it('is said of each, with what has to be chosen and what is proposed', async () => {
    const [one, other] = [await onFirst(), await onFirst()];
    done(await house.decide('meeting', other, 'approve'));
    const safe = await previewOf({ to: 2 });
    expect(safe.cases.filter(({ id }) => [one, other].includes(id)).map(({ verdict }) => verdict)).toEqual(['safe', 'safe']);
    const preview = await previewOf({ to: 3 });
    expect(preview.cases.filter(({ id }) => [one, other].includes(id))).toMatchObject([
      {
        id: one,
        verdict: 'choice',
        reasons: [{ code: 'state-renamed' }, { code: 'state-lost' }],
        refusal: { code: 'migration.choice-needed' },
      },
      { id: other, verdict: 'choice', reasons: [{ code: 'state-missing' }] },
    ]);
    expect(preview.choices).toMatchObject([
      { path: 'review', title: { zh: '系部论证' }, proposal: 'argued', chosen: null },
      { path: 'affairs', proposal: null },
    ]);
    expect(preview.targets.map(({ path }) => path)).toEqual(['draft', 'argued', 'checked']);
    const chosen = await previewOf({ to: 3, mapping: { review: 'argued' } });
    expect(chosen.cases.find(({ id }) => id === one)).toMatchObject({
      verdict: 'chosen',
      expected: expect.any(String),
      changes: { asked: 0 },
    });
    const shown = await migrationPreviews.readCase(administrator, key, { from: [1], to: 3, mapping: { review: 'argued' } }, one);
    const task = { assignee: { post: { key: 'joint-meeting' } }, dueAt: '2024-03-27T01:00:00.000Z' };
    expect(shown).toMatchObject({
      before: { tasks: [{ step: { path: 'review' }, ...task }], timers: [{ kind: 'delay', name: 'P9D' }] },
      after: { tasks: [{ step: { path: 'argued', title: { zh: '系部论证' } }, ...task }], timers: [{ kind: 'delay', name: 'P9D' }] },
    } satisfies Partial<Record<keyof CaseMigrationPreview, unknown>>);
  });

  it('is not for those without the permission, nor between versions and states that are not there', async () => {
    const lead = await house.caller('lead');
    const plan = { from: [1], to: 2, mapping: {} };
    expect(await migrationPreviews.read(lead, key, plan)).toMatchObject({ code: 'permission.missing' });
    expect(await migrations.list(lead, key)).toMatchObject({ code: 'permission.missing' });
    expect(await migrationPreviews.read(administrator, key, { ...plan, to: 9 })).toMatchObject({ code: 'definition.version-unknown' });
    expect(await migrationPreviews.read(administrator, key, { ...plan, to: 1 })).toMatchObject({ code: 'migration.same-version' });
    for (const mapping of [{ review: 'nowhere' }, { nowhere: 'review' }])
      expect(await migrationPreviews.read(administrator, key, { ...plan, mapping })).toMatchObject({ code: 'migration.state-unknown' });
  });
});

describe('cases that are migrated', () => {
  it('go on with the same tasks and the time they had left; their history stays whole and tells it', async () => {
    const instance = await onFirst();
    done(await taskCommands.claim(await house.caller('meeting'), await house.task('meeting', instance), {}));
    const [before] = await openTasks(instance);
    const report = await move([instance], { to: 3, mapping: { review: 'argued' } });
    expect(report).toMatchObject({ total: 1, migrated: 1, leftOut: 0, waiting: 0, reversible: 1, finishedAt: expect.any(String) });
    expect(await rowOf(instance)).toMatchObject({ definition_version: 3 });
    expect(await openTasks(instance)).toEqual([{ ...before, step: 'argued', definition_version: 3 }]);
    expect(await timersOf(instance)).toMatchObject([{ event: 'xstate.after.P9D.small-procurement.argued' }]);
    done(await house.decide('meeting', instance, 'approve'));
    done(await house.decide('dean', instance, 'approve'));
    expect(await histories.verify(tenant, instance)).toMatchObject({ isIntact: true, isRebuilt: true });
    const lines = (await histories.read(administrator, instance)) ?? [];
    expect(lines.find(({ kind, migration }) => kind === 'migrated' && migration?.to === 3)).toMatchObject({
      comment: '新版施行',
      migration: { from: 1, to: 3 },
      from: [{ path: 'review', title: { zh: '系部论证' } }],
      to: [{ path: 'argued', title: { zh: '系部论证' } }],
    });
    const acts = await house.rows<{ act: string }>(`SELECT act FROM audit_entry WHERE subject_id = $1`, [instance]);
    expect(acts.map(({ act }) => act)).toEqual(['instance.migrate', 'instance.migrate']);
  });

  it('are migrated once, whoever sends it again, and none that was not chosen for, or has moved on since', async () => {
    const [one, other, moved] = [await onFirst(), await onFirst(), await onFirst()];
    done(await house.decide('meeting', other, 'approve'));
    const wanted = { ...(await request([one, moved], { to: 3, mapping: { review: 'argued' } })), idempotencyKey: '一次' };
    const cases = [...wanted.cases, { id: other, expected: '' }];
    done(await house.decide('meeting', moved, 'approve'));
    const begun = must(await migrations.begin(administrator, key, { ...wanted, cases }));
    expect(begun).toMatchObject({ total: 3, waiting: 1, leftOut: 2 });
    const again = must(await migrations.begin(administrator, key, { ...wanted, cases }));
    expect(again.id).toBe(begun.id);
    expect(await migrations.begin(administrator, key, { ...wanted, cases, comment: '另一次' })).toMatchObject({
      code: 'idempotency.key-reused',
    });
    await Promise.all([migrations.carryOn(administrator, key, begun.id), migrations.carryOn(administrator, key, begun.id)]);
    const report = must(await migrations.carryOn(administrator, key, begun.id));
    expect(report.cases).toMatchObject([
      { id: one, state: 'migrated' },
      { id: moved, state: 'left-out', refusal: { code: 'migration.choice-needed' } },
      { id: other, state: 'left-out', refusal: { code: 'migration.choice-needed' } },
    ]);
    const migrated = await house.rows(`SELECT 1 FROM history WHERE instance_id = $1 AND kind = 'migrated'`, [one]);
    expect(migrated).toHaveLength(2);
    expect(await rowOf(other)).toMatchObject({ definition_version: 1 });
  });

  it('are left as they were where something has happened since they were looked at', async () => {
    const instance = await onFirst();
    const wanted = await request([instance], { to: 2 });
    done(await commands.comment(await house.caller('lead'), instance, { comment: '请尽快' }));
    const before = await rowOf(instance);
    const begun = must(await migrations.begin(administrator, key, wanted));
    const report = must(await migrations.carryOn(administrator, key, begun.id));
    expect(report.cases).toMatchObject([{ state: 'left-out', refusal: { code: 'command.outdated' } }]);
    expect(await rowOf(instance)).toEqual(before);
  });

  it('can be put back until anything else happens, and then stand as they stood', async () => {
    const [one, other] = [await onFirst(), await onFirst()];
    const before = { tasks: await openTasks(one), timers: await timersOf(one) };
    const { id } = await move([one, other], { to: 3, mapping: { review: 'checked' } });
    expect(await openTasks(one)).toMatchObject([{ step: 'checked', definition_version: 3 }]);
    done(await commands.comment(await house.caller('lead'), other, { comment: '知道了' }));
    const report = must(await migrations.reverse(administrator, key, id, { comment: '撤销' }));
    expect(report).toMatchObject({ migrated: 1, reversed: 1, reversible: 0 });
    expect(await rowOf(one)).toMatchObject({ definition_version: 1 });
    expect({ tasks: await openTasks(one), timers: await timersOf(one) }).toEqual(before);
    expect(await histories.verify(tenant, one)).toMatchObject({ isIntact: true, isRebuilt: true });
    const touched = must(await migrations.reverse(administrator, key, id, { comment: '撤销', cases: [other] }));
    expect(touched.cases.find((each) => each.id === other)).toMatchObject({ state: 'migrated', refusal: { code: 'migration.touched' } });
    done(await house.decide('meeting', one, 'approve'));
  });

  it('are not, when it was stopped before', async () => {
    const instance = await onFirst();
    const begun = must(await migrations.begin(administrator, key, await request([instance], { to: 2 })));
    expect(await migrations.stop(administrator, key, begun.id)).toMatchObject({ stoppedAt: expect.any(String), waiting: 1 });
    expect(await migrations.carryOn(administrator, key, begun.id)).toMatchObject({ code: 'migration.stopped' });
    expect(await rowOf(instance)).toMatchObject({ definition_version: 1 });
    expect(await migrations.read(administrator, 'other-process', begun.id)).toMatchObject({ code: 'migration.unknown' });
  });

  it('stand still where they were suspended', async () => {
    const instance = await onFirst();
    done(await commands.suspend(administrator, instance, { comment: '核查' }));
    await move([instance], { to: 2 });
    expect(await timersOf(instance)).toEqual([]);
    done(await commands.resume(administrator, instance, { comment: '恢复' }));
    expect(await timersOf(instance)).toMatchObject([{ event: 'xstate.after.P9D.small-procurement.review' }]);
    expect(await histories.verify(tenant, instance)).toMatchObject({ isIntact: true, isRebuilt: true });
  });

  it('run on the latest version when they begin later', async () => {
    expect(await rowOf(await running())).toMatchObject({ definition_version: 3 });
  });
});
