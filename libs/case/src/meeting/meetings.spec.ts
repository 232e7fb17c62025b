import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { beginning, openHouse } from '../../../../test/support/house.ts';
import { admission, deliberation } from '../../../../test/support/house-processes.ts';
import { MeetingRoom, members, tally } from '../../../../test/support/meeting-room.ts';
import { withoutChange } from '../../../../test/support/refusing.ts';
import { contradictions } from '../../../../test/support/tables.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission, deliberation] });
const { meetings, meetingReader, histories, instances, commands } = house.cases;
const room = new MeetingRoom(house);

afterEach(async () => {
  house.clock.turnTo(beginning);
  expect(await contradictions(dataSource)).toEqual([]);
});

const instanceOf = (task = ''): string => task.split('.')[0] ?? '';
const later = (days: number): Date => new Date(house.clock.now().getTime() + days * 86_400_000);

async function refused(work: () => Promise<unknown>, code: string, params?: object): Promise<void> {
  const outcome = await withoutChange(dataSource, work);
  expect(outcome).toMatchObject({ kind: 'refused', code, ...(params && { params }) });
}

describe('a meeting', () => {
  it('hears what waited for its body, and every case goes on with its paragraph', async () => {
    const tasks = await room.waiting(4);
    const [first = '', second = '', third = '', fourth = ''] = tasks;
    const meeting = await room.open(tasks);
    const reordered = await meetings.reorder(await house.caller('president'), meeting, [second, first, third, fourth]);
    expect(reordered.kind).toBe('done');
    await room.recordAll(meeting, [first]);
    await room.recordAll(meeting, [second], { outcome: 'passed-with-conditions', conditions: '先建实训室', text: '会议原则同意。' });
    await room.recordAll(meeting, [third], { outcome: 'deferred', text: '材料不齐，下次再议。', tally: undefined });
    await room.recordAll(meeting, [fourth], {
      outcome: 'not-passed',
      text: '会议不同意。',
      recusals: ['教务处长'],
      tally: { for: 1, against: 5, abstained: 0 },
    });
    expect(await room.close(meeting)).toEqual({ kind: 'done', meeting });

    expect(await room.standing([first, second])).toEqual(['partyCommittee']);
    expect(await room.standing([third])).toEqual(['presidentMeeting']);
    expect(await room.standing([fourth])).toEqual(['rejected']);

    const view = await room.read(meeting);
    const minutes = view?.minutes;
    expect(minutes?.sha256).toBe(
      createHash('sha256')
        .update(minutes?.text ?? '')
        .digest('hex'),
    );
    expect(minutes?.signedBy.name).toBe('president 同志');
    expect(minutes?.text).toBe(
      [
        '江淮职业技术学院校长办公会会议纪要',
        view?.number,
        '时间：2024-03-22 01:00',
        '应到 9 人，实到 7 人',
        '出席：校长、书记、教学副校长、科研副校长、后勤副校长、教务处长、人事处长',
        '缺席：财务处长、工会主席',
        '',
        `1. 第 2 项（第 ${view?.items[0]?.caseNumber} 号，专业设置审议，校长办公会审议）`,
        '表决：同意 6 票，不同意 0 票，弃权 1 票',
        '决定：附条件通过',
        '条件：先建实训室',
        '会议原则同意。',
        '',
        `2. 第 1 项（第 ${view?.items[1]?.caseNumber} 号，专业设置审议，校长办公会审议）`,
        '表决：同意 6 票，不同意 0 票，弃权 1 票',
        '决定：通过',
        '会议同意。',
        '',
        `3. 第 3 项（第 ${view?.items[2]?.caseNumber} 号，专业设置审议，校长办公会审议）`,
        '决定：暂缓',
        '材料不齐，下次再议。',
        '',
        `4. 第 4 项（第 ${view?.items[3]?.caseNumber} 号，专业设置审议，校长办公会审议）`,
        '回避：教务处长',
        '表决：同意 1 票，不同意 5 票，弃权 0 票',
        '决定：不予通过',
        '会议不同意。',
        '',
        '秘书：president 同志',
        '签发：2024-03-22 01:00',
        '',
      ].join('\n'),
    );

    for (const [index, task] of [second, first, third, fourth].entries()) {
      const lines = await histories.read(await house.caller('affairs'), instanceOf(task));
      const reference = { id: meeting, number: view?.number, paragraph: index + 1, minutes: minutes?.sha256 };
      expect(lines?.at(-1)).toMatchObject({ sequence: view?.items[index]?.sequence, detail: { meeting: reference } });
      expect(await histories.verify('anhui', instanceOf(task))).toMatchObject({ isIntact: true });
    }
    // What was put off waits for the next meeting.
    const next = await room.open([third]);
    await room.recordAll(next, [third]);
    expect((await room.close(next)).kind).toBe('done');
    expect(await room.standing([third])).toEqual(['partyCommittee']);
  });

  it('tells the next body what the first one’s minutes say', async () => {
    const [task = ''] = await room.waiting(1);
    const meeting = await room.open([task]);
    await room.recordAll(meeting, [task], { outcome: 'passed-with-conditions', conditions: '先建实训室', text: '会议原则同意。' });
    await room.close(meeting);
    const view = await instances.read(await house.caller('party'), instanceOf(task));
    expect(view?.paragraphs).toEqual([
      {
        meeting,
        body: { key: 'president-meeting', title: { zh: '校长办公会', en: '校长办公会' } },
        number: view?.form.fields['session'],
        paragraph: 1,
        heldAt: beginning,
        step: { path: 'presidentMeeting', title: { zh: '校长办公会审议' } },
        outcome: 'passed-with-conditions',
        text: '会议原则同意。',
        conditions: '先建实训室',
        sequence: 3,
      },
    ]);
    expect(view?.myTasks).toHaveLength(1);

    const committee = new MeetingRoom(house, 'party-committee', 'party');
    const next = await committee.open([await committee.taskOf(instanceOf(task))]);
    await committee.recordAll(next, [await committee.taskOf(instanceOf(task))], { formVersion: 2 });
    expect((await committee.close(next)).kind).toBe('done');
    const after = await instances.read(await house.caller('lead'), instanceOf(task));
    expect(after?.paragraphs.map(({ body }) => body.key)).toEqual(['president-meeting', 'party-committee']);
  });

  it('may be cancelled: what was on its agenda is heard in another, under the same number', async () => {
    const [task = ''] = await room.waiting(1);
    const meeting = await room.open([task], { number: '2021年第99次' });
    const president = await house.caller('president');
    expect((await meetings.cancel(president, meeting, '与会人数不足')).kind).toBe('done');
    expect(await room.read(meeting)).toMatchObject({ state: 'cancelled', reason: '与会人数不足' });
    const another = await room.open([task], { number: '2021年第99次' });
    await room.recordAll(another, [task]);
    expect((await room.close(another)).kind).toBe('done');
  });

  it('gives back what is taken off its agenda', async () => {
    const tasks = await room.waiting(2);
    const [kept = '', off = ''] = tasks;
    const meeting = await room.open(tasks);
    expect((await meetings.takeOff(await house.caller('second-president'), meeting, off)).kind).toBe('done');
    await room.recordAll(meeting, [kept]);
    expect((await room.close(meeting)).kind).toBe('done');
    expect(await room.standing([off])).toEqual(['presidentMeeting']);
  });
});

describe('the queue of a body', () => {
  it('is read page by page, the oldest first, up to the cut-off, and says what is on an agenda already', async () => {
    const queueOf = async (more: object = {}) =>
      meetingReader.queue(await house.caller('president'), {
        body: 'president-meeting',
        organisation: await house.organisation('jianghuai'),
        limit: 100,
        ...more,
      });
    const known = new Set((await queueOf())?.items.map(({ id }) => id));
    house.clock.turnTo(later(1).toISOString());
    const [early = '', taken = ''] = await room.waiting(2);
    const cutOff = house.clock.now();
    house.clock.turnTo(later(1).toISOString());
    const [late = ''] = await room.waiting(1);
    const meeting = await room.open([taken]);
    const found = (page: Awaited<ReturnType<typeof queueOf>>) => (page?.items ?? []).filter(({ id }) => !known.has(id));
    expect(found(await queueOf()).map(({ id }) => id)).toEqual([early, taken, late]);
    expect(found(await queueOf({ cutOff })).map(({ id, meeting: on }) => [id, on?.id])).toEqual([
      [early, undefined],
      [taken, meeting],
    ]);
    const seen: string[] = [];
    for (let after: string | undefined, isFirst = true; isFirst || after !== undefined; isFirst = false) {
      const page = await queueOf({ limit: 2, after });
      expect(page?.items.length).toBeLessThanOrEqual(2);
      seen.push(...(page?.items ?? []).map(({ id }) => id));
      after = page?.next;
    }
    expect(seen).toEqual((await queueOf())?.items.map(({ id }) => id));
  });

  it('leaves out tasks of the post that no meeting decides', async () => {
    const instance = await house.submitted('物流管理');
    for (const [account, more] of [
      ['meeting', { fields: { minutes: '同意' } }],
      ['affairs', {}],
    ] as const)
      await house.decide(account, instance, 'approve', more);
    const task = await house.task('president', instance);
    const meeting = await room.open();
    await refused(async () => meetings.putOn(await house.caller('president'), meeting, [task]), 'meeting.item-not-waiting', { task });
    const page = await meetingReader.queue(await house.caller('president'), {
      body: 'president-meeting',
      organisation: await house.organisation('jianghuai'),
      limit: 100,
    });
    expect(page?.items.map(({ id }) => id)).not.toContain(task);
  });

  it('and the list of its meetings are for its secretaries', async () => {
    const body = { body: 'president-meeting', organisation: await house.organisation('jianghuai'), limit: 2 };
    expect(await meetingReader.queue(await house.caller('party'), body)).toBeUndefined();
    expect(await meetingReader.list(await house.caller('affairs'), body)).toBeUndefined();
    const first = await room.open([], { heldAt: later(40) });
    const second = await room.open([], { heldAt: later(41) });
    const third = await room.open([], { heldAt: later(42) });
    const page = await meetingReader.list(await house.caller('second-president'), body);
    expect(page?.items.map(({ id }) => id)).toEqual([third, second]);
    const rest = await meetingReader.list(await house.caller('president'), { ...body, after: page?.next });
    expect(rest?.items[0]?.id).toBe(first);
  });
});

describe('refused, with every row as it was', () => {
  it('a decision on what a meeting decides', async () => {
    const [task = ''] = await room.waiting(1);
    const president = await house.caller('president');
    await refused(() => commands.decide(president, task, { outcome: 'approve', formVersion: 1 }), 'task.decided-in-meeting');
  });

  it('the wrong person, at every verb', async () => {
    const [task = ''] = await room.waiting(1);
    const meeting = await room.open([task]);
    // The office may read the meeting; the other school's, and those of another body, do not know of it.
    for (const [account, code] of [
      ['affairs', 'meeting.not-secretary'],
      ['party', 'meeting.unknown'],
      ['other-affairs', 'meeting.unknown'],
    ] as const) {
      const caller = await house.caller(account);
      await refused(async () => meetings.open(caller, await room.plan()), 'meeting.not-secretary');
      await refused(() => meetings.setMembers(caller, meeting, members), code);
      await refused(() => meetings.putOn(caller, meeting, [task]), code);
      await refused(() => meetings.reorder(caller, meeting, [task]), code);
      await refused(() => room.record(meeting, task, {}, account), code);
      await refused(() => meetings.takeOff(caller, meeting, task), code);
      await refused(() => meetings.cancel(caller, meeting, '理由'), code);
      await refused(() => room.close(meeting, account), code);
      expect((await room.read(meeting, account)) === undefined).toBe(code === 'meeting.unknown');
    }
    await refused(() => room.close('no-id'), 'meeting.unknown');
    await refused(() => room.close('00000000-0000-4000-8000-000000000000'), 'meeting.unknown');
    expect(await room.read('no-id')).toBeUndefined();
  });

  it('members with an account that there is not', async () => {
    const meeting = await room.open();
    const president = await house.caller('president');
    const ghosts = [{ name: '校长', person: '00000000-0000-4000-8000-000000000000', isPresent: true }];
    await refused(async () => meetings.open(president, await room.plan({ members: ghosts })), 'person.unknown');
    await refused(() => meetings.setMembers(president, meeting, ghosts), 'person.unknown');
    await refused(() => meetings.setMembers(president, meeting, [{ name: '校长', person: 'nobody', isPresent: true }]), 'person.unknown');
  });

  it('the wrong time', async () => {
    const [task = ''] = await room.waiting(1);
    await refused(
      async () => meetings.open(await house.caller('president'), await room.plan({ cutOff: later(1) })),
      'meeting.cut-off-late',
    );
    const meeting = await room.open([task], { heldAt: later(1) });
    await refused(() => room.record(meeting, task), 'meeting.not-begun');
    await refused(() => room.close(meeting), 'meeting.not-begun');
    const early = await room.open([], { cutOff: later(-1) });
    const [late = ''] = await room.waiting(1);
    await refused(async () => meetings.putOn(await house.caller('president'), early, [late]), 'meeting.item-late', { task: late });
  });

  it('anything after it was closed or cancelled', async () => {
    const [task = ''] = await room.waiting(1);
    const closed = await room.open([task]);
    await room.recordAll(closed, [task]);
    await room.close(closed);
    const cancelled = await room.open();
    const president = await house.caller('president');
    await meetings.cancel(president, cancelled, '改期');
    for (const meeting of [closed, cancelled]) {
      for (const again of [
        () => room.close(meeting),
        () => room.close(meeting, 'second-president'),
        () => room.record(meeting, task),
        () => meetings.cancel(president, meeting, '改期'),
        () => meetings.takeOff(president, meeting, task),
        () => meetings.putOn(president, meeting, [task]),
        () => meetings.setMembers(president, meeting, members),
        () => meetings.reorder(president, meeting, [task]),
      ])
        await refused(again, 'meeting.not-open');
    }
  });

  it('a number that is taken, and a member twice', async () => {
    const president = await house.caller('president');
    await room.open([], { number: '2021年第50次' });
    await refused(async () => meetings.open(president, await room.plan({ number: '2021年第50次' })), 'meeting.number-taken');
    const twice = [...members, ...members.slice(0, 1)];
    await refused(async () => meetings.open(president, await room.plan({ members: twice })), 'meeting.member-twice', { name: '校长' });
    const meeting = await room.open();
    await refused(() => meetings.setMembers(president, meeting, twice), 'meeting.member-twice');
  });

  it('a task of another body, one that is decided, one that is not there, one on another agenda', async () => {
    const president = await house.caller('president');
    const [task = ''] = await room.waiting(1);
    const held = await room.open([task]);
    const other = await room.open();
    await refused(() => meetings.putOn(president, other, [task]), 'meeting.item-taken', { task });
    await room.recordAll(held, [task]);
    await room.close(held);
    await refused(() => meetings.putOn(president, other, [task]), 'meeting.item-not-waiting', { task });
    const ofCommittee = await room.taskOf(instanceOf(task));
    await refused(() => meetings.putOn(president, other, [ofCommittee]), 'meeting.item-not-waiting', { task: ofCommittee });
    const nowhere = `${instanceOf(task)}.99`;
    await refused(() => meetings.putOn(president, other, [nowhere]), 'meeting.item-not-waiting', { task: nowhere });
    await refused(() => meetings.putOn(president, other, ['no-task']), 'meeting.item-not-waiting', { task: 'no-task' });
    await refused(() => meetings.takeOff(president, other, task), 'meeting.item-unknown', { task });
    await refused(() => room.record(other, task), 'meeting.item-unknown', { task });
    await refused(() => meetings.reorder(president, other, [task]), 'meeting.order-incomplete');
  });

  it.each([
    ['a tally of fewer votes than voters', { tally: { ...tally, for: 5 } }, 'meeting.tally-wrong'],
    ['a tally of more', { tally: { ...tally, for: 7 } }, 'meeting.tally-wrong'],
    ['the votes of those who are recused', { recusals: ['书记'] }, 'meeting.tally-wrong'],
    ['no tally', { tally: undefined }, 'meeting.tally-wrong'],
    ['less than no votes', { tally: { for: 8, against: -1, abstained: 0 } }, 'meeting.tally-wrong'],
    ['a recusal of somebody absent', { recusals: ['工会主席'] }, 'meeting.member-not-present'],
    ['a recusal of nobody it knows', { recusals: ['来宾'] }, 'meeting.member-not-present'],
    ['the same recusal twice', { recusals: ['书记', '书记'], tally: { ...tally, for: 4 } }, 'meeting.member-not-present'],
    ['conditions without a word', { outcome: 'passed-with-conditions', conditions: ' ' }, 'meeting.conditions'],
    ['conditions of a refusal', { outcome: 'not-passed', conditions: '先建' }, 'meeting.conditions'],
    ['no text', { text: ' ' }, 'meeting.text-missing'],
    [
      'so many recusals that too few are left',
      {
        recusals: ['校长', '书记', '教学副校长', '科研副校长', '后勤副校长', '教务处长', '人事处长'],
        tally: { for: 0, against: 0, abstained: 0 },
      },
      'meeting.no-quorum',
    ],
  ] as const)('%s', async (_, finding, code) => {
    const [task = ''] = await room.waiting(1);
    const meeting = await room.open([task]);
    await refused(() => room.record(meeting, task, finding), code);
  });

  it('an outcome against the votes, where the body goes by them, and a quorum of its own', async () => {
    const [task = ''] = await room.waiting(1);
    const meeting = await room.open([task]);
    await room.recordAll(meeting, [task]);
    await room.close(meeting);
    const committee = new MeetingRoom(house, 'party-committee', 'party');
    const own = await committee.taskOf(instanceOf(task));
    const next = await committee.open([own]);
    const found = (yes: number) => ({ formVersion: 2, tally: { for: yes, against: 7 - yes, abstained: 0 } });
    await refused(() => committee.record(next, own, found(4)), 'meeting.outcome-against-votes');
    await refused(() => committee.record(next, own, { ...found(5), outcome: 'not-passed' }), 'meeting.outcome-against-votes');
    expect((await committee.record(next, own, found(5))).kind).toBe('done');
    // Two thirds of nine are six.
    const five = members.map((member, index) => ({ ...member, isPresent: index < 5 }));
    await meetings.setMembers(await house.caller('party'), next, five);
    await refused(() => committee.close(next), 'meeting.no-quorum', { present: 5, members: 9 });
  });

  it('an applicant who sits in the meeting and is not recused', async () => {
    const lead = await house.caller('lead');
    const [task = ''] = await room.waiting(1);
    const seated = members.map((member) => (member.name === '教务处长' ? { ...member, person: lead.person } : member));
    const meeting = await room.open([task], { members: seated });
    await refused(() => room.record(meeting, task), 'meeting.applicant-not-recused', { name: '教务处长' });
    await room.recordAll(meeting, [task], { recusals: ['教务处长'], tally: { ...tally, for: 5 } });
    expect((await room.close(meeting)).kind).toBe('done');
  });

  it('closing without a quorum, without items, without what was found, and with what no longer adds up', async () => {
    const president = await house.caller('president');
    const tasks = await room.waiting(2);
    const [first = '', second = ''] = tasks;
    const meeting = await room.open();
    await refused(() => room.close(meeting), 'meeting.empty');
    await meetings.putOn(president, meeting, tasks);
    await room.recordAll(meeting, [first]);
    await refused(() => room.close(meeting), 'meeting.items-unrecorded', { count: 1 });
    await room.recordAll(meeting, [second]);
    await meetings.setMembers(
      president,
      meeting,
      members.map((member, index) => ({ ...member, isPresent: index < 4 })),
    );
    await refused(() => room.close(meeting), 'meeting.no-quorum', { present: 4, members: 9 });
    await meetings.setMembers(
      president,
      meeting,
      members.map((member, index) => ({ ...member, isPresent: index < 6 })),
    );
    const outcome = await withoutChange(dataSource, () => room.close(meeting));
    expect(outcome).toMatchObject({
      code: 'meeting.items-refused',
      items: [first, second].map((task, index) => ({ task, paragraph: index + 1, refusal: { code: 'meeting.tally-wrong' } })),
    });
  });
});
