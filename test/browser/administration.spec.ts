import { beforeAll, expect, it } from '@jest/globals';
import { dayOf } from '../../apps/console/src/time/zone.ts';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { Client, done } from '../support/client.ts';
import { startAdmission } from '../support/office.ts';

describeInBrowser('administration', () => {
  let api: Api;

  beforeAll(async () => {
    // By the system's clock: a browser drops the cookie of a session that by its own clock is over.
    api = await startApi();
    await startAdmission(await api.signIn('jh-xx-fuzeren'), 'X001');
  });

  it('corrects a day of the calendar, which the audit log shows, by whom and on what grounds', async () => {
    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    await visitor.goTo('/system/calendar?year=2026');
    await page.getByRole('button', { name: /^2026-12-24 工作日/ }).click();
    await page.getByText('休息日', { exact: true }).last().click();
    await page.getByRole('textbox', { name: '名称，如“清明节”' }).fill('校庆日');
    await page.getByRole('textbox', { name: '依据' }).fill('皖教秘〔2026〕1号');
    await page.getByRole('button', { name: '更正这一天' }).click();
    await page.getByRole('button', { name: '2026-12-24 休息日 校庆日' }).waitFor();
    await page.getByRole('link', { name: '操作记录' }).click();
    await page.getByText('更正日历', { exact: true }).waitFor();
    await page.getByText('变更内容').click();
    await page.getByText(/皖教秘〔2026〕1号/).waitFor();
    await visitor.expectSound();
    await page.getByRole('combobox', { name: '操作', exact: true }).click();
    await page.locator('.ant-select-item-option', { hasText: '终止申请' }).click();
    await page.getByText('没有操作记录').waitFor();
    expect(page.url()).toContain('act=instance.terminate');
  });

  it('enters next year’s windows by its notice, and imports its holidays from the text of theirs', async () => {
    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    const { present } = done(await (await api.signIn('admin')).get<{ present: string }>('session'));
    const next = Number(dayOf(Date.parse(present)).slice(0, 4)) + 1;
    const fill = (name: string, value: string) => page.getByRole('dialog').getByRole('textbox', { name }).fill(value);
    await visitor.goTo(`/system/rules?year=${next}`);
    await page.getByText('暂按往年').first().waitFor();
    await page.getByRole('button', { name: '录入窗口' }).click();
    await fill('通知文号', '皖教秘职成〔2027〕9号');
    await page.getByLabel('秋季 · 学校申报，截止').fill(`${next}-09-29`);
    await page.getByRole('button', { name: '保存' }).click();
    // The cities would close before their schools.
    await page
      .getByRole('alert')
      .getByText(/不能早于前一级/)
      .waitFor();
    await page.getByLabel('秋季 · 学校申报，截止').fill(`${next}-09-26`);
    await visitor.expectAccessible();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText(`${next}-09-15 至 ${next}-09-26`).waitFor();
    expect(await page.getByText('暂按往年').count()).toBe(0);
    await page.getByRole('button', { name: '撤销录入' }).waitFor();

    await page.getByRole('listitem').filter({ hasText: '演示：双周报' }).getByRole('button', { name: '修改' }).click();
    await page.getByRole('spinbutton', { name: '双周报，截止日' }).fill('10');
    await page.getByRole('spinbutton', { name: '双周报，第二个截止日' }).fill('25');
    await page.getByText(/所学校按它报送。改后最初的各期：/).waitFor();
    await fill('依据文件', '皖教秘职成〔2027〕12号');
    await visitor.expectAccessible();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText(/起有修改/).waitFor();
    await page.getByRole('button', { name: '撤销修改' }).waitFor();

    await visitor.goTo(`/system/calendar?year=${next}`);
    await page.getByRole('button', { name: '导入全年安排' }).click();
    await fill('全年安排', '一、元旦：1月1日（周五）至3日（周日）放假，共3天。');
    await page.getByText('读到 3 个休息日、0 个调休上班日：').waitFor();
    await page.getByText(/与国务院办公厅历年通知不符/).waitFor();
    const rest =
      '二、春节：2月5日至2月11日放假调休，共7天。2月14日（周日）上班。\n五、劳动节：5月1日至5日放假。\n七、国庆节：10月1日至7日放假调休。10月9日（周六）上班。';
    await fill('全年安排', `一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n${rest}`);
    await page.getByText('读到 22 个休息日、2 个调休上班日：').waitFor();
    await page.getByText(/导入后 \d+ 天与现在不同/).waitFor();
    await fill('依据', '国办发明电〔2026〕9号');
    await visitor.expectAccessible();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('button', { name: `${next}-02-05 休息日 春节` }).waitFor();
    await page.getByText('已导入', { exact: true }).first().waitFor();

    await visitor.goTo('/system/audit');
    await page.getByText('录入申报窗口', { exact: true }).waitFor();
    await page.getByText('修改报送制度', { exact: true }).waitFor();
    await page.getByText('变更内容').nth(2).click();
    await page.getByText(`${next}-09-15 – ${next}-09-26`).waitFor();
    await visitor.expectSound();
  });

  it('brings somebody into a new organisation, who works there; whose work is handed over before they go; and all of it is on record', async () => {
    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    const fill = (name: string, value: string) => page.getByRole('dialog').getByRole('textbox', { name, exact: true }).fill(value);
    await visitor.goTo('/organisations');
    await page.getByRole('textbox', { name: '按名称查找机构' }).fill('江淮');
    await page.getByRole('button', { name: /江淮示范职业技术学院/ }).click();
    await page.getByRole('button', { name: '设立下级机构' }).click();
    await fill('名称', '智能制造系');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name: '智能制造系' }).waitFor();

    await page.getByRole('button', { name: '新增人员' }).click();
    await fill('名称', '智能制造系证书负责人');
    await fill('账号', 'zn-fuzeren');
    await page.getByRole('dialog').getByRole('combobox', { name: '岗位' }).click();
    await page.locator('.ant-select-item-option', { hasText: '证书负责人' }).click();
    await page.getByRole('button', { name: '保存' }).click();
    const password = await page.locator('code').innerText();
    await page.getByRole('button', { name: '知道了' }).click();

    const newcomer = await Visitor.at(api);
    await newcomer.goTo('/');
    await newcomer.page.getByRole('textbox', { name: '账号' }).fill('zn-fuzeren');
    await newcomer.page.getByRole('textbox', { name: '密码', exact: true }).fill(password);
    await newcomer.page.getByRole('button', { name: '登录', exact: true }).click();
    await newcomer.page.getByRole('textbox', { name: '新密码' }).fill('智能制造系自己的密码');
    await newcomer.page.getByRole('button', { name: '登录', exact: true }).click();
    await newcomer.page.getByRole('heading', { name: '工作台' }).waitFor();
    await newcomer.expectSound();
    await startAdmission(await Client.signIn(api.url, 'zn-fuzeren', '智能制造系自己的密码'), 'X002');
    await newcomer.page.getByText('请我办理').waitFor();
    await newcomer.page
      .getByText(/智能制造系/)
      .first()
      .waitFor();

    await page.getByRole('link', { name: '智能制造系证书负责人' }).click();
    await page.getByRole('button', { name: '结束任职' }).click();
    await page.getByText('名下还有 1 项任务没有办结，须先办理离职交接。').waitFor();
    expect(await page.getByRole('dialog').getByRole('button', { name: '结束任职' }).isDisabled()).toBe(true);
    await page.getByRole('link', { name: '去办理离职交接' }).click();
    await visitor.find(page.getByRole('combobox', { name: '接任人' }), '信息工程系证书负责人');
    await page.getByText('交给 信息工程系证书负责人').waitFor();
    await page.getByRole('textbox', { name: /^交接说明/ }).fill('调离本系');
    await page.getByRole('button', { name: '交接 1 项' }).click();
    await page.getByRole('heading', { name: '已交接 1 项' }).waitFor();
    await page.getByRole('link', { name: '返回结束任职' }).click();
    await page.getByRole('button', { name: '结束任职' }).click();
    await page.getByText('没有任务会因此无人办理。').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '结束任职' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await visitor.expectSound();

    await visitor.goTo('/system/audit');
    for (const act of ['结束任职', '离职交接', '任命岗位', '新增人员', '设立机构'])
      await page.getByText(act, { exact: true }).first().waitFor();
    await visitor.expectSound();
  });

  it('reckons every history anew', async () => {
    const visitor = await Visitor.at(api, { as: 'admin' });
    await visitor.goTo('/system/histories');
    await visitor.page.getByRole('button', { name: '验算全部' }).click();
    await visitor.page.getByText('全部完好').waitFor();
    await visitor.expectSound();
    await visitor.expectAccessible();
  });

  it('shows those without a permission that it is not theirs', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-jiaowu' });
    await visitor.goTo('/system/audit');
    await visitor.page.getByText('您的岗位看不到这里').waitFor();
    expect(await visitor.page.getByRole('link', { name: '系统' }).count()).toBe(0);
    await visitor.expectSound();
  });
});
