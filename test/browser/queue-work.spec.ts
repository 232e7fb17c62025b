import { beforeAll, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { argumentFields } from '../../config/demo/admission.ts';
import { demoPassword } from '../../config/demo/organisations.ts';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';
import { decided, minutes, submittedAdmission, taskOf, viewOf } from '../support/office.ts';

const many = 40;
const unready = 3;
/** Certificates that can be applied for. */
const codes = Array.from({ length: 60 }, (_, place) => `X${String(place + 1).padStart(3, '0')}`);

describeInBrowser('the queue, worked off', () => {
  let api: Api;
  let lead: Client;
  let meeting: Client;
  const applied: string[] = [];

  beforeAll(async () => {
    api = await startApi();
    [lead, meeting] = await api.signInAll('jh-xx-fuzeren', 'jh-xx-lianxihui');
    for (const code of codes) {
      if (applied.length < many)
        applied.push(
          ...(await submittedAdmission(lead, code).then(
            (instance) => [instance],
            () => [],
          )),
        );
    }
    // The meeting has argued all but three of them.
    await Promise.all(applied.slice(unready).map(argued));
  });

  async function argued(instance: string): Promise<void> {
    const view = await viewOf(meeting, instance);
    const fields = argumentFields(await minutes(meeting, '系党政联席会纪要'));
    done(await meeting.patch(`tasks/${taskOf(view)}/form`, { formVersion: view.form.version, fields }));
  }

  const waiting = async (): Promise<number> => done(await meeting.get<{ total: number }>('tasks')).total;

  it('forty at once: three are left out with the reason, thirty-seven are decided, and all of it is taken back', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-xx-lianxihui' });
    const { page } = visitor;
    await visitor.goTo('/tasks');
    const before = await waiting();
    for (const instance of applied)
      await page
        .locator('li', { has: page.locator(`a[href*="${instance}"]`) })
        .getByRole('checkbox')
        .check();
    await page.getByText(`已选 ${many} 件`).waitFor();
    await page.getByRole('button', { name: '批量办理' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(`${many - unready} 件可以办理`).waitFor();
    await dialog.getByText(`${unready} 件不能办理，原因如下`).waitFor();
    const reasons = await dialog.getByRole('listitem').allInnerTexts();
    expect(reasons).toHaveLength(unready);
    for (const reason of reasons) expect(reason).toMatch(/准入.*\n+.+。$/);
    await dialog.getByRole('textbox', { name: '共同的意见' }).fill('同意论证结论。');
    await dialog.getByRole('button', { name: `同意 ${many - unready} 件` }).click();
    await dialog
      .getByText(`已办理 ${many - unready} 件`)
      .first()
      .waitFor();
    expect(await waiting()).toBe(before - many + unready);
    expect(await dialog.getByRole('listitem').count()).toBe(unready);
    expect((await viewOf(meeting, applied[many - 1] ?? '')).states).toMatchObject([{ path: 'academicAudit' }]);

    await dialog.getByRole('button', { name: '撤销这批办理' }).click();
    await dialog.getByText('已撤销').waitFor();
    expect(await waiting()).toBe(before);
    await dialog.getByRole('button', { name: '关闭', exact: true }).last().click();
    await page.getByText(`共 ${before} 件`).waitFor();
    await visitor.settled();
    await visitor.expectSound();
  });

  it('by keyboard alone: signed in, two decided one after the other, signed out', async () => {
    const [affairs] = await api.signInAll('jh-jiaowu');
    for (const instance of applied.slice(-2)) await decided(meeting, instance, { outcome: 'approve' });
    const { total } = done(await affairs.get<{ total: number }>('tasks'));
    const visitor = await Visitor.at(api);
    const { page } = visitor;
    const { keyboard } = page;
    await visitor.goTo('/tasks');
    await keyboard.type('jh-jiaowu');
    await keyboard.press('Tab');
    await keyboard.type(demoPassword);
    await keyboard.press('Enter');
    await page.getByRole('link', { name: '待办' }).waitFor();
    await page.getByText(`共 ${total} 件`).waitFor();
    const chosen = page.locator('[aria-current=true]');
    await keyboard.press('j');
    const titles: string[] = [];
    while (titles.length < 2) {
      const title = await chosen.innerText();
      await page.getByRole('heading', { level: 2, name: title }).waitFor();
      await page.getByRole('button', { name: '同意', exact: true }).waitFor();
      await keyboard.press('a');
      await keyboard.type('材料齐全，同意。');
      const confirm = page.getByRole('button', { name: /^同意，送/ });
      await confirm.and(page.locator(':enabled')).waitFor();
      await tabTo(visitor, confirm);
      await keyboard.press('Enter');
      await page.locator('main a', { hasText: title }).waitFor({ state: 'detached' });
      titles.push(title);
      // The next one stands where it stood.
      await page.getByText(`共 ${total - titles.length} 件`).waitFor();
      await chosen.waitFor();
    }
    await tabTo(visitor, page.getByRole('button', { name: /我的账户/ }));
    await keyboard.press('Enter');
    await tabTo(visitor, page.getByRole('button', { name: '退出登录' }));
    await keyboard.press('Enter');
    await page.getByRole('textbox', { name: '密码' }).waitFor();
    const { items } = done(await affairs.get<{ items: readonly { title: { zh: string }; outcome: string }[] }>('tasks/decided'));
    expect(items.map(({ title: { zh }, outcome }) => [zh, outcome]).reverse()).toEqual(titles.map((title) => [title, 'approve']));
    expect(visitor.complaints).toEqual([]);
  });
});

/** Goes there with the tab key; whatever cannot be reached by it within a hundred is not reached at all. */
async function tabTo({ page }: Visitor, target: Locator): Promise<void> {
  const passed: unknown[] = [];
  while (passed.length < 100) {
    await page.keyboard.press('Tab');
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
    passed.push(await page.evaluate('document.activeElement.textContent || document.activeElement.ariaLabel'));
  }
  throw new Error(`this cannot be reached with the tab key, only ${passed.join(' | ')}`);
}
