import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Definition } from '#engine';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, must, openHouse, tenant } from '../../../../test/support/house.ts';
import { admission } from '../../../../test/support/house-processes.ts';
import { withoutChange } from '../../../../test/support/refusing.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission] });
const minutes = { fields: { minutes: '2024年第3次' } };

/** Without the academic affairs office, and with a shorter time for the joint meeting. */
const shortened: Definition = {
  ...admission,
  machine: {
    ...admission.machine,
    states: Object.fromEntries(
      Object.entries(admission.machine.states ?? {}).flatMap(([name, state]) => {
        if (name === 'academicAffairs') return [];
        return [[name, name === 'jointMeeting' ? { ...state, on: { ...state.on, approve: 'presidentMeeting' } } : state]];
      }),
    ),
  },
};

const by = (document: unknown) => must(house.cases.workflows.compile(tenant, document));

const asked = async (document: unknown, account = 'administrator', more: { before?: string; limit?: number } = {}) =>
  must(await house.cases.whatIfs.of(await house.caller(account), by(document), { key: admission.key, limit: 20, ...more }));

describe('closed cases told again', () => {
  beforeAll(async () => {
    const passed = await house.submitted('物流管理');
    done(await house.decide('meeting', passed, 'return', { comment: '请补充', ...minutes }));
    done(await house.decide('lead', passed, 'submit'));
    done(await house.decide('meeting', passed, 'approve'));
    done(await house.decide('affairs', passed, 'approve'));
    done(await house.decide('president', passed, 'approve'));
    done(await house.decide('party', passed, 'approve'));
    const rejected = await house.submitted('移动应用');
    done(await house.decide('meeting', rejected, 'reject', { comment: '条件不足', ...minutes }));
    await house.submitted('智能财税');
  });

  it('by the same version nothing differs and nothing is unknown', async () => {
    const { items } = await asked(admission);
    expect(items).toHaveLength(2);
    for (const { compared } of items) expect(compared).toMatchObject({ differs: { route: false, days: false, asked: false }, unknown: [] });
  });

  it('by another it shows what would differ, in words, and writes nothing', async () => {
    const { items } = await withoutChange(dataSource, () => asked(shortened));
    const [rejected, passed] = items;
    expect(rejected?.compared).toMatchObject({ differs: { route: false, asked: false }, unknown: [] });
    expect(passed?.compared).toMatchObject({
      differs: { route: true, days: false, asked: true },
      unknown: [{ kind: 'unasked', step: { path: 'academicAffairs' }, outcome: 'approve' }],
    });
    expect(passed?.compared?.would.asked.at(-1)).toEqual({
      step: { path: 'partyCommittee', title: { zh: '党委会审定' } },
      who: expect.objectContaining({ zh: '党委会' }),
    });
  });

  it('is not said of a case that has been on more than one version: none of them tells all of it', async () => {
    const moved = await house.submitted('数字媒体');
    must(await house.cases.workflows.publish(tenant, { ...admission, description: { zh: '新版' } }, null, null));
    const administrator = await house.caller('administrator');
    const { migrations, migrationPreviews } = house.cases;
    const move = { from: [1], to: 2, mapping: {} };
    const preview = must(await migrationPreviews.read(administrator, admission.key, move));
    const cases = preview.cases.filter(({ id }) => id === moved).map(({ id, expected = '' }) => ({ id, expected }));
    const { id } = must(await migrations.begin(administrator, admission.key, { ...move, comment: '新版施行', cases }));
    must(await migrations.carryOn(administrator, admission.key, id));
    done(await house.decide('meeting', moved, 'reject', { comment: '条件不足', ...minutes }));
    const { items } = await asked(admission, 'administrator', { limit: 1 });
    expect(items).toMatchObject([{ id: moved, version: 2 }]);
    expect(items[0]).not.toHaveProperty('compared');
  });

  it('comes some at a time, and to nobody who may not edit', async () => {
    const first = await asked(admission, 'administrator', { limit: 1 });
    expect(first.items).toHaveLength(1);
    const next = await asked(admission, 'administrator', { limit: 1, ...(first.next !== undefined && { before: first.next }) });
    expect(next.items.map(({ id }) => id)).not.toEqual(first.items.map(({ id }) => id));
    await expect(asked(admission, 'dean')).rejects.toThrow('permission.missing');
  });
});
