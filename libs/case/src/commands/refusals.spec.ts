import { Readable } from 'node:stream';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { admission } from '../../../../test/support/house-processes.ts';
import { digests } from '../../../../test/support/tables.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission] });
const { commands, attachments } = house.cases;
const nowhere = '00000000-0000-7000-8000-000000000000';
const complete = { certificate: '全新证书', ratio: 0.9 };
const cases = { draft: '', meeting: '', affairs: '', finished: '' };
let ownFile = '';

beforeAll(async () => {
  cases.draft = await house.started('lead', admission.key, { certificate: '草稿' });
  cases.meeting = await house.submitted('待议');
  cases.affairs = await house.submitted('待审');
  done(await house.decide('meeting', cases.affairs, 'approve', { fields: { minutes: '同意' } }));
  cases.finished = await house.submitted('已拒');
  done(await house.decide('meeting', cases.finished, 'reject', { comment: '不符' }));
  const file = await attachments.upload(await house.caller('meeting'), '纪要.txt', Readable.from(['同意']));
  if ('code' in file) throw new Error(file.code);
  ownFile = file.id;
});

let before: Record<string, string>;
beforeEach(async () => {
  before = await digests(dataSource);
});
afterEach(async () => expect(await digests(dataSource)).toEqual(before));

describe('a draft is refused', () => {
  it.each([
    ['with a stale form', 'lead', () => `${cases.draft}.1`, { formVersion: 9, fields: { ratio: 0.9 } }, { code: 'form.stale' }],
    [
      'with a wrong value',
      'lead',
      () => `${cases.draft}.1`,
      { formVersion: 1, fields: { ratio: -1 } },
      { code: 'form.invalid', fields: [{ path: '/ratio', code: 'too-small' }] },
    ],
    ['by another', 'second-lead', () => `${cases.draft}.1`, { formVersion: 1, fields: { ratio: 0.9 } }, { code: 'task.unknown' }],
    [
      'by an office that reads it',
      'dean',
      () => `${cases.draft}.1`,
      { formVersion: 1, fields: { ratio: 0.9 } },
      { code: 'task.not-yours' },
    ],
    ['when decided', 'lead', () => `${cases.meeting}.1`, { formVersion: 1, fields: { ratio: 1 } }, { code: 'task.closed' }],
    ['when finished', 'meeting', () => `${cases.finished}.2`, { formVersion: 1, fields: { minutes: '…' } }, { code: 'case.finished' }],
  ])('%s', async (_, account, task, change, expected) => {
    expect(await commands.save(await house.caller(account), task(), change)).toMatchObject({ kind: 'refused', ...expected });
  });
});

describe('a beginning is refused', () => {
  it.each([
    [
      'without the post',
      'meeting',
      admission.key,
      'information',
      complete,
      { code: 'start.not-allowed', params: { posts: 'certificate-lead' } },
    ],
    ['at another organisation', 'lead', admission.key, 'logistics', complete, { code: 'start.not-allowed' }],
    ['at an organisation of another level', 'lead', admission.key, 'jianghuai', complete, { code: 'organisation.unknown' }],
    ['at no organisation', 'lead', admission.key, 'nowhere', complete, { code: 'organisation.unknown' }],
    [
      'of an unknown definition',
      'lead',
      'no-such',
      'information',
      complete,
      { code: 'definition.unknown', params: { definition: 'no-such' } },
    ],
    [
      'with a wrong value',
      'lead',
      admission.key,
      'information',
      { ratio: '高' },
      { code: 'form.invalid', fields: [{ path: '/ratio', code: 'type', expected: 'number' }] },
    ],
    [
      'with an unknown field',
      'lead',
      admission.key,
      'information',
      { wish: 1 },
      { code: 'form.invalid', fields: [{ path: '/wish', code: 'unknown' }] },
    ],
    ['with a field not theirs to write', 'lead', admission.key, 'information', { minutes: '…' }, { code: 'form.field-not-writable' }],
    [
      'with a certificate that is taken',
      'lead',
      admission.key,
      'information',
      { certificate: '待议' },
      { code: 'case.duplicate', rules: [{ rule: 'R-AH24-05' }] },
    ],
    [
      'with a file that is not there',
      'lead',
      admission.key,
      'information',
      { ...complete, report: nowhere },
      { code: 'attachment.unknown' },
    ],
  ])('%s', async (_, account, definition, organisation, fields, expected) => {
    const place = organisation === 'nowhere' ? nowhere : await house.organisation(organisation);
    const request = { definition, organisation: place, fields, idempotencyKey: 'refused' };
    expect(await commands.start(await house.caller(account), request)).toMatchObject({ kind: 'refused', ...expected });
    // Whoever only looks is told the same.
    const looked = { definition, organisation: place, fields, isDryRun: true };
    expect(await commands.start(await house.caller(account), looked)).toMatchObject({ kind: 'refused', ...expected });
  });

  it('at what is not the id of an organisation', async () => {
    expect(await house.start('lead', admission.key, complete, { organisation: 'somewhere' })).toMatchObject({
      code: 'organisation.unknown',
    });
  });
});

describe('withdrawing and remarking are refused', () => {
  it.each([
    ['to who may not see the case', 'other-lead', () => cases.meeting, '撤回', { code: 'instance.unknown' }],
    ['for a case that is not there', 'lead', () => nowhere, '撤回', { code: 'instance.unknown' }],
    ['for what is not the id of a case', 'lead', () => 'x', '撤回', { code: 'instance.unknown' }],
    ['to another who sees the case', 'meeting', () => cases.meeting, '撤回', { code: 'withdraw.not-applicant' }],
    ['without a reason', 'lead', () => cases.meeting, '  ', { code: 'comment.required' }],
    ['when the case is finished', 'lead', () => cases.finished, '撤回', { code: 'case.finished' }],
    ['when the case is beyond it', 'lead', () => cases.affairs, '撤回', { code: 'withdraw.not-now' }],
  ])('%s', async (_, account, instance, comment, expected) => {
    const remark = { comment, idempotencyKey: 'refused' };
    expect(await commands.withdraw(await house.caller(account), instance(), remark)).toMatchObject({ kind: 'refused', ...expected });
  });

  it.each([
    ['to who may not see the case', 'other-lead', () => cases.meeting, '路过', [], { code: 'instance.unknown' }],
    ['empty', 'city', () => cases.meeting, '', [], { code: 'comment.required' }],
    ['with a file of somebody else', 'city', () => cases.meeting, '附后', () => [ownFile], { code: 'attachment.unknown' }],
  ])('a remark %s', async (_, account, instance, comment, files, expected) => {
    const remark = { comment, attachments: typeof files === 'function' ? files() : files };
    expect(await commands.comment(await house.caller(account), instance(), remark)).toMatchObject({ kind: 'refused', ...expected });
  });

  it('trying an incident again, without the post for it or without the incident', async () => {
    expect(await commands.retryIncident(await house.caller('city'), nowhere)).toMatchObject({ code: 'permission.missing' });
    for (const incident of [nowhere, 'x']) {
      expect(await commands.retryIncident(await house.caller('administrator'), incident)).toMatchObject({ code: 'incident.unknown' });
    }
  });
});
