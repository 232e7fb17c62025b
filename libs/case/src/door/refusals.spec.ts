import { Readable } from 'node:stream';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { admission, ballot } from '../../../../test/support/house-processes.ts';
import { digests } from '../../../../test/support/tables.ts';
import type { Decision } from '../commands/commands.ts';
import type { Outcome } from '../commands/sender.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission, ballot] });
const { commands, attachments } = house.cases;
const nowhere = '00000000-0000-7000-8000-000000000000';

/** Cases in all the places from which something is refused, and the files of two people. */
const cases = { draft: '', meeting: '', affairs: '', ofAffairs: '', finished: '', foreign: '', attached: '' };
let ownFile = '';
let othersFile = '';
let foreignFile = '';

async function uploaded(account: string): Promise<string> {
  const file = await attachments.upload(await house.caller(account), '纪要.txt', Readable.from(['同意']));
  if ('code' in file) throw new Error(file.code);
  return file.id;
}

beforeAll(async () => {
  cases.draft = await house.started('lead', admission.key, { certificate: '草稿' });
  cases.meeting = await house.submitted('待议');
  cases.affairs = await house.submitted('待审');
  done(await house.decide('meeting', cases.affairs, 'approve', { fields: { minutes: '同意' } }));
  cases.ofAffairs = await house.started('lead-and-affairs', admission.key, { certificate: '自审', ratio: 0.9 });
  done(await house.decide('lead-and-affairs', cases.ofAffairs, 'submit'));
  done(await house.decide('meeting', cases.ofAffairs, 'approve', { fields: { minutes: '同意' } }));
  cases.finished = await house.submitted('已拒');
  done(await house.decide('meeting', cases.finished, 'reject', { comment: '不符' }));
  cases.foreign = await house.started('other-lead', admission.key, { certificate: '外校', ratio: 0.9 });
  done(await house.decide('other-lead', cases.foreign, 'submit'));
  [ownFile, othersFile, foreignFile] = [await uploaded('meeting'), await uploaded('lead'), await uploaded('meeting')];
  cases.attached = await house.submitted('带附件');
  done(await commands.comment(await house.caller('meeting'), cases.attached, { comment: '附后', attachments: [foreignFile] }));
});

let before: Record<string, string>;
beforeEach(async () => {
  before = await digests(dataSource);
});
afterEach(async () => expect(await digests(dataSource)).toEqual(before));

const decide = async (account: string, task: string, decision: Partial<Decision> = {}): Promise<Outcome> =>
  commands.decide(await house.caller(account), task, { outcome: 'approve', formVersion: 1, idempotencyKey: 'refused', ...decision });

describe('a task is', () => {
  it.each([
    ['that was never there', () => `${nowhere}.1`],
    ['of no case at all', () => 'no-case.1'],
    ['without a number', () => cases.meeting],
    ['with a number no case reaches', () => `${cases.meeting}.9999999999`],
    ['in SQL', () => `${cases.meeting}.1' OR '1'='1`],
    ['of another organisation', () => `${cases.foreign}.2`],
    ['closed long ago, of another organisation', () => `${cases.foreign}.1`],
  ])('unknown when it is one %s, and all of these look alike', async (_, task) => {
    expect(await decide('meeting', task())).toEqual({ kind: 'refused', code: 'task.unknown', params: {} });
    const change = { formVersion: 1, fields: { minutes: '同意' } };
    expect(await commands.save(await house.caller('meeting'), task(), change)).toEqual({
      kind: 'refused',
      code: 'task.unknown',
      params: {},
    });
  });

  it('unknown to who asks for it with a file that is not theirs, like any other of another organisation', async () => {
    expect(await decide('meeting', `${cases.foreign}.2`, { attachments: [othersFile] })).toMatchObject({
      code: 'task.unknown',
      params: {},
    });
  });

  it('unknown in a case that one may see, when it has no such number', async () => {
    expect(await decide('meeting', `${cases.meeting}.7`)).toEqual({ kind: 'refused', code: 'task.unknown', params: { task: 7 } });
  });

  it('closed when it was decided, in a running case and in a finished one', async () => {
    expect(await decide('lead', `${cases.meeting}.1`, { outcome: 'submit' })).toMatchObject({ code: 'task.closed' });
    expect(await decide('meeting', `${cases.finished}.2`)).toMatchObject({ code: 'task.closed' });
  });

  it('not theirs who only read the case', async () => {
    for (const account of ['city', 'province', 'lead', 'dean']) {
      expect(await decide(account, `${cases.meeting}.2`)).toMatchObject({ code: 'task.not-yours' });
    }
  });

  it('not to be decided by the applicant, whatever post they hold', async () => {
    expect(await decide('lead-and-affairs', `${cases.ofAffairs}.3`)).toEqual({ kind: 'refused', code: 'task.own-case' });
  });

  it('not to be voted on twice', async () => {
    const instance = await house.started('lead', ballot.key);
    done(await house.decide('expert-1', instance, 'approve'));
    before = await digests(dataSource);
    const [{ number } = { number: 0 }] = await house.rows<{ number: number }>(
      `SELECT number FROM task WHERE instance_id = $1 AND status = 'decided'`,
      [instance],
    );
    expect(await decide('expert-1', `${instance}.${number}`)).toMatchObject({ code: 'task.closed' });
  });
});

describe('a decision is refused', () => {
  const refusals: [string, string, () => string, Partial<Decision>, object][] = [
    [
      'with an outcome the step does not have',
      'meeting',
      () => `${cases.meeting}.2`,
      { outcome: 'submit' },
      { code: 'outcome.unknown', params: { outcome: 'submit', allowed: 'approve, return, reject' } },
    ],
    [
      'with a form that has changed since',
      'meeting',
      () => `${cases.meeting}.2`,
      { formVersion: 0 },
      { code: 'form.stale', params: { current: 1 } },
    ],
    ['with a form that is yet to come', 'meeting', () => `${cases.meeting}.2`, { formVersion: 2 }, { code: 'form.stale' }],
    [
      'without a comment where one is due',
      'meeting',
      () => `${cases.meeting}.2`,
      { outcome: 'reject', comment: ' ' },
      { code: 'comment.required', params: { outcome: 'reject' } },
    ],
    [
      'without a field the step requires',
      'meeting',
      () => `${cases.meeting}.2`,
      {},
      { code: 'form.invalid', fields: [{ path: '/minutes', code: 'required' }] },
    ],
    [
      'with a field that is only to be read',
      'meeting',
      () => `${cases.meeting}.2`,
      { fields: { ratio: 1 } },
      { code: 'form.field-not-writable', params: { field: 'ratio' } },
    ],
    [
      'with a field that is hidden',
      'lead',
      () => `${cases.draft}.1`,
      { outcome: 'submit', fields: { secret: '…' } },
      { code: 'form.field-not-writable', params: { field: 'secret' } },
    ],
    [
      'with a field the form does not have',
      'meeting',
      () => `${cases.meeting}.2`,
      { fields: { wish: 1 } },
      { code: 'form.invalid', fields: [{ path: '/wish', code: 'unknown' }] },
    ],
    [
      'with values the schema does not allow',
      'lead',
      () => `${cases.draft}.1`,
      { outcome: 'submit', fields: { ratio: 1.5, annexes: [{ name: 7 }] } },
      {
        code: 'form.invalid',
        fields: [
          { path: '/ratio', code: 'too-large', expected: 1 },
          { path: '/annexes/0/name', code: 'type', expected: 'string' },
        ],
      },
    ],
    [
      'incomplete',
      'lead',
      () => `${cases.draft}.1`,
      { outcome: 'submit' },
      { code: 'form.invalid', fields: [{ path: '/ratio', code: 'required' }] },
    ],
    [
      'against a rule, which is named',
      'lead',
      () => `${cases.draft}.1`,
      { outcome: 'submit', fields: { ratio: 0.5 } },
      { code: 'rule.broken', rules: [{ rule: 'R-NC21-10', message: { zh: '建成比例须达到 80%，现为 0.5' } }] },
    ],
    [
      'against all rules that are broken at once',
      'lead',
      () => `${cases.draft}.1`,
      { outcome: 'submit', fields: { ratio: 0.5, certificate: '停办证书' } },
      { code: 'rule.broken', rules: [{ rule: 'R-NC21-10' }, { rule: 'R-AH24-03' }] },
    ],
    [
      'about what no register has',
      'lead',
      () => `${cases.draft}.1`,
      { outcome: 'submit', fields: { ratio: 0.9, certificate: '无名证书' } },
      { code: 'fact.not-found' },
    ],
    [
      'with a certificate that another case has',
      'lead',
      () => `${cases.draft}.1`,
      { outcome: 'submit', fields: { ratio: 0.9, certificate: '待议' } },
      { code: 'case.duplicate', rules: [{ rule: 'R-AH24-05', message: { zh: '同一证书只能申请一次' } }] },
    ],
    [
      'with a file nobody uploaded',
      'meeting',
      () => `${cases.meeting}.2`,
      { attachments: [nowhere] },
      { code: 'attachment.unknown', params: { attachment: nowhere } },
    ],
    [
      'with what is not the id of a file',
      'meeting',
      () => `${cases.meeting}.2`,
      { attachments: [`'; DROP`] },
      { code: 'attachment.unknown', params: { attachment: `'; DROP` } },
    ],
    [
      'with a file in a field that is no id',
      'lead',
      () => `${cases.draft}.1`,
      { outcome: 'submit', fields: { report: 'x' } },
      { code: 'attachment.unknown', params: { attachment: 'x' } },
    ],
    [
      'with a return target it does not offer',
      'meeting',
      () => `${cases.meeting}.2`,
      { outcome: 'return', comment: '退', returnTo: 'partyCommittee' },
      { code: 'return.target-not-allowed' },
    ],
  ];
  it.each(refusals)('%s', async (_, account, task, decision, expected) => {
    expect(await decide(account, task(), decision)).toMatchObject({ kind: 'refused', ...expected });
  });

  it('with a file of somebody else, in the decision, in a field and in a table', async () => {
    const unknown = (attachment: string) => ({ kind: 'refused', code: 'attachment.unknown', params: { attachment } });
    expect(await decide('meeting', `${cases.meeting}.2`, { attachments: [ownFile, othersFile] })).toEqual(unknown(othersFile));
    expect(await decide('lead', `${cases.draft}.1`, { fields: { report: ownFile } })).toEqual(unknown(ownFile));
    expect(await decide('lead', `${cases.draft}.1`, { fields: { annexes: [{ name: '附件', scan: ownFile }] } })).toEqual(unknown(ownFile));
  });

  it('with a file that belongs to another case, even its own uploader’s', async () => {
    expect(await decide('meeting', `${cases.meeting}.2`, { attachments: [foreignFile] })).toMatchObject({ code: 'attachment.unknown' });
  });
});
