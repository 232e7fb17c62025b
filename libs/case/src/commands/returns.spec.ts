import { afterEach, describe, expect, it } from '@jest/globals';
import { field, formOf } from '#engine';
import { testDatabase } from '../../../../test/support/database.ts';
import { final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { notRebuilt } from '../../../../test/support/rebuilt.ts';
import { contradictions, digests } from '../../../../test/support/tables.ts';
import type { Outcome } from './sender.ts';

/** Joint meeting and academic affairs pass a plan on to the president's meeting, which may return it. */
const plan = processOf(
  {
    initial: 'draft',
    states: {
      draft: { meta: step({ applicant: true }, one('submit'), { fields: { '*': 'write' } }), on: { submit: 'argument' } },
      argument: {
        meta: step(post('joint-meeting', 'department'), one('approve', 'return'), {
          title: { zh: '论证' },
          carry: true,
          fields: { budget: 'hidden' },
        }),
        on: { approve: 'audit', return: 'draft' },
      },
      audit: {
        meta: step(post('academic-affairs'), one('approve', 'return'), { title: { zh: '审核' }, carry: true }),
        on: { approve: 'meeting', return: 'draft' },
      },
      meeting: {
        meta: step(post('president-meeting'), one('approve', 'return'), { title: { zh: '审议' } }),
        on: { approve: 'approved', return: 'draft' },
      },
      approved: final,
    },
  },
  {
    key: 'plan',
    subject: 'department',
    start: { posts: ['certificate-lead'] },
    form: formOf(
      { subject: field.text(['事项', 'Subject']), budget: field.whole(['预算', 'Budget']), report: field.file(['报告', 'Report']) },
      ['subject'],
    ),
  },
);

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [plan] });

afterEach(async () => expect(await notRebuilt(dataSource, house.cases.histories)).toEqual([]));
afterEach(async () => expect(await contradictions(dataSource)).toEqual([]));

const because = { comment: '请补正' };

/** Returned by the president's meeting, after two bodies have passed it. */
async function returned(more: object = {}): Promise<string> {
  const instance = await house.started('lead', 'plan', { subject: '实训室', budget: 10 });
  done(await house.decide('lead', instance, 'submit'));
  done(await house.decide('meeting', instance, 'approve'));
  done(await house.decide('affairs', instance, 'approve'));
  done(await house.decide('president', instance, 'return', { ...because, ...more }));
  return instance;
}

const view = async (account: string, instance: string) => house.cases.instances.read(await house.caller(account), instance);
const histories = async (account: string, instance: string) =>
  (await house.cases.histories.read(await house.caller(account), instance)) ?? [];

describe('结转: approvals carried over a return', () => {
  it('are shown before they are confirmed, and afterwards in the history and in the case', async () => {
    const instance = await returned();
    const before = await digests(dataSource);
    const shown = await house.decide('lead', instance, 'submit', { isDryRun: true });
    expect(await digests(dataSource)).toEqual(before);
    if (shown.kind !== 'shown') throw new Error(shown.kind);
    expect(shown.preview.passed).toEqual([
      {
        step: { path: 'argument', title: { zh: '论证' } },
        because: 'carried',
        people: [{ person: expect.objectContaining({ name: 'meeting 同志' }) }],
      },
      {
        step: { path: 'audit', title: { zh: '审核' } },
        because: 'carried',
        people: [{ person: expect.objectContaining({ name: 'affairs 同志' }) }],
      },
    ]);

    const record = done(await house.decide('lead', instance, 'submit', { expected: shown.preview.expected }));
    expect(record.states).toEqual(['meeting']);
    expect((await view('president', instance))?.carried.map(({ step }) => step.path)).toEqual(['argument', 'audit']);
    const carried = (await histories('lead', instance)).filter(({ kind }) => kind === 'carried');
    expect(carried).toMatchObject([
      { outcome: 'approve', settled: 'approve', earlier: [{ step: { path: 'argument' }, task: 2, by: { name: 'meeting 同志' } }] },
      { earlier: [{ step: { path: 'audit' }, task: 3, by: { name: 'affairs 同志' } }] },
    ]);
    expect(carried.every(({ by }) => by === undefined)).toBe(true);
    expect(await house.cases.histories.verify('anhui', instance)).toMatchObject({ isIntact: true });
    // Nobody has a task on their list that nobody could have seen open.
    const tasks = await house.rows<{ step: string }>('SELECT step FROM task WHERE instance_id = $1 ORDER BY number', [instance]);
    expect(tasks.map(({ step }) => step)).toEqual(['draft', 'argument', 'audit', 'meeting', 'draft', 'meeting']);
  });

  it('end where a step shows what has changed; the confirmation of another outcome is refused with the difference', async () => {
    const instance = await returned();
    const shown = await house.decide('lead', instance, 'submit', { isDryRun: true });
    if (shown.kind !== 'shown') throw new Error(shown.kind);
    const otherwise: Outcome = await house.decide('lead', instance, 'submit', { fields: { budget: 20 }, expected: shown.preview.expected });
    expect(otherwise).toMatchObject({ code: 'command.outdated', difference: { parts: expect.arrayContaining(['passed', 'states']) } });
    expect(done(await house.decide('lead', instance, 'submit', { fields: { budget: 20 } })).states).toEqual(['audit']);
    expect((await view('affairs', instance))?.carried.map(({ step }) => step.path)).toEqual(['argument']);
  });

  it('go back with the resubmission that is taken back', async () => {
    const instance = await returned();
    const task = await house.task('lead', instance);
    done(await house.decide('lead', instance, 'submit'));
    done(await house.cases.commands.takeBack(await house.caller('lead'), task, {}));
    expect((await view('lead', instance))?.states.map(({ path }) => path)).toEqual(['draft']);
    expect((await view('lead', instance))?.carried).toEqual([]);
    expect(done(await house.decide('lead', instance, 'submit')).states).toEqual(['meeting']);
  });
});

describe('补正清单: a return with a list of what is to be mended', () => {
  const dueAt = '2024-03-25T17:30:00+08:00';
  const items = [{ fields: ['budget', 'report'], text: '预算与报告不符', dueAt }, { text: '请说明进度安排' }];
  const answers = [{ item: 2, note: '9月底前完成' }];

  it('is shown with the applicant’s task, which is due when its earliest item is', async () => {
    const instance = await returned({ items });
    const budget = { field: 'budget', title: { zh: '预算', en: 'Budget' } };
    const report = { field: 'report', title: { zh: '报告', en: 'Report' } };
    const [task] = (await view('lead', instance))?.myTasks ?? [];
    expect(task).toMatchObject({
      dueAt: '2024-03-25T09:30:00.000Z',
      toMend: [
        { number: 1, fields: [budget, report], text: '预算与报告不符', dueAt: '2024-03-25T09:30:00.000Z' },
        { number: 2, fields: [], text: '请说明进度安排' },
      ],
    });
    const [row] = await house.rows<{ due_at: Date }>("SELECT due_at FROM task WHERE instance_id = $1 AND status = 'open'", [instance]);
    expect(row?.due_at.toISOString()).toBe('2024-03-25T09:30:00.000Z');
    expect((await view('president', instance))?.returned).toMatchObject([
      { from: { path: 'meeting' }, to: { path: 'draft' }, formVersion: 1, isAnswered: false, changed: [] },
    ]);
  });

  it('refuses a resubmission that leaves items unanswered, and changes no row', async () => {
    const instance = await returned({ items });
    const before = await digests(dataSource);
    expect(await house.decide('lead', instance, 'submit')).toMatchObject({
      kind: 'refused',
      code: 'deficiency.unanswered',
      deficiencies: [
        { number: 1, text: '预算与报告不符' },
        { number: 2, text: '请说明进度安排' },
      ],
    });
    expect(await house.decide('lead', instance, 'submit', { answers: [{ item: 7, note: '好' }] })).toMatchObject({
      code: 'deficiency.item-unknown',
    });
    expect(await digests(dataSource)).toEqual(before);
  });

  it('shows the reviewer what was changed and how each item was answered; the history keeps both', async () => {
    const instance = await returned({ items });
    done(await house.decide('lead', instance, 'submit', { fields: { budget: 12 }, answers }));
    done(await house.decide('affairs', instance, 'approve'));
    const [task] = (await view('president', instance))?.myTasks ?? [];
    expect(task?.sinceReturn).toMatchObject({
      formVersion: 1,
      changed: [{ field: 'budget' }],
      items: [
        { number: 1, changed: [{ field: 'budget' }] },
        { number: 2, note: '9月底前完成', changed: [] },
      ],
    });
    const between = await house.cases.formComparison.between(await house.caller('president'), instance, {
      from: task?.sinceReturn?.formVersion ?? 0,
    });
    expect(between?.changes).toMatchObject([{ field: 'budget', was: 10, is: 12 }]);
    const listed = (await histories('lead', instance)).flatMap(({ outcome, detail }) => {
      const { items: kept } = detail as { items?: readonly object[] };
      return kept === undefined ? [] : [{ outcome, items: kept }];
    });
    expect(listed).toMatchObject([
      { outcome: 'return', items: [{ number: 1, text: '预算与报告不符' }, { number: 2 }] },
      { outcome: 'submit', items: [{ changed: ['budget'] }, { note: '9月底前完成' }] },
    ]);
    // The joint meeting is not shown the budget, nor that anything about it was to be mended.
    expect((await view('meeting', instance))?.returned[0]).toMatchObject({ changed: [], items: [{ fields: [{ field: 'report' }] }, {}] });
    expect(await house.cases.histories.verify('anhui', instance)).toMatchObject({ isIntact: true });
  });

  it('is refused where it names what is hidden from its writer, or is due already; no row changes', async () => {
    const instance = await house.started('lead', 'plan', { subject: '实训室', budget: 10 });
    done(await house.decide('lead', instance, 'submit'));
    const before = await digests(dataSource);
    const refuse = (item: object) => house.decide('meeting', instance, 'return', { ...because, items: [{ text: '补', ...item }] });
    expect(await refuse({ fields: ['budget'] })).toMatchObject({ code: 'deficiency.field-unknown', params: { field: 'budget' } });
    expect(await refuse({ dueAt: '2024-03-22T09:00:00+08:00' })).toMatchObject({ code: 'deficiency.due-past' });
    expect(await digests(dataSource)).toEqual(before);
  });
});
