import { expect, it } from '@jest/globals';
import { startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { submittedAdmission } from '../support/office.ts';

describeInBrowser('notices', () => {
  it('are read one by one or all at once, and the unread can be looked at alone', async () => {
    const api = await startApi();
    const [lead, meeting] = await api.signInAll('jh-xx-fuzeren', 'jh-xx-lianxihui');
    for (const code of ['X001', 'X006']) await submittedAdmission(lead, code);
    const unread = async (): Promise<number> => done(await meeting.get<{ unread: number }>('notices')).unread;
    const visitor = await Visitor.at(api, { as: 'jh-xx-lianxihui' });
    const { page } = visitor;
    const before = await eventually(async () => {
      const count = await unread();
      expect(count).toBeGreaterThan(1);
      return count;
    });

    await visitor.goTo('/');
    await page.getByRole('button', { name: `通知，${before} 条未读` }).click();
    await page.getByRole('link', { name: '全部通知' }).click();
    await page.getByText(`未读 ${before}`).click();
    await page.getByRole('main').getByRole('region', { name: '通知' }).getByRole('link').first().click();
    await page.waitForURL(/\/cases\//);
    await eventually(async () => expect(await unread()).toBe(before - 1));

    await visitor.goTo('/notices?show=unread');
    await page.getByRole('button', { name: '全部标为已读' }).click();
    await page.getByText('没有未读通知').waitFor();
    expect(await unread()).toBe(0);
    await visitor.expectSound();
  });
});
