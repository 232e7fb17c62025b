import { describe, expect, it } from '@jest/globals';
import { type AuditEntry, AuditReader } from '#directory';
import { withLogContext } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, must, openHouse, posts } from '../../../../test/support/house.ts';
import { admission } from '../../../../test/support/house-processes.ts';
import { digests } from '../../../../test/support/tables.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission] });
const { commands, interventions, taskCommands } = house.cases;
const reader = new AuditReader(database, posts);
const administrator = await house.caller('administrator');
let certificates = 0;
const submitted = () => house.submitted(`记录 ${(certificates += 1)}`);

async function entries(selection: object = {}): Promise<readonly AuditEntry[]> {
  return must(await reader.list(administrator, { limit: 100, ...selection })).items;
}

/** As somebody who was shown what it would do. */
async function confirmed(verb: 'jump' | 'terminate', instance: string, request: { comment: string; to: string }) {
  const send = (terms: object) => interventions[verb](administrator, instance, { ...request, ...terms });
  const shown = await send({ isDryRun: true });
  if (shown.kind !== 'shown') throw new Error('not shown');
  return done(await send({ expected: shown.preview.expected }));
}

describe('what an administrator does to a case', () => {
  it('is on record with who, when, what it was and became, why, and in which request', async () => {
    const instance = await submitted();
    await withLogContext({ requestId: 'request-7' }, () => confirmed('jump', instance, { to: 'presidentMeeting', comment: '补办' }));
    expect(await entries({ subject: instance })).toMatchObject([
      {
        at: house.clock.now().toISOString(),
        by: { id: administrator.person, name: 'administrator 同志' },
        act: 'instance.jump',
        subject: { kind: 'instance', id: instance },
        before: { states: ['jointMeeting'] },
        after: { states: ['presidentMeeting'] },
        comment: '补办',
        requestId: 'request-7',
      },
    ]);
  });

  it('is each verb that needs a permission, and no other', async () => {
    const instance = await submitted();
    const to = (await house.caller('dean')).person;
    done(await commands.suspend(administrator, instance, { comment: '核查' }));
    done(await commands.resume(administrator, instance, { comment: '核毕' }));
    done(await taskCommands.claim(await house.caller('meeting'), `${instance}.2`, {}));
    done(await taskCommands.release(administrator, `${instance}.2`, { comment: '休假' }));
    done(await taskCommands.transfer(administrator, `${instance}.2`, { to, comment: '指定' }));
    done(await house.decide('dean', instance, 'approve', { fields: { minutes: '同意' } }));
    done(await commands.comment(administrator, instance, { comment: '已阅' }));
    await confirmed('terminate', instance, { to: '', comment: '作废' });
    expect((await entries({ subject: instance })).map(({ act }) => act)).toEqual([
      'instance.terminate',
      'task.transfer',
      'task.release',
      'instance.resume',
      'instance.suspend',
    ]);
  });

  it('leaves nothing where it was refused, or only shown', async () => {
    const instance = await submitted();
    const before = await digests(dataSource);
    expect(await commands.resume(administrator, instance, { comment: '核毕' })).toMatchObject({ code: 'resume.not-suspended' });
    await interventions.jump(administrator, instance, { to: 'presidentMeeting', comment: '补办', isDryRun: true });
    expect(await digests(dataSource)).toEqual(before);
  });
});

describe('the audit log', () => {
  it('is never changed', async () => {
    for (const change of ["UPDATE audit_entry SET comment = ''", 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])
      await expect(dataSource.query(change)).rejects.toThrow('the audit log is append-only');
  });

  it('is read page by page, by person, act, subject and time, by whoever may', async () => {
    const all = await entries();
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = must(await reader.list(administrator, { limit: 2, after }));
      found.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    expect(found).toEqual(all.map(({ id }) => id));
    expect((await entries({ act: 'instance.jump' })).map(({ act }) => act)).toEqual(['instance.jump']);
    expect(await entries({ person: (await house.caller('dean')).person })).toEqual([]);
    expect(await entries({ from: house.clock.now() })).toHaveLength(all.length);
    expect(await entries({ until: house.clock.now() })).toEqual([]);
    expect(await reader.list(await house.caller('affairs'), { limit: 10 })).toMatchObject({ code: 'permission.missing' });
  });

  it('of other organisations is not there', async () => {
    const [school] = await house.rows<{ path: string }>(`SELECT path FROM organisation WHERE code = 'wanjiang'`);
    const elsewhere = { ...administrator, posts: administrator.posts.map((held) => ({ ...held, path: school?.path ?? '' })) };
    expect(await reader.list(elsewhere, { limit: 10 })).toEqual({ items: [] });
  });
});
