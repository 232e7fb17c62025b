import { beforeAll, expect, it } from '@jest/globals';
import { admissionFields, softwareTesting } from '../../config/demo/admission.ts';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';

const codes = ['X001', 'X002', 'X004'];

describeInBrowser('the queue', () => {
  let api: Api;
  let meeting: Client;

  beforeAll(async () => {
    // By the system's clock: a browser drops the cookie of a session that by its own clock is over.
    api = await startApi();
    const lead = await api.signIn('jh-xx-fuzeren');
    for (const code of codes) await submitted(lead, code);
    meeting = await api.signIn('jh-xx-lianxihui');
  });

  const waiting = async (): Promise<number> => done(await meeting.get<{ total: number }>('tasks')).total;

  it('is worked off by keyboard: down, back to the applicant with a reason, and on to the next one', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-xx-lianxihui' });
    const { page } = visitor;
    await visitor.goTo('/tasks');
    const before = await waiting();
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: '请您办理' }).waitFor();
    const chosen = page.locator('[aria-current=true]');
    const first = await chosen.innerText();
    await page.keyboard.press('b');
    await page.keyboard.type('请补充校企合作协议。');
    const confirm = page.getByRole('button', { name: /退回，送“修改准入论证表”/ });
    await confirm.waitFor();
    await page.keyboard.press('Escape');
    await confirm.press('Enter');
    await page.getByText('已办理：退回').waitFor();
    await eventually(async () => expect(await waiting()).toBe(before - 1));
    await eventually(async () => expect(await chosen.innerText()).not.toBe(first));
    await visitor.settled();
    expect(await page.getByText(`共 ${before - 1} 件`).count()).toBe(1);
    await visitor.expectSound();
  });

  it('decides many together, after saying of each what it would come to', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-xx-lianxihui' });
    const { page } = visitor;
    await visitor.goTo('/tasks');
    const before = await waiting();
    await page.getByRole('button', { name: '全选' }).click();
    await page.getByRole('button', { name: '批量办理' }).click();
    await page.getByText(`${before} 件不能办理，原因如下`).waitFor();
    await page.getByText('退回', { exact: true }).last().click();
    await page.getByText(`${before} 件可以办理`).waitFor();
    await page.getByRole('textbox', { name: '共同的意见' }).fill('材料不全，请补齐后重报。');
    await page.getByRole('button', { name: `退回 ${before} 件` }).click();
    await page.getByText(`已办理 ${before} 件`).first().waitFor();
    expect(await waiting()).toBe(0);
    await visitor.expectSound();
  });

  it('shows what comes while it is looked at, and finds a case by the first letters of its pinyin', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-xx-lianxihui' });
    const { page } = visitor;
    await visitor.goTo('/tasks');
    const before = await waiting();
    await submitted(await api.signIn('jh-xx-fuzeren'), 'X005');
    await page.getByText(`共 ${before + 1} 件`).waitFor();
    await page.getByRole('combobox', { name: /查找申请/ }).fill('zsz');
    await page.locator('.ant-select-item-option').first().click();
    await page.waitForURL(/\/cases\//);
    await visitor.settled();
    await visitor.expectSound();
  });

  it('keeps what was typed when the session ends, and goes on after signing in again', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-xx-fuzeren' });
    const { page } = visitor;
    await visitor.goTo('/tasks');
    await page.keyboard.press('j');
    const field = page.getByRole('textbox', { name: '校企合作情况' });
    await field.fill('与两家企业共建实训室。');
    await visitor.context.clearCookies();
    await page
      .getByRole('button', { name: '提交' })
      .or(page.getByRole('button', { name: '重新提交' }))
      .first()
      .click();
    await page.getByRole('dialog', { name: '登录已过期' }).waitFor();
    await page.getByRole('textbox', { name: '密码' }).fill('shenpi-demo');
    await page.getByRole('dialog').getByRole('button', { name: '登录' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await field.inputValue()).toBe('与两家企业共建实训室。');
  });
});

/** One application, as far as the department's joint meeting. */
async function submitted(lead: Client, certificate: string): Promise<void> {
  const fields = { ...admissionFields(softwareTesting), certificate };
  const { instance } = done(
    await lead.post<{ instance: string }>('instances', {
      definition: 'certificate-admission',
      organisation: lead.at('certificate-lead'),
      fields,
    }),
  );
  const { myTasks } = done(await lead.get<{ myTasks: readonly { id: string }[] }>(`instances/${instance}`));
  done(await lead.post(`tasks/${myTasks[0]?.id}/decisions`, { outcome: 'submit', formVersion: 1 }));
}
