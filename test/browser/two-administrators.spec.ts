import { beforeAll, expect, it } from '@jest/globals';
import type { Definition } from '#engine';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';

interface Draft {
  readonly id: string;
  readonly revision: number;
  readonly document: Definition;
}

describeInBrowser('two administrators at one draft', () => {
  let api: Api;
  let admin: Client;
  let office: Client;
  beforeAll(async () => {
    api = await startApi({ present: '2026-03-30T01:00:00.000Z', environment: { SHENPI_WORKER: 'false' } });
    [admin, office] = await api.signInAll('admin', 'sheng');
  });

  async function begun(key: string): Promise<{ path: string; address: string; kept: () => Promise<Draft> }> {
    const blank = { kind: 'blank', key, title: { zh: '外出培训审批' }, post: 'certificate-lead' };
    const { id } = done(await admin.post<Draft>('definitions/drafts', blank));
    const path = `definitions/drafts/${id}`;
    return { path, address: `/${path}`, kept: async () => done(await admin.get<Draft>(path)) };
  }

  const entitled = (document: Definition, zh: string): Definition => ({ ...document, title: { zh } });
  const titleOf = async (kept: () => Promise<Draft>): Promise<string> => (await kept()).document.title.zh;

  it('the second sees the first; an old revision is refused, with what is different; nothing of one’s own is lost', async () => {
    const { path, address, kept } = await begun('two-at-once');
    done(await office.post(`${path}/presence`));
    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    await visitor.goTo(address);
    await page.getByText(`${office.session.person.name}也打开着`).waitFor();
    await page.getByRole('treeitem', { name: '流程设置' }).click();
    const title = page.getByRole('textbox', { name: '名称（中文）' });

    const { revision, document } = await kept();
    done(await office.put(path, { revision, document: entitled(document, '对方的名称') }));
    await title.fill('我的名称');
    const parted = page.getByRole('alert').filter({ hasText: `${office.session.person.name}在您编辑期间保存了别的改动` });
    await parted.getByText('查看对方的版本到您的版本有 1 处不同').click();
    await parted.getByText('修改了流程名称').waitFor();
    expect(await titleOf(kept)).toBe('对方的名称');
    expect(await title.inputValue()).toBe('我的名称');
    await visitor.expectSound();
    await visitor.expectAccessible();

    await parted.getByRole('button', { name: '用对方的版本' }).click();
    await parted.waitFor({ state: 'detached' });
    await eventually(async () => expect(await title.inputValue()).toBe('对方的名称'));
    await page.getByRole('button', { name: '撤销' }).click();
    await eventually(async () => expect(await title.inputValue()).toBe('我的名称'));
    await eventually(async () => expect(await titleOf(kept)).toBe('我的名称'));
  });

  it('what is changed without a connection is kept, survives a reload, and is sent when it is back', async () => {
    const { address, kept } = await begun('cut-off');
    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    await visitor.goTo(address);
    await page.getByRole('treeitem', { name: '流程设置' }).click();
    const title = page.getByRole('textbox', { name: '名称（中文）' });
    await page.route(/\/api\/definitions\/drafts\/[^/]+$/, (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await title.fill('断网时的名称');
    await page.getByText('连接中断，改动保存在本机，恢复后自动上传').waitFor();
    expect(await titleOf(kept)).toBe('外出培训审批');

    await page.unrouteAll();
    await visitor.goTo(address);
    await page.getByText('已恢复本机没有上传的改动。').waitFor();
    await page.getByRole('treeitem', { name: '流程设置' }).click();
    expect(await title.inputValue()).toBe('断网时的名称');
    await eventually(async () => expect(await titleOf(kept)).toBe('断网时的名称'));
  });

  it('comments stand at their place beside the saving of the document; they are dealt with, and what is refused is said', async () => {
    const { path, address, kept } = await begun('commented');
    done(await office.post(`${path}/comments`, { pointer: '/machine/states/draft', text: '期限是否过短？' }));
    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    await visitor.goTo(address);
    const canvas = page.getByRole('region', { name: /^流程画布/ });
    const panel = page.getByRole('region', { name: '批注' });
    await canvas.locator('[data-path="draft"]').filter({ hasText: '此处有 1 条批注' }).click();
    await page.getByRole('treeitem').filter({ hasText: '此处有 1 条批注' }).waitFor();
    await page.getByText('批注（1）').click();
    const thread = panel.getByRole('list', { name: '此处的批注' });
    await thread.getByText('期限是否过短？').waitFor();
    await thread.getByText(office.session.person.name).waitFor();

    const { revision } = await kept();
    await panel.getByRole('textbox').fill('已改为五个工作日');
    await panel.getByRole('button', { name: '发布批注' }).click();
    await thread.getByText('已改为五个工作日').waitFor();
    await thread.getByRole('listitem').filter({ hasText: '期限是否过短？' }).getByRole('button', { name: '处理完毕' }).click();
    await thread.getByText('期限是否过短？').waitFor({ state: 'detached' });
    await panel.getByText('显示处理完毕的（1）').click();
    await thread.getByText(`${admin.session.person.name}处理完毕`).waitFor();
    expect((await kept()).revision).toBe(revision);
    await visitor.expectSound();
    await visitor.expectAccessible();

    done(await admin.send('DELETE', path, { headers: { 'if-match': String(revision) } }));
    await panel.getByRole('textbox').fill('还有一点');
    await panel.getByRole('button', { name: '发布批注' }).click();
    await panel.getByRole('alert').waitFor();
    expect(await panel.getByRole('textbox').inputValue()).toBe('还有一点');
  });
});
