import { beforeAll, expect, it } from '@jest/globals';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';
import { decided, submittedAdmission } from '../support/office.ts';
import { type Wire, wireTo } from '../support/wire.ts';

describeInBrowser('the event stream', () => {
  let api: Api;
  let wire: Wire;
  let [lead, meeting]: Client[] = [];

  beforeAll(async () => {
    api = await startApi();
    wire = await wireTo(api.url);
    [lead, meeting] = await api.signInAll('jh-xx-fuzeren', 'jh-xx-lianxihui');
  });

  it('is cut and says so quietly; what happened meanwhile is there once it is back, without a reload', async () => {
    const kept = await submittedAdmission(lead as Client, 'X001');
    const gone = await submittedAdmission(lead as Client, 'X002');
    const visitor = await Visitor.at({ ...api, url: wire.url }, { as: 'jh-xx-lianxihui' });
    const { page } = visitor;
    await visitor.goTo('/tasks');
    const before = done(await (meeting as Client).get<{ total: number }>('tasks')).total;
    await page.getByText(`共 ${before} 件`).waitFor();
    await page.evaluate('globalThis.isSamePage = true');

    await wire.cut();
    const notice = page.getByText('与服务器的连接中断，正在重新连接');
    await notice.waitFor();
    // What was there stays, and can be read.
    expect(await page.locator(`a[href*="${kept}"]`).count()).toBe(1);
    await decided(meeting as Client, gone, { outcome: 'return', comment: '请补充材料。' });
    const come = [await submittedAdmission(lead as Client, 'X004'), await submittedAdmission(lead as Client, 'X005')];
    expect(await page.locator(`a[href*="${gone}"]`).count()).toBe(1);

    await wire.mend();
    await notice.waitFor({ state: 'detached' });
    await page.getByText(`共 ${before + 1} 件`).waitFor();
    for (const instance of [kept, ...come]) await page.locator(`a[href*="${instance}"]`).waitFor();
    await page.locator(`a[href*="${gone}"]`).waitFor({ state: 'detached' });

    // It is not only caught up: what comes now comes by the stream again.
    const next = await submittedAdmission(lead as Client, 'X006');
    await page.locator(`a[href*="${next}"]`).waitFor();
    expect(await page.evaluate('globalThis.isSamePage')).toBe(true);
    await visitor.settled();
    await visitor.expectSound();
  });
});
