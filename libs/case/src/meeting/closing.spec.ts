import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { deliberation } from '../../../../test/support/house-processes.ts';
import { MeetingRoom, passed } from '../../../../test/support/meeting-room.ts';
import { notRebuilt } from '../../../../test/support/rebuilt.ts';
import { withoutChange } from '../../../../test/support/refusing.ts';
import { contradictions } from '../../../../test/support/tables.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [deliberation] });
const another = house.anotherProcess();
const { commands, meetings, histories } = house.cases;
const room = new MeetingRoom(house);

afterEach(async () => expect(await notRebuilt(dataSource, house.cases.histories)).toEqual([]));
afterEach(async () => expect(await contradictions(dataSource)).toEqual([]));

const instanceOf = (task = ''): string => task.split('.')[0] ?? '';
const withdraw = async (task: string) => commands.withdraw(await house.caller('lead'), instanceOf(task), { comment: '不再需要' });

describe('forty items', () => {
  it('go on together, each once, under one signature', async () => {
    const tasks = await room.waiting(40);
    const meeting = await room.open(tasks);
    await room.recordAll(meeting, tasks);
    expect((await room.close(meeting)).kind).toBe('done');
    expect(await room.standing(tasks)).toEqual(['partyCommittee']);
    const digest = (await room.read(meeting))?.minutes?.sha256;
    for (const [index, task] of tasks.entries()) {
      const lines = await histories.read(await house.caller('affairs'), instanceOf(task));
      const heard = lines?.filter(({ detail }) => 'meeting' in (detail as object)) ?? [];
      expect(heard.map(({ detail }) => detail)).toMatchObject([{ meeting: { id: meeting, paragraph: index + 1, minutes: digest } }]);
    }
  });

  it('or none of them: the one that has moved on is named', async () => {
    const tasks = await room.waiting(40);
    const meeting = await room.open(tasks);
    await room.recordAll(meeting, tasks);
    const [, , third = ''] = tasks;
    done(await withdraw(third));
    const outcome = await withoutChange(dataSource, () => room.close(meeting));
    expect(outcome).toMatchObject({
      kind: 'refused',
      code: 'meeting.items-refused',
      params: { count: 1 },
      items: [{ task: third, paragraph: 3, title: '第 3 项', refusal: { code: 'task.closed' } }],
    });
    expect((await meetings.takeOff(await house.caller('president'), meeting, third)).kind).toBe('done');
    expect((await room.close(meeting)).kind).toBe('done');
    expect(await room.standing(tasks)).toEqual(['partyCommittee', 'withdrawn']);
  });
});

describe('a closing that is only foreseen', () => {
  const pathsOf = (steps: readonly { readonly path: string }[]) => steps.map(({ path }) => path);

  it('says what would become of each item, changes nothing, and is what then happens', async () => {
    const tasks = await room.waiting(3);
    const [, deferred = ''] = tasks;
    const meeting = await room.open(tasks);
    await room.recordAll(meeting, tasks);
    await room.recordAll(meeting, [deferred], { outcome: 'deferred', text: '下次再议。' });
    const foreseen = await withoutChange(dataSource, () => room.foreseen(meeting));
    expect(foreseen.items.map(({ task, paragraph }) => [task, paragraph])).toEqual(tasks.map((task, index) => [task, index + 1]));
    expect(foreseen.items.map(({ preview }) => pathsOf(preview.entered))).toEqual([['partyCommittee'], [], ['partyCommittee']]);
    expect((await room.closeAs(meeting, foreseen)).kind).toBe('done');
    expect(await room.standing(tasks)).toEqual(['partyCommittee', 'presidentMeeting']);
  });

  it('is refused when it would come to something else by now; what it would come to is shown anew', async () => {
    const tasks = await room.waiting(2);
    const meeting = await room.open(tasks);
    await room.recordAll(meeting, tasks);
    const foreseen = await room.foreseen(meeting);
    done(await commands.comment(await house.caller('lead'), instanceOf(tasks[1]), { comment: '补充说明' }));
    const refused = await withoutChange(dataSource, () => room.closeAs(meeting, foreseen));
    if (!('difference' in refused)) throw new Error(`not outdated: ${JSON.stringify(refused)}`);
    expect(refused.code).toBe('meeting.outdated');
    expect(refused.difference.now).toEqual(await room.foreseen(meeting));
    expect(refused.difference.now.expected).not.toBe(foreseen.expected);
    expect((await room.closeAs(meeting, refused.difference.now)).kind).toBe('done');
  });

  it('names what would be in the way', async () => {
    const tasks = await room.waiting(2);
    const meeting = await room.open(tasks);
    await room.recordAll(meeting, tasks);
    done(await withdraw(tasks[0] ?? ''));
    const president = await house.caller('president');
    const outcome = await withoutChange(dataSource, () => house.cases.closing.close(president, meeting, { isDryRun: true }));
    expect(outcome).toMatchObject({ code: 'meeting.items-refused', items: [{ task: tasks[0], refusal: { code: 'task.closed' } }] });
  });
});

describe('a closing that is hindered', () => {
  it('names every item and why: a rule, an older form, a suspended case, a case of the secretary’s own', async () => {
    const [sound = '', narrow = '', stale = '', halted = ''] = [
      ...(await room.waiting(1)),
      ...(await room.waiting(1, { ratio: 0.5 })),
      ...(await room.waiting(2)),
    ];
    const tasks = [sound, narrow, stale, halted];
    const meeting = await room.open(tasks);
    await room.recordAll(meeting, [sound, narrow, halted]);
    await room.recordAll(meeting, [stale], { formVersion: 2 });
    done(await commands.suspend(await house.caller('administrator'), instanceOf(halted), { comment: '举报核查' }));
    const outcome = await withoutChange(dataSource, () => room.close(meeting));
    expect(outcome).toMatchObject({
      items: [
        { task: narrow, refusal: { code: 'rule.broken', rules: [{ rule: 'R-NC21-10' }] } },
        { task: stale, refusal: { code: 'form.stale' } },
        { task: halted, refusal: { code: 'case.suspended' } },
      ],
    });
    // Not passing is not against the rule; the others are put right.
    await room.recordAll(meeting, [narrow], { outcome: 'not-passed' });
    await room.recordAll(meeting, [stale], { fields: { remark: '补充说明' } });
    done(await commands.resume(await house.caller('administrator'), instanceOf(halted), { comment: '核查完毕' }));
    expect((await room.close(meeting)).kind).toBe('done');
    expect(await room.standing([narrow])).toEqual(['rejected']);
    const [form] = await house.rows<{ fields: object }>(
      'SELECT fields FROM form_version WHERE instance_id = $1 ORDER BY version DESC LIMIT 1',
      [instanceOf(stale)],
    );
    expect(form?.fields).toMatchObject({ remark: '补充说明', session: (await room.read(meeting))?.number });
  });
});

describe('at once', () => {
  it('two secretaries on two processes: one closes it, the other finds it closed', async () => {
    const tasks = await room.waiting(6);
    const meeting = await room.open(tasks);
    await room.recordAll(meeting, tasks);
    const outcomes = await Promise.all([room.close(meeting), room.close(meeting, 'second-president', another), room.close(meeting)]);
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(outcomes.filter((outcome) => 'code' in outcome && outcome.code === 'meeting.not-open')).toHaveLength(2);
    expect(await room.standing(tasks)).toEqual(['partyCommittee']);
  });

  it('with withdrawals of its cases: it closes all of them, or none', async () => {
    for (let round = 0; round < 6; round += 1) {
      const tasks = await room.waiting(4);
      const meeting = await room.open(tasks);
      await room.recordAll(meeting, tasks);
      const [closing, withdrawal] = await Promise.all([room.close(meeting), withdraw(tasks[round % 4] ?? '')]);
      const standing = await room.standing(tasks);
      if (closing.kind === 'done') {
        // A withdrawal is possible from the party committee's step, too.
        expect(standing).toEqual(withdrawal.kind === 'done' ? ['partyCommittee', 'withdrawn'] : ['partyCommittee']);
      } else {
        expect(closing).toMatchObject({ code: 'meeting.items-refused', items: [{ refusal: { code: 'task.closed' } }] });
        expect(standing).toEqual(['presidentMeeting', 'withdrawn']);
      }
    }
  });

  it('two meetings of the same cases, in opposite orders, do not wait for each other for ever', async () => {
    const tasks = await room.waiting(10);
    const [one, other] = [await room.open(tasks.slice(0, 5)), await room.open(tasks.slice(5).toReversed())];
    await room.recordAll(one, tasks.slice(0, 5));
    await room.recordAll(other, tasks.slice(5));
    const outcomes = await Promise.all([room.close(one), room.close(other, 'second-president', another)]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done']);
  });

  it('two agendas that want the same task: one has it', async () => {
    const [task = ''] = await room.waiting(1);
    const open = [await room.open(), await room.open()];
    const president = await house.caller('president');
    const put = open.map((meeting, index) => (index === 0 ? meetings : another.cases.meetings).putOn(president, meeting, [task]));
    const outcomes = await Promise.all(put);
    expect(outcomes.map((outcome) => ('code' in outcome ? outcome.code : outcome.kind)).sort()).toEqual(['done', 'meeting.item-taken']);
  });
});

describe('whatever was recorded', () => {
  /** What becomes of one item before the meeting is closed. */
  const item = fc.record({
    outcome: fc.constantFrom('passed', 'passed-with-conditions', 'deferred', 'not-passed'),
    ratio: fc.constantFrom(0.9, 0.9, 0.9, 0.5),
    meanwhile: fc.constantFrom('nothing', 'nothing', 'nothing', 'nothing', 'withdrawn', 'suspended'),
  });
  type Item = typeof item extends fc.Arbitrary<infer T> ? T : never;

  const isHindered = ({ outcome, ratio, meanwhile }: Item): boolean =>
    meanwhile !== 'nothing' || (outcome.startsWith('passed') && ratio < 0.8);
  const standsAt = ({ outcome }: Item): string =>
    outcome === 'deferred' ? 'presidentMeeting' : outcome === 'not-passed' ? 'rejected' : 'partyCommittee';

  it('is carried out as a whole, or nothing is', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 6 }), async (items) => {
        const tasks: string[] = [];
        for (const { ratio } of items) tasks.push(...(await room.waiting(1, { ratio })));
        const meeting = await room.open(tasks);
        for (const [index, { outcome, meanwhile }] of items.entries()) {
          const task = tasks[index] ?? '';
          const conditions = outcome === 'passed-with-conditions' ? { conditions: '先建实训室' } : {};
          await room.recordAll(meeting, [task], { ...passed, outcome, ...conditions });
          if (meanwhile === 'withdrawn') done(await withdraw(task));
          if (meanwhile === 'suspended')
            done(await commands.suspend(await house.caller('administrator'), instanceOf(task), { comment: '核查' }));
        }
        const hindered = tasks.filter((_, index) => isHindered(items[index] as Item));
        seen.add(hindered.length === 0 ? 'done' : 'hindered');
        if (hindered.length === 0) {
          expect((await room.close(meeting)).kind).toBe('done');
          for (const [index, task] of tasks.entries()) expect(await room.standing([task])).toEqual([standsAt(items[index] as Item)]);
        } else {
          const outcome = await withoutChange(dataSource, () => room.close(meeting));
          expect(outcome).toMatchObject({ code: 'meeting.items-refused' });
          expect('items' in outcome && outcome.items.map(({ task }) => task)).toEqual(hindered);
        }
      }),
      { numRuns: 40 },
    );
    expect([...seen].sort()).toEqual(['done', 'hindered']);
  });
});
