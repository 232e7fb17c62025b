import { expect, it } from '@jest/globals';
import { startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';

interface Incidents {
  readonly processes: readonly { readonly key: string; readonly version: number }[];
}

describeInBrowser('a published process that a change of posts has broken', () => {
  it('is an incident the next morning, of which the operators are told, and none any more once somebody is appointed', async () => {
    const api = await startApi({ present: '2026-03-30T01:00:00.000Z', environment: { SHENPI_SESSION_HOURS: '8760' } });
    const admin = await api.signIn('admin');
    const broken = async () => done(await admin.get<Incidents>('incidents')).processes.map(({ key, version }) => `${key} ${version}`);
    const appointedUntil = (day: string | null) =>
      api.dataSource.query(
        `UPDATE post_holding SET valid_to = $1 WHERE tenant = 'demo' AND post = 'academic-affairs'
           AND person_id = (SELECT id FROM person WHERE tenant = 'demo' AND account = 'jh-jiaowu')`,
        [day],
      );
    await eventually(async () => expect(await api.dataSource.query('SELECT night FROM staffing_night')).toHaveLength(1));
    expect(await broken()).toEqual([]);

    await appointedUntil('2026-03-30');
    await api.turnTo('2026-03-30T19:00:00.000Z');
    await eventually(async () => expect(await broken()).toContain('certificate-admission 1'));
    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    await visitor.goTo('/system/incidents');
    const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: '证书准入', exact: true }) });
    await row
      .getByText(/：2 个院系无人可办/)
      .first()
      .click();
    await row
      .getByText(/江淮示范职业技术学院 信息工程系/)
      .first()
      .waitFor();
    await visitor.expectSound();
    await visitor.expectAccessible();
    await row.getByRole('link', { name: '各单位由谁办理' }).click();
    await page.getByRole('row').filter({ hasText: '信息工程系' }).getByText('无人可办').first().waitFor();
    await visitor.goTo('/notices');
    await page.getByText(/“证书准入”第 1 版：人员变动后/).waitFor();

    await appointedUntil(null);
    await api.turnTo('2026-03-31T19:00:00.000Z');
    await eventually(async () => expect(await broken()).toEqual([]));
  });
});
