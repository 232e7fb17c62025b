import { expect, it } from '@jest/globals';
import type { CommandRecord, InstanceView } from '#case';
import { startApi } from '../support/api.ts';
import { type Client, done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { batch, batchLine, crediting } from '../support/house-processes.ts';
import { decided, viewOf } from '../support/office.ts';
import { startReceiver } from '../support/receiver.ts';
import { contradictions } from '../support/tables.ts';

const bank = await startReceiver();
const environment = { SHENPI_PRIVATE_WEBHOOKS: 'true' };
const first = await startApi({ environment: { ...environment, SHENPI_WORKER: 'false' } });
const lead = await first.signIn('jh-xx-fuzeren');
const admin = await first.signIn('admin');
for (const document of [batchLine, batch, crediting]) done(await admin.post('definitions', { document }));

async function handedIn(person: Client, definition: string, fields: object): Promise<string> {
  const request = { definition, organisation: person.at('certificate-lead'), fields };
  const { instance } = done(await person.post<CommandRecord>('instances', request));
  await decided(person, instance, { outcome: 'submit' });
  return instance;
}

const standing = ({ states }: InstanceView) => states.map(({ path }) => path);

it('what a case has asked of others outlives kill -9: children begin once, calls are made, and what fails for good is retried by hand', async () => {
  const draft = {
    organisation: lead.at('certificate-lead'),
    name: '学分银行',
    format: 'json',
    secret: '学分银行的签名密钥',
    key: 'credit-bank',
  };
  done(await admin.post('channels', { ...draft, address: `${bank.url}/credits`, kinds: [] }));
  const lines = ['WPS办公应用', 'Web前端开发', '传感网应用开发'].map((certificate) => ({ certificate, students: 30 }));
  const parent = await handedIn(lead, batch.key, { lines });
  const credit = await handedIn(lead, crediting.key, { hours: 48 });
  expect((await viewOf(lead, parent)).children.map(({ instance }) => instance)).toEqual([undefined, undefined, undefined]);
  await first.kill();

  bank.answers.push([410]);
  const second = await startApi({ environment, databaseUrl: first.databaseUrl });
  const [again, affairs, operator] = await Promise.all(['jh-xx-fuzeren', 'jh-jiaowu', 'admin'].map(second.signIn));
  if (again === undefined || affairs === undefined || operator === undefined) throw new Error('nobody');
  await eventually(async () => {
    const { children } = await viewOf(again, parent);
    expect(children.map(({ instance }) => instance?.states[0]?.path)).toEqual(['review', 'review', 'review']);
  }, 30_000);
  const [one, two, three] = (await viewOf(again, parent)).children.map(({ instance }) => instance?.id ?? '');
  for (const child of [one, three]) await decided(affairs, child ?? '', { outcome: 'approve' });
  await eventually(async () => expect(standing(await viewOf(again, parent))).toEqual(['dean']), 30_000);
  await eventually(async () => expect(standing(await viewOf(again, two ?? ''))).toEqual(['$terminated']), 30_000);

  const incidents = async () =>
    done(await operator.get<{ items: { id: string; instance: string; code: string; detail: string }[] }>('incidents')).items;
  await eventually(
    async () => expect(await incidents()).toMatchObject([{ instance: credit, code: 'call-failed', detail: 'http-410' }]),
    30_000,
  );
  const [incident] = await incidents();
  bank.answers.push([200, { 'content-type': 'application/json' }, JSON.stringify({ receipt: '皖学分2026-1' })]);
  done(await operator.post(`incidents/${incident?.id}/retry`));
  await eventually(async () => expect(standing(await viewOf(again, credit))).toEqual(['counted']), 30_000);
  expect(bank.posts.map(({ headers }) => headers['webhook-id'])).toEqual([`${credit}.1`, `${credit}.1`]);
  expect(await incidents()).toEqual([]);
  expect(await contradictions(second.dataSource)).toEqual([]);
});
