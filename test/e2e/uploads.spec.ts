import { randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { startApi, temporaryFolder } from '../support/api.ts';
import type { Client, Problem, Reply } from '../support/client.ts';
import { done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';

const data = temporaryFolder();
const api = await startApi({ environment: { SHENPI_WORKER: 'false', SHENPI_UPLOAD_MEGABYTES: '2', SHENPI_DATA: data } });
const lead = await api.signIn('jh-xx-fuzeren');
const stranger = await api.signIn('jh-jiaowu');

const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(600_000)]);
const half = 250_000;

const begin = (person: Client, name: string, bytes: number): Promise<Reply<Problem>> =>
  person.send<Problem>('POST', 'uploads', {
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    },
  });
const begun = async (name: string, bytes: number): Promise<string> =>
  (await begin(lead, name, bytes)).headers.get('location')?.split('/').at(-1) ?? '';
/** A reply to HEAD has no body, also where it is a problem. */
const ask = (person: Client, id: string): Promise<Response> =>
  fetch(`${api.url}/api/uploads/${id}`, { method: 'HEAD', headers: { ...person.headers, 'tus-resumable': '1.0.0' } });
const offsetOf = async (id: string): Promise<number> => Number((await ask(lead, id)).headers.get('upload-offset'));
const finish = <Body>(person: Client, id: string) => person.send<Body>('POST', `uploads/${id}/attachment`);
const unfinished = async (): Promise<string[]> => readdir(join(data, 'unfinished')).catch(() => []);

/** When some of an upload is on the disk: a connection that breaks takes with it what the server has not read yet. */
const arrived = (id: string): Promise<void> =>
  eventually(async () => expect((await stat(join(data, 'unfinished', id))).size).toBeGreaterThan(0));

/** Sends a part of a file; cut off, the connection breaks after it, before all that was announced has come. */
const patch = (id: string, from: number, part: Buffer, isCutOff = false): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const headers = {
      ...lead.headers,
      'tus-resumable': '1.0.0',
      'upload-offset': from,
      'content-type': 'application/offset+octet-stream',
      'content-length': isCutOff ? content.length - from : part.length,
    };
    const outgoing = request(`${api.url}/api/uploads/${id}`, { method: 'PATCH', headers }, (reply) => {
      reply.resume();
      resolve(reply.statusCode);
    });
    outgoing.on('error', (error) => (isCutOff ? resolve(undefined) : reject(error)));
    outgoing.write(part);
    if (isCutOff) arrived(id).then(() => outgoing.destroy(), reject);
    else outgoing.end();
  });

it('goes on where it was cut off, and is an attachment like any other in the end', async () => {
  const id = await begun('论证报告.pdf', content.length);
  await patch(id, 0, content.subarray(0, half), true);
  await eventually(async () => expect(await offsetOf(id)).toBeGreaterThan(0));
  expect((await finish<Problem>(lead, id)).body).toMatchObject({ status: 409, code: 'upload.unfinished' });
  const there = await offsetOf(id);
  expect(await patch(id, there, content.subarray(there))).toBe(204);
  const attachment = done(await finish<{ id: string; name: string; size: number; mediaType: string }>(lead, id));
  expect(attachment).toMatchObject({ name: '论证报告.pdf', size: content.length, mediaType: 'application/pdf' });
  expect((await lead.get(`attachments/${attachment.id}`)).status).toBe(200);
  expect(await unfinished()).toEqual([]);
});

it('is refused before it is sent, where it would be too large or of no kind that is taken', async () => {
  expect((await begin(lead, '大.pdf', 3 * 1024 * 1024)).body).toMatchObject({ status: 413, code: 'attachment.too-large' });
  expect((await begin(lead, '程序.exe', 1000)).body).toMatchObject({ status: 415, code: 'attachment.unwanted' });
  expect(await unfinished()).toEqual([]);
});

it('is refused when all has come, where it is not what its name says', async () => {
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]);
  const id = await begun('纪要.pdf', program.length);
  expect(await patch(id, 0, program)).toBe(204);
  expect((await finish<Problem>(lead, id)).body).toMatchObject({ status: 415, code: 'attachment.mismatch' });
  expect(await unfinished()).toEqual([]);
});

it('is nobody else’s, and nobody’s without a session', async () => {
  const id = await begun('论证报告.pdf', content.length);
  const headers = { 'tus-resumable': '1.0.0' };
  expect((await ask(stranger, id)).status).toBe(404);
  expect((await finish<Problem>(stranger, id)).body).toMatchObject({ status: 404, code: 'attachment.unknown' });
  expect((await lead.send<Problem>('DELETE', 'uploads/..%2f..%2fsecret', { headers })).status).toBe(404);
  expect((await lead.send<Problem>('PATCH', `uploads/${id}`, { headers: { ...headers, 'x-csrf-token': 'wrong' } })).status).toBe(403);
  expect((await lead.send('DELETE', `uploads/${id}`, { headers })).status).toBe(204);
  expect(await unfinished()).toEqual([]);
});
