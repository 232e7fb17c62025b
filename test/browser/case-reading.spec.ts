import { beforeAll, expect, it } from '@jest/globals';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';
import { decide, decided, pdf } from '../support/office.ts';
import { requested, supplementing } from '../support/supplementing.ts';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describeInBrowser('a case, read', () => {
  let api: Api;
  let lead: Client;
  let affairs: Client;

  beforeAll(async () => {
    api = await startApi();
    const [admin] = await api.signInAll('admin');
    [lead, affairs] = await api.signInAll('jh-xx-fuzeren', 'jh-jiaowu');
    done(await admin.post('definitions', { document: supplementing }));
  });

  /** Handed in again, after it was sent back, with a file as evidence. */
  async function again(name: string, content: string | Buffer<ArrayBuffer>): Promise<string> {
    const instance = await requested(lead);
    await decided(affairs, instance, { outcome: 'return', comment: '请补佐证材料。' });
    const evidence = done(await lead.upload(name, content)).id;
    done(await decide(lead, instance, { outcome: 'submit', fields: { amount: 5, evidence } }));
    return instance;
  }

  const visit = async (as: string, instance: string): Promise<Visitor> => {
    const visitor = await Visitor.at(api, { as });
    await visitor.goTo(`/cases/${instance}`);
    return visitor;
  };

  it('shows a picture where it stands, by its name to whoever does not see it, and folds it away', async () => {
    const { page, whole } = await opened(await again('现场照片.png', png));
    const picture = page.getByRole('img', { name: '现场照片.png' });
    await picture.waitFor();
    await page.waitForFunction(`document.querySelector('img[alt="现场照片.png"]').naturalWidth === 1`);
    await page.getByRole('button', { name: '收起：现场照片.png' }).press('Enter');
    await picture.waitFor({ state: 'detached' });
    const fetched = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载：现场照片.png' }).click();
    expect((await fetched).suggestedFilename()).toBe('现场照片.png');
    await whole.expectSound();
    await whole.expectAccessible();
  });

  it('shows a PDF in the browser’s own reader, in the page and over it; of anything else only the name', async () => {
    const { page } = await opened(await again('佐证.pdf', pdf));
    await page.getByRole('button', { name: '查看：佐证.pdf' }).press('Enter');
    const frame = page.locator('iframe[title="佐证.pdf"]');
    await frame.waitFor();
    expect(await frame.getAttribute('src')).toMatch(/^blob:/);
    await page.getByRole('button', { name: '收起：佐证.pdf' }).press('Enter');
    await frame.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '佐证.pdf', exact: true }).press('Enter');
    await page.getByRole('dialog', { name: '佐证.pdf' }).locator('iframe').waitFor();
    // The browser's reader takes the keys while it is in it.
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const other = await opened(await again('说明.txt', '材料说明'));
    await other.page.getByRole('link', { name: '下载：说明.txt' }).waitFor();
    expect(await other.page.getByRole('button', { name: '查看：说明.txt' }).count()).toBe(0);
  });

  it('marks what is different since it was sent back, and says in the timeline who did what, and what they changed', async () => {
    const { page, whole } = await opened(await again('佐证.pdf', pdf));
    const amount = page.locator('dl > div', { hasText: '数量' }).first();
    expect(await amount.innerText()).toMatch(/本次有改动[^]*5[^]*原为：[^]*3/);
    const timeline = page.getByRole('region', { name: '办理过程' });
    const lines = timeline.getByRole('listitem');
    const said = (await lines.allInnerTexts()).join('\n');
    expect(said).toMatch(/江淮示范职业技术学院教务处/);
    expect(said).toContain('请补佐证材料。');
    await timeline.getByRole('button', { name: '表单第 2 稿：查看改动' }).first().press('Enter');
    const changes = timeline.locator('dl');
    await changes.getByText('数量').waitFor();
    expect(await changes.innerText()).toMatch(/数量\s+原为\s*3\s+改为\s*5/);
    await whole.expectSound();
    await whole.expectAccessible();
  });

  it('tells apart in the timeline what the system did by itself, in words and not by colour alone', async () => {
    const instance = await requested(lead);
    done(await lead.post(`instances/${instance}/comments`, { comment: '请尽快。' }));
    const visitor = await visit('jh-jiaowu', instance);
    const lines = visitor.page.getByRole('region', { name: '办理过程' }).getByRole('listitem');
    const [remark] = await lines.allInnerTexts();
    expect(remark).toMatch(/信息工程系[^]*留言[^]*请尽快。/);
    expect(remark).not.toContain('自动');
    const read = done(await affairs.get<{ lines: readonly { by?: object }[] }>(`instances/${instance}/history`)).lines;
    expect(await lines.getByText('自动', { exact: true }).count()).toBe(read.filter(({ by }) => by === undefined).length);
  });

  async function opened(instance: string) {
    const whole = await visit('jh-jiaowu', instance);
    return { page: whole.page, whole };
  }
});
