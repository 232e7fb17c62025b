import { describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { admission } from '../../../../test/support/house-processes.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission] });

async function drawn(account: string, instance: string) {
  const graph = await house.cases.graphs.read(await house.caller(account), instance);
  const taken = graph?.edges.filter(({ takenAt }) => takenAt !== undefined).map(({ from, to, kind }) => `${from} ${kind} ${to}`);
  const standing = Object.fromEntries(graph?.nodes.map(({ path, standing: at }) => [path, at]) ?? []);
  return { graph, taken, standing };
}

const minutes = { fields: { minutes: '2024年第3次' } };

describe('the machine of a case', () => {
  it('shows where it stands, what it has passed by whom, and what may come', async () => {
    const instance = await house.submitted('物流管理');
    done(await house.decide('meeting', instance, 'approve', minutes));
    const { graph, taken, standing } = await drawn('lead', instance);
    expect(standing).toEqual({
      draft: 'behind',
      jointMeeting: 'behind',
      academicAffairs: 'here',
      presidentMeeting: 'ahead',
      partyCommittee: 'ahead',
      approved: 'ahead',
      rejected: 'ahead',
    });
    expect(taken).toEqual(['draft pass jointMeeting', 'jointMeeting pass academicAffairs']);
    expect(graph?.nodes.slice(0, 3)).toMatchObject([
      { path: 'draft', isApplicants: true, posts: [], visits: [{ by: { name: 'lead 同志' }, outcome: 'submit' }] },
      { path: 'jointMeeting', posts: [{ title: { zh: '系党政联席会' } }], visits: [{ by: { name: 'meeting 同志' }, outcome: 'approve' }] },
      { path: 'academicAffairs', visits: [{ enteredAt: expect.any(String) }] },
    ]);
    expect(graph?.nodes.filter(({ isOnTheWay }) => isOnTheWay).map(({ path }) => path)).toEqual([
      'presidentMeeting',
      'partyCommittee',
      'approved',
    ]);
    expect(graph?.edges.filter(({ isAhead }) => isAhead).map(({ from }) => from)).not.toContain('draft');
  });

  it('shows the way back of what was returned, and what was done by hand', async () => {
    const instance = await house.submitted('移动应用');
    done(await house.decide('meeting', instance, 'return', { comment: '请补充', ...minutes }));
    const returned = await drawn('lead', instance);
    expect(returned.taken).toEqual(['draft pass jointMeeting', 'jointMeeting return draft']);
    expect([returned.standing['draft'], returned.standing['jointMeeting']]).toEqual(['here', 'ahead']);
    const administrator = await house.caller('administrator');
    const jump = { to: 'partyCommittee', comment: '补办' };
    const shown = await house.cases.interventions.jump(administrator, instance, { ...jump, isDryRun: true });
    const expected = shown.kind === 'shown' ? shown.preview.expected : '';
    done(await house.cases.interventions.jump(administrator, instance, { ...jump, expected }));
    expect((await drawn('lead', instance)).taken).toContain('draft by-hand partyCommittee');
  });

  it('is nobody’s who may not see the case', async () => {
    const instance = await house.submitted('智能财税');
    expect((await drawn('other-lead', instance)).graph).toBeUndefined();
  });
});
