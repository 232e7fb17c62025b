import { beforeAll, it } from '@jest/globals';
import { request as asked } from '../../workflows/quota-increase/sample.ts';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { done } from '../support/client.ts';
import { approvedPlan } from '../support/plan.ts';

describeInBrowser('an increase of the quota', () => {
  let api: Api;
  let instance: string;

  beforeAll(async () => {
    api = await startApi({ present: '2024-03-22T01:00:00Z', environment: { SHENPI_SESSION_HOURS: '8760' } });
    await approvedPlan(api);
    const lead = await api.signIn('jh-xx-fuzeren');
    const request = {
      definition: 'quota-increase',
      organisation: lead.at('certificate-lead'),
      fields: { ...asked, increase: -5 },
    };
    ({ instance } = done(await lead.post<{ instance: string }>('instances', request)));
  });

  it('is refused for a decrease, in the words of the rule, and goes on when it is none', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-xx-fuzeren' });
    const { page } = visitor;
    await visitor.goTo(`/cases/${instance}`);
    await page.getByRole('button', { name: '提交', exact: true }).first().click();
    await page.getByText('审批通过后不接受人数削减，调增人数须大于0。').waitFor();
    await page.getByText('R-AH24-14').waitFor();
    await visitor.settled();
    await visitor.expectAccessible();
    await page.getByRole('spinbutton', { name: /申请增加人数/ }).fill('12');
    await page.getByText('审批通过后不接受人数削减，调增人数须大于0。').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '提交，送“证书试点管理部门意见”' }).click();
    await page.getByText('已办理：提交').waitFor();
    await visitor.settled();
    await page.getByText('教务处').first().waitFor();
    await visitor.expectSound();
  });
});
