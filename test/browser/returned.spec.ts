import { beforeAll, expect, it } from '@jest/globals';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { done } from '../support/client.ts';
import { viewOf } from '../support/office.ts';
import { handedIn } from '../support/plan.ts';

describeInBrowser('an application that the city returns', () => {
  let api: Api;
  let instance: string;

  beforeAll(async () => {
    api = await startApi({ present: '2024-03-22T01:00:00Z', environment: { SHENPI_SESSION_HOURS: '8760' } });
    instance = await handedIn(api, 'lz');
  });

  const visit = async (as: string): Promise<Visitor> => {
    const visitor = await Visitor.at(api, { as });
    await visitor.goTo(`/cases/${instance}`);
    return visitor;
  };

  it('with what is to be mended, item by item', async () => {
    const visitor = await visit('hefei');
    const { page } = visitor;
    await page.getByRole('button', { name: '退回', exact: true }).click();
    await page.getByRole('textbox', { name: '意见（必填）' }).fill('两处须补正。');
    await page.getByRole('button', { name: '添加一项补正要求' }).click();
    await page.getByRole('textbox', { name: '第 1 项的要求' }).fill('请核实实训条件，写明机房面积。');
    await page.getByRole('combobox', { name: '第 1 项涉及的内容' }).fill('实训');
    await page.locator('.ant-select-item-option').first().click();
    await page.keyboard.press('Escape');
    await page.getByLabel('第 1 项的补正期限').fill('2024-03-25');
    await page.getByRole('button', { name: '添加一项补正要求' }).click();
    await page.getByRole('textbox', { name: '第 2 项的要求' }).fill('请说明经费来源。');
    await page.getByRole('button', { name: '退回，送“修改并重新提交”' }).click();
    await page.getByText('已办理：退回').waitFor();
    await visitor.settled();
    await page.getByRole('heading', { name: '“市教育局初审”退回时的补正清单' }).waitFor();
    await visitor.expectSound();
    await visitor.expectAccessible();
    const { returned } = await viewOf(await api.signIn('lz-jiaowu'), instance);
    expect(returned).toMatchObject([{ items: [{ fields: [{ field: 'facilities' }] }, { fields: [] }] }]);
  });

  it('is corrected: each item answered, by a change or in words, before it can be submitted again', async () => {
    const visitor = await visit('lz-jiaowu');
    const { page } = visitor;
    await page.getByRole('heading', { name: '补正清单' }).waitFor();
    await page.getByRole('button', { name: '重新提交', exact: true }).click();
    await page.getByText(/补正清单.*第 ?1、2 ?项|第1、2项/).waitFor();
    await page.getByLabel('对第 2 项的说明').fill('学校年度预算已列支。');
    await page.getByRole('textbox', { name: /^实训条件/ }).fill('机房4间，共480平方米。');
    await page.getByRole('button', { name: '重新提交，送“市教育局初审”' }).click();
    await page.getByText('已办理：重新提交').waitFor();
    await visitor.settled();
    await visitor.expectSound();
  });

  it('is passed by the city, which sees what became of its items, and approved by the province', async () => {
    const city = await visit('hefei');
    await city.page.getByText('学校年度预算已列支。').first().waitFor();
    await city.page.getByText('已修改：').first().waitFor();
    await city.expectAccessible();
    done(await decideWithSummary());
    await api.turnTo('2024-03-26T01:00:00Z');
    const province = await visit('sheng');
    await province.page.getByRole('button', { name: '同意', exact: true }).click();
    await province.page.getByRole('button', { name: /^同意（/ }).click();
    await province.page.getByText('已办理：同意').waitFor();
    await province.settled();
    expect((await viewOf(await api.signIn('sheng'), instance)).states).toMatchObject([{ path: 'approved' }]);
    await province.expectSound();
  });

  const decideWithSummary = async () => {
    const hefei = await api.signIn('hefei');
    const { myTasks, form } = await viewOf(hefei, instance);
    const decision = { outcome: 'approve', formVersion: form.version, fields: { isSummaryReceived: true } };
    return hefei.post(`tasks/${myTasks[0]?.id}/decisions`, decision);
  };
});
