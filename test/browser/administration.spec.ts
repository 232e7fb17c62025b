import { beforeAll, expect, it } from '@jest/globals';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { startAdmission } from '../support/office.ts';

describeInBrowser('administration', () => {
  let api: Api;

  beforeAll(async () => {
    // By the system's clock: a browser drops the cookie of a session that by its own clock is over.
    api = await startApi();
    await startAdmission(await api.signIn('jh-xx-fuzeren'), 'X001');
  });

  it('corrects a day of the calendar, which the audit log shows, by whom and on what grounds', async () => {
    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    await visitor.goTo('/system/calendar?year=2026');
    await page.getByRole('button', { name: /^2026-12-24 工作日/ }).click();
    await page.getByText('休息日', { exact: true }).last().click();
    await page.getByRole('textbox', { name: '名称，如“清明节”' }).fill('校庆日');
    await page.getByRole('textbox', { name: '依据' }).fill('皖教秘〔2026〕1号');
    await page.getByRole('button', { name: '更正这一天' }).click();
    await page.getByRole('button', { name: '2026-12-24 休息日 校庆日' }).waitFor();
    await page.getByRole('link', { name: '操作记录' }).click();
    await page.getByText('更正日历', { exact: true }).waitFor();
    await page.getByText('变更内容').click();
    await page.getByText(/皖教秘〔2026〕1号/).waitFor();
    await visitor.expectSound();
    await page.getByRole('combobox', { name: '操作', exact: true }).click();
    await page.locator('.ant-select-item-option', { hasText: '终止申请' }).click();
    await page.getByText('没有操作记录').waitFor();
    expect(page.url()).toContain('act=instance.terminate');
  });

  it('reckons every history anew', async () => {
    const visitor = await Visitor.at(api, { as: 'admin' });
    await visitor.goTo('/system/histories');
    await visitor.page.getByRole('button', { name: '验算全部' }).click();
    await visitor.page.getByText('全部完好').waitFor();
    await visitor.expectSound();
    await visitor.expectAccessible();
  });

  it('shows those without a permission that it is not theirs', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-jiaowu' });
    await visitor.goTo('/system/audit');
    await visitor.page.getByText('您的岗位看不到这里').waitFor();
    expect(await visitor.page.getByRole('link', { name: '系统' }).count()).toBe(0);
    await visitor.expectSound();
  });
});
