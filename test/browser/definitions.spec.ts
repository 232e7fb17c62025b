import { expect, it } from '@jest/globals';
import { startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { done } from '../support/client.ts';

interface Draft {
  readonly id: string;
  readonly document: object;
}
interface Versions {
  readonly items: readonly { readonly version: number; readonly state: string; readonly note?: string }[];
}

describeInBrowser('a process', () => {
  it('is begun from a template, proposed by one and confirmed by another, compared with what follows, and retired', async () => {
    const api = await startApi({ present: '2026-03-30T01:00:00.000Z' });
    const [office, admin] = await api.signInAll('sheng', 'admin');
    const states = async () =>
      done(await admin.get<Versions>('definitions/training-leave/versions')).items.map(({ version, state }) => `${version} ${state}`);

    const editor = await Visitor.at(api, { as: 'sheng' });
    await editor.goTo('/definitions');
    await editor.page.getByRole('button', { name: '新建草稿' }).click();
    await editor.page.getByText('模板', { exact: true }).click();
    await editor.page.getByRole('combobox', { name: '选择模板' }).click();
    await editor.page.locator('.ant-select-item-option').getByText('一级审批').click();
    await editor.page.getByRole('textbox', { name: '流程名称' }).fill('外出培训审批');
    await editor.page.getByRole('textbox', { name: '标识' }).fill('training-leave');
    await editor.page.getByRole('button', { name: '新建', exact: true }).click();
    await editor.page.waitForURL(/\/definitions\/drafts\//);

    await editor.goTo('/definitions');
    await editor.page.getByRole('button', { name: '提请发布' }).click();
    await editor.page.getByText(/检查通过|可以发布/).waitFor();
    await editor.page.getByRole('textbox', { name: '发布说明' }).fill('春季培训用');
    await editor.page
      .getByRole('dialog')
      .getByText(/只有一人可办/)
      .first()
      .waitFor();
    await editor.page
      .getByRole('dialog')
      .getByRole('checkbox', { name: /我已核对/ })
      .check();
    await editor.page.getByRole('dialog').getByRole('button', { name: '提请发布' }).click();
    await editor.page.getByText('须由另一人确认', { exact: true }).waitFor();
    await editor.expectSound();

    const publisher = await Visitor.at(api, { as: 'zhichengchu' });
    const { page } = publisher;
    await publisher.goTo('/definitions');
    expect(await page.getByRole('button', { name: '新建草稿' }).count()).toBe(0);
    await page.getByText('春季培训用').waitFor();
    await page.getByRole('button', { name: '确认发布' }).click();
    await page
      .getByRole('dialog')
      .getByRole('checkbox', { name: /我已核对/ })
      .check();
    await page.getByRole('dialog').getByRole('button', { name: '确认发布' }).click();
    await page.getByText('已发布第 1 版').waitFor();
    expect(await states()).toEqual(['1 in-force']);

    const { id, document } = done(await office.post<Draft>('definitions/drafts', { kind: 'version', key: 'training-leave', version: 1 }));
    done(await admin.put(`definitions/drafts/${id}`, { revision: 1, document: { ...document, description: { zh: '两日内办结' } } }));
    const { fingerprint: accepts } = done(await admin.get<{ fingerprint: string }>(`definitions/drafts/${id}/assignability`));
    done(await admin.post(`definitions/drafts/${id}/publication`, { revision: 2, newest: 1, note: '写明时限', accepts }));
    await publisher.goTo('/definitions/training-leave');
    await page.getByRole('checkbox', { name: '选第 1 版来比较' }).check();
    await page.getByRole('checkbox', { name: '选第 2 版来比较' }).check();
    await page.getByRole('button', { name: '比较所选两版' }).click();
    await page.getByText('修改了说明').waitFor();
    await page.locator('.cm-mergeView').getByText('两日内办结').waitFor();
    await publisher.expectSound();

    await publisher.goTo('/definitions/training-leave');
    await page.getByRole('button', { name: '停用', exact: true }).first().click();
    await page.getByRole('textbox', { name: '停用理由' }).fill('时限有误');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^停\s?用$/ })
      .click();
    await page.getByText(/停用：时限有误/).waitFor();
    expect(await states()).toEqual(['2 retired', '1 in-force']);
    await publisher.settled();
    await publisher.expectSound();
  });

  it('takes two to publish, whichever it is, where that is switched on for all; and two to do without again', async () => {
    const api = await startApi({ present: '2026-03-30T01:00:00.000Z', environment: { SHENPI_WORKER: 'false' } });
    const all = { name: '所有流程双人发布' };
    const [admin, division] = [await Visitor.at(api, { as: 'admin' }), await Visitor.at(api, { as: 'zhichengchu' })];
    await admin.goTo('/definitions');
    await admin.page.getByRole('switch', all).click();
    await admin.page.getByRole('switch', { ...all, checked: true }).waitFor();
    await admin.goTo('/definitions/quota-increase');
    const here = admin.page.getByRole('switch', { name: '双人发布', checked: true });
    await here.waitFor();
    expect(await here.isDisabled()).toBe(true);
    await admin.goTo('/definitions');
    await admin.page.getByRole('switch', all).click();
    await admin.page.getByText('系统管理员申请取消双人发布，须另一人同意').waitFor();
    await division.goTo('/definitions');
    await division.page.getByRole('switch', all).click();
    await division.page.getByRole('switch', { ...all, checked: false }).waitFor();
    await division.expectSound();
  });
});
