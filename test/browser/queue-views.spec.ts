import { beforeAll, expect, it } from '@jest/globals';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';
import { arguedAdmission } from '../support/office.ts';

interface Views {
  readonly items: readonly {
    readonly name: string;
    readonly settings: { readonly filters: object; readonly columns: readonly string[] };
  }[];
}

describeInBrowser('the queue, arranged', () => {
  let api: Api;
  let affairs: Client;
  /** Of the department of economy, and of information engineering. */
  const [others, own] = [2, 2];
  const all = others + own;

  beforeAll(async () => {
    api = await startApi();
    const [lead, meeting, other, otherMeeting] = await api.signInAll(
      'jh-xx-fuzeren',
      'jh-xx-lianxihui',
      'jh-jj-fuzeren',
      'jh-jj-lianxihui',
    );
    [affairs] = await api.signInAll('jh-jiaowu');
    for (const certificate of ['X001', 'X002']) await arguedAdmission(lead, meeting, certificate);
    await arguedAdmission(other, otherMeeting, 'X005');
  });

  it('is narrowed and searched by the server, and the address says how', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-jiaowu' });
    const { page } = visitor;
    await visitor.goTo('/tasks');
    await page.getByText(`共 ${all} 件`).waitFor();
    await page.getByRole('textbox', { name: '在待办中查找' }).fill('jzxxmx');
    await page.getByText('共 1 件').waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('jzxxmx');
    await page.getByRole('textbox', { name: '在待办中查找' }).fill('');
    await page.getByText(`共 ${all} 件`).waitFor();
    await page.getByRole('button', { name: '筛选' }).click();
    await visitor.choose('按学校或单位筛选', '信息工程系');
    await page.getByText(`共 ${own} 件`).waitFor();
    await visitor.choose('按流程筛选', '证书准入');
    await visitor.choose('按环节筛选', '系党政联席会论证');
    await page.getByText('没有符合筛选条件的事项').waitFor();
    const { searchParams } = new URL(page.url());
    expect([...searchParams.keys()].sort()).toEqual(['definition', 'organisation', 'step']);
    // Whoever is sent the address sees the same.
    await visitor.goTo(`/tasks?${searchParams.toString()}`);
    await page.getByText('没有符合筛选条件的事项').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByText(`共 ${all} 件`).waitFor();
    await visitor.expectSound();
  });

  it('is a table with the columns one chose, kept as a view that one’s post can open, rename and lose again', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-jiaowu' });
    const { page } = visitor;
    await visitor.goTo('/tasks?due=soon');
    await page.getByRole('button', { name: '列表样式' }).click();
    await page.getByText('表格', { exact: true }).click();
    await page.getByRole('checkbox', { name: '我的岗位' }).click();
    await page.getByRole('checkbox', { name: '环节', exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '视图' }).click();
    await page.getByRole('button', { name: '将当前设置存为视图' }).click();
    await page.getByRole('textbox', { name: '名称' }).fill('快到期的');
    await visitor.choose('共享', '江淮示范职业技术学院');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '快到期的' }).waitFor();
    const saved = done(await affairs.get<Views>('views?list=tasks')).items;
    expect(saved).toMatchObject([
      { name: '快到期的', settings: { filters: { due: 'soon' }, columns: ['number', 'place', 'post', 'dueAt', 'limitAt'] } },
    ]);

    const view = new URL(page.url()).searchParams.get('view');
    await visitor.goTo(`/tasks?view=${view}`);
    expect(new URL(page.url()).searchParams.get('due')).toBe('soon');
    await visitor.choose('按期限筛选', '全部期限');
    await page.getByText('已改动').waitFor();
    await page.getByText(`共 ${all} 件`).waitFor();
    expect(await page.getByRole('columnheader').allInnerTexts()).toEqual([
      '选择',
      '事项',
      '编号',
      '学校',
      '我的岗位',
      '本环节期限',
      '事项最后期限',
    ]);
    expect(await page.getByRole('row').filter({ hasText: 'Web前端开发' }).innerText()).toContain('江淮示范职业技术学院');

    await page.getByRole('button', { name: '快到期的' }).click();
    await page.getByRole('button', { name: '修改视图“快到期的”' }).click();
    await page.getByRole('textbox', { name: '名称' }).fill('全部');
    await page.getByRole('checkbox', { name: '改为当前的筛选、排序和列' }).check();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '全部', exact: true }).waitFor();
    expect(done(await affairs.get<Views>('views')).items).toMatchObject([{ name: '全部', settings: { filters: {} } }]);

    await page.getByRole('button', { name: '全部', exact: true }).click();
    await page.getByRole('button', { name: '修改视图“全部”' }).click();
    await page.getByRole('button', { name: '删除视图' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '删除视图' }).click();
    await page.getByRole('button', { name: '视图', exact: true }).waitFor();
    expect(done(await affairs.get<Views>('views')).items).toEqual([]);
    await visitor.settled();
    await visitor.expectSound();
  });

  it('as a table is walked by keyboard, and is where it was after a case was looked at', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-jiaowu' });
    const { page } = visitor;
    await visitor.goTo('/tasks?columns=number,place');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const second = page.getByRole('row').nth(2).locator('[aria-current=true]');
    await second.and(page.locator(':focus')).waitFor();
    const title = await second.innerText();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.goBack();
    await second.waitFor();
    expect(await second.innerText()).toBe(title);
    await visitor.settled();
    await visitor.expectSound();
  });
});
