import { expect, it } from '@jest/globals';
import type { Absence } from '#directory';
import { startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { done } from '../support/client.ts';

describeInBrowser('an absence', () => {
  it('is set with a deputy, changed, and ended early', async () => {
    const api = await startApi({ present: '2026-03-30T01:00:00.000Z' });
    const deputy = await api.signIn('jh-xiaozhang');
    const represented = async () => done(await deputy.get<{ representing: readonly Absence[] }>('me/absences')).representing;
    const visitor = await Visitor.at(api, { as: 'jh-jiaowu' });
    const { page } = visitor;
    await visitor.goTo('/');
    await page.getByRole('button', { name: /^我的账户/ }).click();
    await page.getByRole('link', { name: '外出设置' }).click();
    await page.getByRole('button', { name: '设置外出' }).click();
    await visitor.find(page.getByRole('combobox', { name: '代理人' }), '校长办公会', '江淮校长办公会秘书');
    await page.getByLabel('最后一天').fill('2026-04-03');
    await page.getByRole('textbox', { name: '事由' }).fill('外出培训');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('2026 年 3 月 30 日 至 2026 年 4 月 3 日').waitFor();
    expect(await represented()).toMatchObject([{ firstDay: '2026-03-30', lastDay: '2026-04-03', reason: '外出培训' }]);

    await page.getByRole('button', { name: '更改' }).click();
    await page.getByLabel('最后一天').fill('2026-04-02');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('2026 年 3 月 30 日 至 2026 年 4 月 2 日').waitFor();
    await visitor.expectSound();
    await page.getByRole('button', { name: '取消或提前返回' }).click();
    await page.getByRole('button', { name: '取消或提前返回' }).last().click();
    await page.getByText('没有外出安排').waitFor();
    expect(await represented()).toEqual([]);
    await visitor.settled();
    await visitor.expectSound();
  });
});
