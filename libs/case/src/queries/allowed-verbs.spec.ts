import { beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { admission, candidates } from '../../../../test/support/house-processes.ts';
import { digests } from '../../../../test/support/tables.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission, candidates] });
const { allowedVerbs, taskCommands, commands } = house.cases;

let instance = '';
let task = '';
beforeEach(async () => {
  instance = await house.started('lead', candidates.key);
  task = `${instance}.1`;
});

const caller = (account: string) => house.caller(account);
const idOf = async (account: string) => (await caller(account)).person;
const allowed = async (account: string, of = instance) => allowedVerbs.read(await caller(account), of);
const onTask = async (account: string) => (await allowed(account))?.tasks.find(({ id }) => id === task)?.verbs ?? [];

describe('what may be done with a case besides deciding it', () => {
  it('is, for its applicant, to talk of it and to urge whoever has it', async () => {
    expect(await allowed('lead')).toEqual({ verbs: ['urge', 'copy', 'comment'], tasks: [], jumpTo: [], signers: [], supplements: [] });
    done(await commands.urge(await caller('lead'), instance, {}));
    expect((await allowed('lead'))?.verbs).toEqual(['copy', 'comment']);
  });

  it('is, for who holds the post, to take the task, give it on or ask others; for an administrator, to move it by hand', async () => {
    expect(await onTask('expert-1')).toEqual(['claim', 'transfer', 'delegate', 'add-signers']);
    expect((await allowed('expert-1'))?.verbs).toEqual(['urge', 'copy', 'comment', 'recuse']);
    expect(await onTask('administrator')).toEqual(['transfer']);
    expect((await allowed('administrator'))?.verbs).toEqual(['urge', 'copy', 'comment', 'recuse', 'suspend', 'terminate']);
    done(await taskCommands.claim(await caller('expert-1'), task, {}));
    expect(await onTask('expert-1')).toEqual(['release', 'transfer', 'delegate', 'add-signers']);
    expect(await onTask('expert-2')).toEqual([]);
    expect(await onTask('administrator')).toEqual(['release', 'transfer']);
  });

  it('is for nobody but who asked them to let signers off, and an administrator', async () => {
    const people = [await idOf('dean')];
    done(await taskCommands.addSigners(await caller('expert-1'), task, { place: 'beside', people, comment: '请把关' }));
    const dean = { id: people[0], name: 'dean 同志' };
    expect((await allowed('expert-1'))?.signers).toMatchObject([{ step: { path: 'experts' }, people: [dean] }]);
    expect((await allowed('administrator'))?.signers).toMatchObject([{ people: [dean] }]);
    expect((await allowed('expert-2'))?.signers).toEqual([]);
  });

  it('is to resume what is suspended, to move a case to where it does not stand, and to talk of what is finished', async () => {
    const submitted = await house.submitted('物流管理');
    expect((await allowed('administrator', submitted))?.jumpTo.map(({ path }) => path)).toEqual([
      'draft',
      'academicAffairs',
      'presidentMeeting',
      'partyCommittee',
    ]);
    done(await commands.suspend(await caller('administrator'), instance, { comment: '核查' }));
    expect((await allowed('administrator'))?.verbs).toContain('resume');
    expect((await allowed('administrator'))?.verbs).not.toContain('suspend');
    done(await commands.resume(await caller('administrator'), instance, { comment: '核查完毕' }));
    done(await house.decide('expert-2', instance, 'approve'));
    expect(await allowed('administrator')).toMatchObject({ verbs: ['copy', 'comment'], tasks: [], jumpTo: [] });
  });

  it('is nothing of a case one may not see, and asking changes nothing', async () => {
    const before = await digests(dataSource);
    expect(await allowed('other-lead')).toBeUndefined();
    await allowed('administrator');
    expect(await digests(dataSource)).toEqual(before);
  });
});
