import { expect, it } from '@jest/globals';
import type { Definition } from '#engine';
import { startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';
import { draft, final, one, post, processOf, step } from '../support/definitions.ts';

const key = 'small-procurement';

/** 论证 by the joint meeting, then 审核 by academic affairs. */
const procurement = (states: NonNullable<Definition['machine']['states']>): Definition =>
  processOf(
    { initial: 'draft', states: { draft: draft('review'), approved: final, ...states } },
    { key, title: { zh: '小额采购' }, subject: 'department', start: { posts: ['certificate-lead'] } },
  );
const review = {
  meta: step(post('joint-meeting', 'department'), one('approve'), { title: { zh: '系部论证' }, due: 'P5D' }),
  on: { approve: 'affairs' },
};
const affairs = { meta: step(post('academic-affairs'), one('approve'), { title: { zh: '教务审核' } }), on: { approve: 'approved' } };
const asking = { meta: { title: { zh: '询价' }, call: { to: 'registry', body: {} } }, on: { callDone: 'affairs', callFailed: 'affairs' } };
const first = procurement({ draft: draft('review'), review: { ...review, on: { approve: 'asking' } }, asking, affairs });
/** 系部论证 is called 系部初审 in the machine, and nobody is asked for a price. */
const second = procurement({ draft: draft('initial'), initial: { ...review, on: { approve: 'affairs' } }, affairs });

describeInBrowser('running cases of a changed process', () => {
  it('go onto the new version, where one needs a choice and one must stay, and come back while untouched', async () => {
    const api = await startApi({ environment: { SHENPI_WORKER: 'false' } });
    const [admin, lead, joint] = await api.signInAll('admin', 'jh-xx-fuzeren', 'jh-xx-lianxihui');
    const [, standing, waiting] = await begun({ admin, lead, joint });
    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    await visitor.goTo(`/definitions/${key}/migration`);
    await page.getByRole('heading', { name: '迁移在办申请 · 小额采购' }).waitFor();

    const card = (number: string) => page.locator(`li[data-case="${number}"]`);
    expect(await card(waiting).textContent()).toContain('保留原版本');
    expect(await card(waiting).textContent()).toContain('请等其结束后再迁移');
    expect(await card(standing).textContent()).toContain('“系部论证”在新版本中换了标识或位置');
    await page.getByRole('button', { name: '确认对应关系' }).click();
    await page.getByText('已确认').waitFor();
    await card(standing).getByText('已选定').waitFor();
    await card(standing).getByRole('button', { name: '迁移前后' }).click();
    await card(standing).getByRole('region', { name: '迁移后' }).waitFor();
    await visitor.expectSound();

    await page.getByRole('textbox', { name: '说明迁移原因，写入每件申请的办理过程' }).fill('新版施行');
    await page.getByRole('button', { name: /^迁移 \d+ 件$/ }).click();
    await page.getByText('已迁移 2 件').waitFor();
    await page.getByRole('textbox', { name: '说明撤销原因' }).fill('先不迁移');
    await card(standing).getByRole('link').click();
    await page.getByText('从第 1 版迁移到第 2 版').waitFor();
    await page.goBack();
    await page.getByRole('textbox', { name: '说明撤销原因' }).fill('先不迁移');
    await page.getByRole('button', { name: '撤销全部 2 件' }).click();
    await page.getByText('已撤销 2 件').waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});

interface People {
  readonly admin: Client;
  readonly lead: Client;
  readonly joint: Client;
}

/** Three cases on the first version, when the second is published: in the draft, at the joint meeting, and waiting for a price. @returns their numbers */
async function begun({ admin, lead, joint }: People): Promise<[string, string, string]> {
  done(await admin.post('definitions', { document: first, note: '第一版' }));
  const organisation = lead.at('certificate-lead');
  const begin = async (): Promise<string> =>
    done(await lead.post<{ instance: string }>('instances', { definition: key, organisation, fields: { amount: 1 } })).instance;
  const cases = [await begin(), await begin(), await begin()] as const;
  for (const instance of cases.slice(1)) await decide(lead, instance, 'submit');
  await decide(joint, cases[2], 'approve');
  done(await admin.post('definitions', { document: second, note: '第二版' }));
  const numbers = await Promise.all(cases.map(async (id) => done(await admin.get<{ number: string }>(`instances/${id}`)).number));
  return numbers as [string, string, string];
}

async function decide(person: Client, instance: string, outcome: string): Promise<void> {
  const { myTasks, form } = done(
    await person.get<{ myTasks: readonly { id: string }[]; form: { version: number } }>(`instances/${instance}`),
  );
  done(await person.post(`tasks/${myTasks[0]?.id}/decisions`, { outcome, formVersion: form.version }));
}
