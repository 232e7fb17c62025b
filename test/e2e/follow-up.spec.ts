import { expect, it } from '@jest/globals';
import { workbookOf } from '../../apps/server/src/follow-up/workbook.ts';
import { startApi } from '../support/api.ts';
import { done } from '../support/client.ts';
import { expectProblem } from '../support/refusing.ts';
import { sheetIn } from '../support/workbook.ts';

const api = await startApi({ present: '2026-03-02T01:00:00Z', environment: { SHENPI_SESSION_HOURS: '8760' } });
const period = 'from=2026-02-01T00:00:00Z&until=2026-04-01T00:00:00Z';
/** Days since the beginning of 1900, as spreadsheets count. */
const excelDay = (wallClock: string): number => Date.parse(`${wallClock}Z`) / 86_400_000 + 25_569;

interface Waiting {
  readonly items: readonly {
    readonly definition: { readonly key: string };
    readonly step: { readonly path: string };
    readonly total: number;
  }[];
}

async function downloaded(account: string): Promise<Response> {
  const { cookie } = await api.signIn(account);
  return fetch(`${api.url}/api/follow-up/workbook?${period}`, { headers: { cookie } });
}

it('comes as an Excel workbook: what is open, as many as the list says, with times and numbers as such', async () => {
  const reply = await downloaded('sheng');
  expect(reply.status).toBe(200);
  expect(reply.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  expect(reply.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('办理情况-2026-03-02')}.xlsx`);
  const { rows, frozen } = sheetIn(Buffer.from(await reply.arrayBuffer()), '在办');
  expect(frozen).toBe(1);
  expect(rows[0]).toEqual(expect.arrayContaining(['流程', '环节', '在办', '其中逾期', '2个工作日内', '最早到达']));
  const { items } = done(await (await api.signIn('sheng')).get<Waiting>('follow-up/waiting'));
  expect(items.length).toBeGreaterThan(1);
  expect(rows.slice(1).map(([process, , total]) => [process, total])).toEqual(items.map(({ total }) => ['证书准入', total]));
  expect(rows[1]?.at(-1)).toBeCloseTo(excelDay('2026-03-02T09:00:00'), 6);
});

it('each of its numbers leads to as many tasks', async () => {
  const province = await api.signIn('sheng');
  const { items } = done(await province.get<Waiting>('follow-up/waiting'));
  for (const { definition, step, total } of items) {
    const list = await province.get<{ items: unknown[] }>(`follow-up/open?definition=${definition.key}&step=${step.path}&age=0`);
    expect(done(list).items).toHaveLength(total);
  }
  const decided = done(await province.get<{ items: { decidedAt: string }[] }>(`follow-up/decided?${period}`)).items;
  expect(decided.length).toBeGreaterThan(1);
  expect(decided[0]?.decidedAt).toBe('2026-03-02T01:00:00.000Z');
  expect(done(await province.get<{ items: unknown[] }>(`follow-up/decided?late=true&${period}`)).items).toEqual([]);
});

it('is for those who may read every case', async () => {
  expect((await downloaded('jh-tianbao')).status).toBe(403);
  const reporter = await api.signIn('jh-tianbao');
  expectProblem(await reporter.get('follow-up/open'), { status: 403, code: 'permission.missing' });
  expectProblem(await reporter.get(`follow-up/decided?${period}`), { status: 403, code: 'permission.missing' });
});

it('keeps what people wrote a text, whatever it begins with', async () => {
  const task = {
    id: 'task',
    instance: 'case',
    title: { zh: '=HYPERLINK("http://example.com";"点我") & <其他>' },
    definition: { key: 'admission', version: 1, title: { zh: '证书准入' } },
    step: { path: 'draft', title: { zh: '填写' } },
    openedAt: '2026-03-02T01:00:00.000Z',
    dueAt: '2026-03-06T15:59:59.999Z',
    workingDaysLeft: -3,
  };
  const step = { definition: task.definition, step: task.step, decided: 3, withDue: 2, onTime: 1 };
  const archive = await workbookOf({ waiting: [], stuck: [task], onTime: [step, { ...step, withDue: 0, onTime: 0 }] });
  const [, overdue] = sheetIn(archive, '逾期').rows;
  expect(overdue?.slice(0, 3)).toEqual([task.title.zh, '证书准入', '填写']);
  expect(overdue?.[3]).toBeCloseTo(excelDay('2026-03-02T09:00:00'), 6);
  expect(overdue?.at(-1)).toBe(3);
  const [, rated, unrated] = sheetIn(archive, '按时率').rows;
  expect(rated?.slice(-4)).toEqual([3, 2, 1, 0.5]);
  // Where nothing had a due time, there is no rate.
  expect(unrated).toEqual(['证书准入', '填写', 3, 0, 0]);
});
