import { beforeAll, expect, it } from '@jest/globals';
import type { StandingView } from '#reporting';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { filledReport } from '../support/reports.ts';

/** The reports that are played, with the morning after each is due. */
const periods = ['2026-03-A', '2026-03-B', '2026-04-A'] as const;
const mornings = ['2026-03-13T01:00:00Z', '2026-03-28T01:00:00Z', '2026-04-13T01:00:00Z'] as const;

describeInBrowser('reports of schools', () => {
  let api: Api;
  let province: Client;
  /** The one that reports, and the one that does not. */
  let jianghuai = '';
  let luzhou = '';

  beforeAll(async () => {
    api = await startApi({ present: '2026-03-02T01:00:00Z', environment: { SHENPI_SESSION_HOURS: '8760' } });
    province = await api.signIn('sheng');
    jianghuai = (await api.signIn('jh-tianbao')).at('reporter');
    luzhou = (await api.signIn('lz-tianbao')).at('reporter');
    for (const school of [jianghuai, luzhou]) {
      done(await province.put(`schools/${school}/participation`, { scheme: 'demonstration', from: '2026-02-28' }));
    }
  });

  const standing = async (): Promise<StandingView> => done(await province.get<StandingView>(`schools/${luzhou}/standing`));

  it('are filled in where they are listed: what is wrong is said in the rule’s words, what was typed is kept', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-tianbao' });
    const { page } = visitor;
    await visitor.goTo('/reports');
    await page.getByRole('link', { name: '填报' }).click();
    await page.getByRole('heading', { name: '双周报 2 月 28 日—3 月 12 日' }).waitFor();
    for (const [name, figure] of Object.entries({ 培训学生数: 40, 考核人数: 30, 取证人数: 90 })) {
      await page.getByRole('spinbutton', { name: `${name}（本期）` }).fill(String(figure));
      await page.getByRole('spinbutton', { name: `${name}（累计）` }).fill(String(figure));
    }
    await page.getByRole('button', { name: '报送' }).click();
    await page.getByText('累计取证人数不能大于累计考核人数。').waitFor();
    await page.getByText('须填写工作进展').waitFor();
    await page.getByRole('textbox', { name: '工作进展' }).fill('完成两个班级的培训。');
    await page.reload();
    await visitor.settled();
    expect(await page.getByRole('textbox', { name: '工作进展' }).inputValue()).toBe('完成两个班级的培训。');
    for (const part of ['本期', '累计']) await page.getByRole('spinbutton', { name: `取证人数（${part}）` }).fill('25');
    await page.getByRole('button', { name: '报送' }).click();
    await page.getByText('已按时报送').waitFor();
    await visitor.settled();
    await visitor.expectSound();
  });

  it('missed three times in a row, a school is flagged: the office sees the three joined, opens the evidence, circulates', async () => {
    const reporter = await api.signIn('jh-tianbao');
    for (const [place, morning] of mornings.entries()) {
      if (place > 0)
        done(await reporter.post(`schools/${jianghuai}/reports/fortnightly/${periods[place]}/submission`, { fields: filledReport }));
      await api.turnTo(morning);
      // A period of its own for each: what has been told is told by its day.
      await eventually(async () => expect((await standing()).streaks).toEqual({ fortnightly: place + 1 }));
    }
    await eventually(async () => expect((await standing()).case?.states).toEqual(['circularPending']));
    const visitor = await Visitor.at(api, { as: 'zhichengchu' });
    const { page } = visitor;
    await visitor.goTo('/monitoring?state=flagged');
    expect(await page.getByRole('rowheader').count()).toBe(1);
    const joined = page.locator('td[data-joint][data-state=missed]');
    expect(await joined.count()).toBe(3);
    await joined.last().getByRole('link').click();
    await page.getByRole('heading', { name: '连续 3 期漏报 R-AH21-35' }).waitFor();
    expect(await page.getByText('未报送').count()).toBe(3);
    expect(await page.getByText('漏报告知').count()).toBeGreaterThan(0);
    await page.getByRole('textbox', { name: '通报文号' }).fill('皖教秘职成〔2026〕31号');
    await page.getByRole('textbox', { name: '成文日期' }).or(page.locator('input[type=date]')).first().fill('2026-04-13');
    await page.getByRole('button', { name: '通报', exact: true }).click();
    await page.getByRole('button', { name: /^通报，送/ }).click();
    await page.getByText('已通报，整改中').waitFor();
    await visitor.settled();
    await visitor.expectSound();
    expect((await standing()).case?.states).toEqual(['circulated.rectifying']);
  });

  it('the school appeals against all three; once the office has accepted them, nothing is held against it', async () => {
    const school = await Visitor.at(api, { as: 'lz-tianbao' });
    await school.goTo('/reports');
    await school.page.getByRole('link', { name: '查看依据' }).click();
    await school.page.getByRole('button', { name: '对这 3 期申诉' }).click();
    await school.page.getByRole('textbox', { name: '说明（必填）' }).fill('平台账号被误停用，有平台客服记录为证。');
    await school.page.getByRole('dialog').getByRole('button', { name: '申诉' }).click();
    await school.page.getByText('学校已对 3 期申诉').waitFor();
    await school.settled();
    await school.expectSound();

    const office = await Visitor.at(api, { as: 'sheng' });
    await office.goTo('/monitoring?state=appealed');
    await office.page.locator('td[data-joint]').first().getByRole('link').click();
    await office.page.getByRole('button', { name: '申诉成立' }).click();
    await office.page.getByRole('textbox', { name: '说明（必填）' }).fill('查证属实。');
    await office.page.getByRole('dialog').getByRole('button', { name: '申诉成立' }).click();
    await office.page.getByText('没有被标记的事由').waitFor();
    await office.settled();
    await office.expectSound();
    await eventually(async () => expect(await standing()).toMatchObject({ view: 'good', causes: [] }));
    expect((await standing()).case).toBeUndefined();
  });

  it('the office follows up: a number leads to as many cases, the filter stands in the address, all of it goes to Excel', async () => {
    const visitor = await Visitor.at(api, { as: 'sheng' });
    const { page } = visitor;
    await visitor.goTo('/follow-up?definition=certificate-admission');
    await page.getByRole('link', { name: '教务处审核，在办：1 件' }).click();
    await page.getByText('共 1 件').waitFor();
    await page.goBack();
    await page.getByRole('link', { name: /导出 Excel/ }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /导出 Excel/ }).click()]);
    expect(download.suggestedFilename()).toMatch(/^办理情况-2026-04-13\.xlsx$/);
    await page.getByText('按时率', { exact: true }).click();
    await page.waitForURL(/definition=certificate-admission&view=on-time/);
    await visitor.settled();
    await visitor.expectSound();
  });
});
