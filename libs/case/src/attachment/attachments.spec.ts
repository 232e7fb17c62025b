import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { admission } from '../../../../test/support/house-processes.ts';
import type { Attachment } from './attachments.ts';

const uploadBytes = 200_000;
const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission], uploadBytes });
const { attachments, commands } = house.cases;
const [lead, meeting] = [await house.caller('lead'), await house.caller('meeting')];

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const pdf = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF');
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]);
const executable = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
/** An empty ZIP archive, which an OFD document is a kind of. */
const zip = Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0, ...Buffer.alloc(20)]);

const upload = (name: string, content: Buffer | string, caller = lead) =>
  attachments.upload(caller, name, Readable.from([Buffer.from(content)]));

async function uploaded(name: string, content: Buffer | string, caller = lead): Promise<Attachment> {
  const file = await upload(name, content, caller);
  if ('code' in file) throw new Error(file.code);
  return file;
}

async function filesOnDisk(): Promise<string[]> {
  const entries = await readdir(house.dataFolder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
const filesInTable = () => house.rows('SELECT id FROM attachment');

describe('a file is taken', () => {
  it.each([
    ['论证报告.pdf', pdf, 'application/pdf'],
    ['公章.PNG', png, 'image/png'],
    ['现场.jpeg', jpeg, 'image/jpeg'],
    ['公文.ofd', zip, 'application/ofd'],
    ['会议纪要.txt', '同意申报。\n\t二〇二四年', 'text/plain; charset=utf-8'],
    ['名单.csv', '\ufeff姓名,学号\n张三,1', 'text/csv; charset=utf-8'],
    // As Chinese Excel saves it: 姓名 in GB 18030.
    ['名单.csv', Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]), 'text/csv; charset=gb18030'],
    ['..两点开头.txt', '同意', 'text/plain; charset=utf-8'],
  ])('when %s is what it says', async (name, content, mediaType) => {
    const bytes = Buffer.from(content);
    const file = await uploaded(name, bytes);
    expect(file).toEqual({
      id: expect.any(String),
      name,
      mediaType,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(
      await house.rows('SELECT name, media_type, size::int, sha256, uploaded_by, uploaded_at, instance_id FROM attachment WHERE id = $1', [
        file.id,
      ]),
    ).toEqual([
      {
        name,
        media_type: mediaType,
        size: bytes.length,
        sha256: file.sha256,
        uploaded_by: lead.person,
        uploaded_at: house.clock.now(),
        instance_id: null,
      },
    ]);
  });

  it('at the very limit, in as many pieces as it comes, and lies on disk under its id for the next process', async () => {
    const text = 'a'.repeat(uploadBytes);
    const pieces = Array.from({ length: 100 }, (_, index) => Buffer.from(text.slice(index * 2000, (index + 1) * 2000)));
    const file = await attachments.upload(lead, '长.txt', Readable.from(pieces));
    if ('code' in file) throw new Error(file.code);
    const place = (await filesOnDisk()).find((path) => path.endsWith(file.id)) ?? '';
    expect(await readFile(place, 'utf8')).toBe(text);
    const opened = await house.anotherProcess().cases.attachments.open(lead, file.id);
    expect(opened?.attachment).toEqual(file);
    expect((await buffer(opened?.content ?? Readable.from([]))).toString()).toBe(text);
  });
});

describe('a file is refused', () => {
  let before: string[];
  beforeEach(async () => {
    before = await filesOnDisk();
  });

  const refusals: [string, string, Buffer | string, object][] = [
    [
      'that is an image under the name of a document',
      '报告.pdf',
      png,
      { code: 'attachment.mismatch', params: { name: '报告.pdf', recognised: 'image/png' } },
    ],
    ['that is a program under the name of an image', '公章.png', executable, { code: 'attachment.mismatch' }],
    [
      'that is text under the name of a document',
      '报告.docx',
      '报告',
      { code: 'attachment.mismatch', params: { name: '报告.docx', recognised: 'unknown' } },
    ],
    ['that is no text under the name of one', '纪要.txt', Buffer.from([0xff, 0xfe, 0, 1, 2]), { code: 'attachment.mismatch' }],
    ['that is text with control characters', '纪要.txt', '同意\u0000', { code: 'attachment.mismatch' }],
    ['of a kind nobody wants', 'setup.exe', executable, { code: 'attachment.unwanted' }],
    ['that a browser would run', '页面.html', '<script>', { code: 'attachment.unwanted' }],
    ['whose last extension is not wanted', '报告.pdf.svg', '<svg/>', { code: 'attachment.unwanted' }],
    ['without an extension', '报告', pdf, { code: 'attachment.unwanted' }],
    ['with the extension of a property of every object', '报告.constructor', pdf, { code: 'attachment.unwanted' }],
    ['that is empty', '空.txt', '', { code: 'attachment.empty' }],
    ['that is too large', '大.txt', 'a'.repeat(uploadBytes + 1), { code: 'attachment.too-large' }],
    ['whose name is a path', '../../etc/passwd.txt', '同意', { code: 'attachment.name-invalid' }],
    ['whose name is a Windows path', 'C:\\纪要.txt', '同意', { code: 'attachment.name-invalid' }],
    ['whose name breaks a line', '纪要\r\n.txt', '同意', { code: 'attachment.name-invalid' }],
    ['whose name ends early', '纪要.txt\u0000.pdf', '同意', { code: 'attachment.name-invalid' }],
    ['whose name is half a character', '\ud800.txt', '同意', { code: 'attachment.name-invalid' }],
    ['without a name', '', '同意', { code: 'attachment.name-invalid' }],
    ['whose name is too long', `${'长'.repeat(200)}.txt`, '同意', { code: 'attachment.name-invalid', params: { limit: 200 } }],
  ];
  it.each(refusals)('%s, and leaves nothing behind', async (_, name, content, expected) => {
    const rows = await filesInTable();
    expect(await upload(name, content)).toMatchObject({ kind: 'refused', ...expected });
    expect(await filesOnDisk()).toEqual(before);
    expect(await filesInTable()).toEqual(rows);
  });

  it('when its upload breaks off, and leaves nothing behind', async () => {
    const broken = Readable.from(
      (async function* () {
        yield randomBytes(1000);
        throw new Error('connection lost');
      })(),
    );
    await expect(attachments.upload(lead, '断.txt', broken)).rejects.toThrow('connection lost');
    expect(await filesOnDisk()).toEqual(before);
  });
});

describe('a file may be read', () => {
  const mayOpen = async (account: string, id: string): Promise<boolean> => {
    const opened = await attachments.open(await house.caller(account), id);
    opened?.content.destroy();
    return opened !== undefined;
  };

  it('by its uploader alone until a case refers to it', async () => {
    const { id } = await uploaded('草稿.txt', '草稿');
    expect(await mayOpen('lead', id)).toBe(true);
    for (const account of ['second-lead', 'meeting', 'dean', 'province', 'administrator']) expect(await mayOpen(account, id)).toBe(false);
    for (const nothing of ['x', '../草稿.txt', '00000000-0000-7000-8000-000000000000']) expect(await mayOpen('lead', nothing)).toBe(false);
  });

  it.each([
    ['a field of its form', (id: string) => ({ report: id })],
    ['a line of a table in it', (id: string) => ({ annexes: [{ name: '附件', scan: id }] })],
  ])('by the readers of a case once it stands in %s', async (where, fieldsOf) => {
    const { id } = await uploaded('报告.pdf', pdf);
    const instance = await house.started('lead', admission.key, { certificate: where, ratio: 0.9, ...fieldsOf(id) });
    for (const account of ['lead', 'dean', 'affairs', 'city', 'province']) expect(await mayOpen(account, id)).toBe(true);
    for (const account of ['meeting', 'second-lead', 'other-city', 'other-lead']) expect(await mayOpen(account, id)).toBe(false);
    done(await house.decide('lead', instance, 'submit'));
    expect(await mayOpen('meeting', id)).toBe(true);
  });

  it('by the applicant when an approver attached it to a decision, and the history carries its digest', async () => {
    const instance = await house.submitted('附纪要');
    const { id, sha256 } = await uploaded('纪要.txt', '同意', meeting);
    expect(await mayOpen('lead', id)).toBe(false);
    done(
      await commands.decide(meeting, `${instance}.2`, {
        outcome: 'approve',
        formVersion: 1,
        fields: { minutes: '同意' },
        attachments: [id, id],
      }),
    );
    expect(await mayOpen('lead', id)).toBe(true);
    const lines = await house.cases.histories.read(lead, instance);
    expect(lines?.at(-1)?.attachments).toEqual([{ id, sha256 }]);
    done(await commands.comment(lead, instance, { comment: '见纪要', attachments: [id] }));
  });
});
