import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, sizes, Visitor } from '../support/browser.ts';
import { done } from '../support/client.ts';
import { stuckProcess } from '../support/stuck-process.ts';

describeInBrowser('a counter-example', () => {
  let api: Api;
  let address = '';
  beforeAll(async () => {
    api = await startApi({ present: '2026-03-30T01:00:00.000Z', environment: { SHENPI_WORKER: 'false' } });
    const admin = await api.signIn('admin');
    const { id } = done(await admin.post<{ id: string }>('definitions/drafts', { kind: 'document', document: stuckProcess }));
    address = `/definitions/drafts/${id}`;
  });

  const marked = (page: Page, where: string) =>
    page
      .getByRole('region', { name: /^流程画布/ })
      .locator('[data-path]')
      .filter({ hasText: where });

  it('plays on the canvas and in the outline, by keyboard and by mouse, to where the case is stuck', async () => {
    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    await visitor.goTo(address);
    const play = page.getByRole('button', { name: /^播放反例：.*永远/ });
    await play.click();
    const player = page.getByRole('region', { name: '反例' });
    const current = player.locator('[aria-current="step"]');
    await current.filter({ hasText: '发起申请' }).waitFor();
    await marked(page, '在此').filter({ hasText: '填写申请' }).waitFor();

    await page.keyboard.press('ArrowRight');
    await current.filter({ hasText: '“填写申请”：提交' }).waitFor();
    expect(await marked(page, '在此').count()).toBe(2);
    await page.keyboard.press('End');
    await current.filter({ hasText: '停在：已答复、搁置' }).waitFor();
    await marked(page, '卡在此处').filter({ hasText: '搁置' }).waitFor();
    await page.getByRole('treeitem').filter({ hasText: '卡在此处' }).filter({ hasText: '搁置' }).waitFor();
    await player
      .getByRole('status')
      .filter({ hasText: /问题出在这里：.*搁置/ })
      .waitFor();
    await visitor.expectSound();
    await visitor.expectAccessible();

    await player.getByRole('button', { name: '上一步' }).click();
    expect(await marked(page, '卡在此处').count()).toBe(0);
    await page.keyboard.press('Escape');
    await player.waitFor({ state: 'detached' });
    expect(await play.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
  });

  it('goes on by itself for whoever has nothing against motion', async () => {
    const visitor = await Visitor.at(api, { as: 'admin', size: 'phone' });
    const { page } = visitor;
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await visitor.goTo(address);
    await page.getByText('问题', { exact: true }).click();
    const play = page.getByRole('button', { name: /^播放反例：/ }).first();
    await play.waitFor();
    await page.clock.install();
    await play.click();
    const player = page.getByRole('region', { name: '反例' });
    await player.getByRole('button', { name: '暂停' }).waitFor();
    await page.clock.runFor(30_000);
    await player.getByRole('status').filter({ hasText: '问题出在这里' }).waitFor();
    await player.getByRole('button', { name: '播放', exact: true }).waitFor();
    await visitor.expectSound();
    await page.setViewportSize(sizes.desk);
    await marked(page, '卡在此处').filter({ hasText: '搁置' }).waitFor();
    await player.getByRole('status').filter({ hasText: '问题出在这里' }).waitFor();
  });
});
