import { beforeAll, expect, it } from '@jest/globals';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { done } from '../support/client.ts';

describeInBrowser('how long a process takes', () => {
  let api: Api;

  beforeAll(async () => {
    api = await startApi({ present: '2026-03-30T01:00:00.000Z', environment: { SHENPI_WORKER: 'false' } });
  });

  it('is reckoned on the calendar as far as anything limits it, and says when to hand in', async () => {
    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    await visitor.goTo('/definitions/certificate-admission/duration');
    const answer = page.getByRole('region', { name: '最长多久' });
    const latest = page.getByRole('region', { name: '最迟何时提交' });
    await answer.getByText('“试点运行”没有写明期限，只能算到那里为止。').waitFor();
    await page.getByLabel('办到').click();
    await page.locator('.ant-select-item-option').getByText('教务处审核', { exact: true }).click();
    // Five working days and five more until it is escalated; the 4th to the 6th of April are Qingming.
    await answer.getByText(/^最迟 2026 年 4 月 14 日.*到“教务处审核”$/).waitFor();
    const way = answer.getByRole('table', { name: '用时最长的路线' });
    expect(await way.getByRole('rowheader').allTextContents()).toEqual(['填写准入论证表', '系党政联席会论证']);
    await page.getByLabel('须在此日之前').fill('2026-04-30');
    await latest.getByText(/^最迟须在 2026 年 4 月 16 日/).waitFor();
    await visitor.expectSound();
    await visitor.expectAccessible();
  });

  it('may be limited by the process itself, which then cannot be published while it takes longer', async () => {
    const admin = await api.signIn('admin');
    const { id } = done(await admin.post<{ id: string }>('definitions/drafts', { kind: 'version', key: 'quota-increase', version: 1 }));
    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    await visitor.goTo(`/definitions/drafts/${id}`);
    await page.getByText('办结时限', { exact: true }).click();
    await page.getByRole('checkbox', { name: '规定最长办理时间' }).check();
    await page.getByRole('spinbutton', { name: /从提交到办结不超过/ }).fill('1');
    await page.getByRole('status').filter({ hasText: '不能发布' }).waitFor();
    await page
      .getByRole('region', { name: '检查结果' })
      .getByRole('button', { name: /最长办理时间超过规定|没有期限/ })
      .waitFor();
    await page.getByRole('checkbox', { name: '规定最长办理时间' }).uncheck();
    await page.getByRole('status').filter({ hasText: '现在就可以发布' }).waitFor();
    await visitor.expectSound();
  });
});
