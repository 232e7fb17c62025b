import { beforeAll, expect, it } from '@jest/globals';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { arguedAdmission } from '../support/office.ts';

interface Listed {
  readonly items: readonly { readonly title: { readonly zh: string } }[];
  readonly total: number;
}

const codes = ['X001', 'X002', 'X004', 'X005', 'X006'];

describeInBrowser('the lists beside what waits', () => {
  let api: Api;
  let affairs: Client;

  beforeAll(async () => {
    api = await startApi();
    const [lead, meeting, leader, admin] = await api.signInAll('jh-xx-fuzeren', 'jh-xx-lianxihui', 'jh-lingdao', 'admin');
    [affairs] = await api.signInAll('jh-jiaowu');
    for (const certificate of codes) {
      const instance = await arguedAdmission(lead, meeting, certificate);
      done(await lead.post(`instances/${instance}/copies`, { to: [{ person: leader.session.person.id }] }));
    }
    // Who checks for academic affairs checks for the party committee as well.
    const organisation = affairs.at('academic-affairs');
    done(
      await admin.post(`directory/people/${affairs.session.person.id}/posts`, {
        post: 'party-committee',
        organisation,
        from: '2021-01-01',
      }),
    );
  });

  const longOf = async (client: Client, path: string): Promise<number> => done(await client.get<Listed>(path)).total;

  it('are searched, narrowed and counted, each as long as it says, and the address says how', async () => {
    for (const { as, list, path } of [
      { as: 'jh-xx-lianxihui', list: 'decided', path: 'tasks/decided' },
      { as: 'jh-xx-fuzeren', list: 'started', path: 'instances' },
      { as: 'jh-lingdao', list: 'copied', path: 'instances/copied' },
    ]) {
      const client = await api.signIn(as);
      const { items, total } = done(await client.get<Listed>(`${path}?limit=100`));
      expect(items).toHaveLength(total);
      const visitor = await Visitor.at(api, { as });
      const { page } = visitor;
      await visitor.goTo(`/tasks?list=${list}`);
      await page.getByText(`共 ${total} 件`).waitFor();
      expect(await page.getByRole('main').getByRole('list').last().getByRole('listitem').count()).toBe(total);
      expect(total).toBeGreaterThan(1);
      await eventually(async () => expect(await longOf(client, `${path}?query=qdkf`)).toBe(1));
      await page.getByRole('textbox', { name: /^在.+中查找$/ }).fill('qdkf');
      await page.getByText('共 1 件').waitFor();
      expect(new URL(page.url()).searchParams.get('q')).toBe('qdkf');
      await page.getByRole('textbox', { name: /^在.+中查找$/ }).fill('');
      await page.getByText(`共 ${total} 件`).waitFor();
      await page.getByRole('button', { name: '筛选' }).click();
      await page.getByRole('combobox', { name: '按流程筛选' }).click();
      await page.locator('.ant-select-item-option').filter({ hasNotText: '准入' }).first().click();
      await page.getByText('没有符合筛选条件的事项').waitFor();
      await visitor.expectSound();
    }
  });

  it('are tables with columns of their own, kept as views, and walked by keyboard', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-xx-fuzeren' });
    const { page } = visitor;
    await visitor.goTo('/tasks?list=started');
    await page.getByRole('button', { name: '列表样式' }).click();
    await page.getByText('表格', { exact: true }).click();
    await page.getByRole('checkbox', { name: '流程', exact: true }).click();
    await page.keyboard.press('Escape');
    const heads = ['事项', '编号', '现在所在', '发起', '最近变动'];
    const shown = () => page.getByRole('columnheader').allInnerTexts();
    await eventually(async () => expect(await shown()).toEqual(heads));
    await page.getByRole('button', { name: '视图' }).click();
    await page.getByRole('button', { name: '将当前设置存为视图' }).click();
    await page.getByRole('textbox', { name: '名称' }).fill('我的进度');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '我的进度' }).waitFor();
    const view = new URL(page.url()).searchParams.get('view');
    await visitor.goTo(`/tasks?view=${view}`);
    expect(await shown()).toEqual(heads);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const second = page.getByRole('row').nth(2).locator('[aria-current=true]');
    await second.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cases\//);
    await visitor.settled();
    await page.goBack();
    await second.waitFor();
    await visitor.settled();
    await visitor.expectSound();
  });

  it('on a phone are where they were, when somebody comes back from a case', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-xx-fuzeren', size: 'smallest' });
    const { page } = visitor;
    await page.setViewportSize({ width: 360, height: 400 });
    await visitor.goTo('/tasks?list=started');
    await page.getByRole('main').getByRole('listitem').last().scrollIntoViewIfNeeded();
    const before = await page.evaluate('scrollY');
    expect(before).toBeGreaterThan(0);
    await page.getByRole('main').getByRole('listitem').last().getByRole('link').click();
    await page.waitForURL(/\/cases\//);
    await visitor.settled();
    await page.goBack();
    await page.waitForURL(/list=started/);
    await page.waitForFunction(`Math.abs(scrollY - ${String(before)}) < 2`);
    await visitor.expectSound();
  });

  it('whoever holds two posts looks through one of them, which is remembered, and in the address', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-jiaowu' });
    const { page } = visitor;
    const all = await longOf(affairs, 'tasks');
    await visitor.goTo('/');
    const main = page.getByRole('main');
    await main.getByRole('link', { name: `${all} 待办` }).waitFor();
    await visitor.choose('以哪个岗位查看待办', '党委会');
    await main.getByRole('link', { name: '0 待办' }).waitFor();
    expect(new URL(page.url()).searchParams.get('through')).toMatch(/^party-committee@/);
    await page.getByRole('navigation').getByRole('link', { name: '待办' }).click();
    await page.getByText('没有符合筛选条件的事项').waitFor();
    expect(new URL(page.url()).searchParams.get('through')).toMatch(/^party-committee@/);
    // As it was left, after the browser was closed.
    await visitor.goTo('/');
    await main.getByRole('link', { name: '0 待办' }).waitFor();
    await visitor.choose('以哪个岗位查看待办', '教务处');
    await main.getByRole('link', { name: `${all} 待办` }).waitFor();
    await visitor.choose('以哪个岗位查看待办', '全部岗位');
    await page.waitForURL((url) => !url.searchParams.has('through'));
    await visitor.settled();
    await visitor.expectSound();
    await visitor.expectAccessible();
  });
});
