import { beforeAll, expect, it } from '@jest/globals';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { decided, submittedAdmission } from '../support/office.ts';

const typed = '实训条件已现场查看，建议补充企业导师名单。';

describeInBrowser('two approvers at once', () => {
  let api: Api;
  let instance: string;

  beforeAll(async () => {
    api = await startApi();
    instance = await submittedAdmission(await api.signIn('jh-xx-fuzeren'), 'X001');
  });

  it('the slower one is told who was faster, sees where the case stands, and keeps what was typed', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-xx-lianxihui' });
    const { page } = visitor;
    await visitor.goTo(`/cases/${instance}`);
    await page.getByRole('button', { name: '不同意', exact: true }).click();
    await page.getByRole('textbox', { name: '意见（必填）' }).fill(typed);
    const confirm = page.getByRole('button', { name: /不同意（/ });
    await confirm.waitFor();
    // By another window of the same office, before this one hears of it.
    await page.route('**/api/instances/**', (route) => route.abort());
    await decided(await api.signIn('jh-xx-lianxihui'), instance, { outcome: 'return', comment: '请补充校企合作协议。' });
    await page.unroute('**/api/instances/**');
    await confirm.click();
    await page.getByText('系党政联席会秘书先一步办理了（退回），您的意见没有提交').waitFor();
    await page.getByText('现在：修改准入论证表').waitFor();
    await page.getByText(typed).waitFor();
    expect(await page.getByRole('button', { name: '不同意', exact: true }).count()).toBe(0);
    await visitor.settled();
    await visitor.expectSound();
    await visitor.expectAccessible();
    await page.reload();
    await page.getByText(typed).waitFor();
    await page.getByRole('button', { name: '不再需要' }).click();
    await page.getByText(typed).waitFor({ state: 'detached' });
  });
});
