import { beforeAll, expect, it } from '@jest/globals';
import { certificateAdmission } from '../../workflows/certificate-admission/definition.ts';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';

describeInBrowser('who would be asked', () => {
  let api: Api;
  let admin: Client;
  let visitor: Visitor;
  beforeAll(async () => {
    api = await startApi({ present: '2026-03-30T01:00:00.000Z', environment: { SHENPI_WORKER: 'false' } });
    admin = await api.signIn('admin');
    visitor = await Visitor.at(api, { as: 'admin' });
  });

  it('is found organisation by step, by name, and where something is the matter', async () => {
    const { page } = visitor;
    await visitor.goTo('/definitions/certificate-admission');
    await page.getByRole('link', { name: '各单位由谁办理' }).click();
    const rows = page.getByRole('row');
    await rows.nth(1).waitFor();
    const all = await rows.count();
    await rows.filter({ hasText: '江淮示范职业技术学院 信息工程系' }).getByText('江淮教务处审核员').first().waitFor();
    await page.getByRole('searchbox', { name: '单位名称' }).fill('信息工程');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search=/);
    await rows.filter({ hasText: '经济管理系' }).waitFor({ state: 'detached' });
    expect(await rows.count()).toBeLessThan(all);
    await page.getByRole('checkbox', { name: '只看有提醒的' }).click();
    await page.waitForURL(/only=findings/);
    await rows.getByText('仅此一人').first().waitFor();
    await visitor.expectSound();
    await visitor.expectAccessible();
  });

  it('is said in the designer, with the organisations by name, and keeps the draft from being published', async () => {
    const { page } = visitor;
    const { examples: _examples, ...document } = structuredClone(certificateAdmission);
    const step = document.machine.states?.academicAudit?.meta?.step ?? {};
    Object.assign(step, { assignees: [{ post: 'dean', at: 'province' }], whenNobody: { hold: true } });
    const { id } = done(await admin.post<{ id: string }>('definitions/drafts', { kind: 'document', document }));
    await visitor.goTo(`/definitions/drafts/${id}`);
    await page.getByRole('status').filter({ hasText: '不能发布：1 处错误' }).waitFor();
    const findings = page.getByRole('region', { name: '检查结果' });
    await findings.getByText(/个院系无人可办/).click();
    await findings
      .getByText(/江淮示范职业技术学院 信息工程系/)
      .first()
      .waitFor();
    await findings.getByRole('button', { name: '到该环节' }).first().click();
    await page.getByRole('heading', { level: 2, name: '教务处审核' }).waitFor();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/不能发布：1 个环节在一些单位无人可办/).waitFor();
    await dialog.getByRole('textbox', { name: '发布说明' }).fill('试点需要');
    expect(await dialog.getByRole('button', { name: '发布', exact: true }).isDisabled()).toBe(true);
    await visitor.expectSound();
  });
});
