import { beforeAll, expect, it } from '@jest/globals';
import { type Definition, field, formOf, valueAt, withValue } from '#engine';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';

interface Draft {
  readonly id: string;
  readonly revision: number;
  readonly document: Definition;
}

const form = formOf(
  {
    site: field.choice(['实训场地', 'Site'], { own: ['自有', 'Own'], shared: ['共用', 'Shared'] }),
    distance: { ...field.whole(['距离', 'Distance']), 'x-shown': 'form.site == "shared"' },
    transport: {
      ...field.text(['接送安排', 'Transport'], { maxLength: 200 }),
      'x-shown': 'form.site == "shared"',
      'x-required': 'form.?distance.orValue(0.0) > 10',
    },
    remark: field.text(['备注', 'Remark'], { maxLength: 200 }),
  },
  ['site', 'distance'],
);

describeInBrowser('a form with conditions', () => {
  let api: Api;
  let admin: Client;
  beforeAll(async () => {
    api = await startApi({ present: '2026-03-30T01:00:00.000Z', environment: { SHENPI_WORKER: 'false' } });
    admin = await api.signIn('admin');
  });

  async function drafted(key: string, more: Definition['form']): Promise<Draft> {
    const blank = { kind: 'blank', key, title: { zh: '实训场地备案' }, post: 'certificate-lead' };
    const { id, revision, document } = done(await admin.post<Draft>('definitions/drafts', blank));
    const shaped = withValue(document, '/form', more);
    const written = withValue(shaped, '/machine/states/draft/meta/step/fields', { '*': 'write' });
    return done(await admin.put<Draft>(`definitions/drafts/${id}`, { revision, document: written }));
  }

  it('is filled in by mouse: fields come, are wanted and go with what is chosen, and the case says so', async () => {
    const record = await drafted('site-record', form);
    done(await admin.post('definitions', { document: record.document, note: '第一版' }));
    const visitor = await Visitor.at(api, { as: 'jh-xx-fuzeren' });
    const { page } = visitor;
    await visitor.goTo('/start/site-record');
    await page.getByText('自有').waitFor();
    const distance = page.getByRole('spinbutton', { name: '距离' });
    const transport = page.getByRole('textbox', { name: '接送安排' });
    expect(await distance.count()).toBe(0);

    await page.getByRole('radio', { name: '共用' }).click();
    await distance.waitFor();
    await visitor.expectAccessible();
    await distance.click();
    await page.keyboard.type('12');
    expect(await distance.evaluate((input) => input.matches(':focus'))).toBe(true);
    await page.getByRole('button', { name: '接送安排' }).waitFor();
    await transport.fill('校车');
    await page.getByText('必填内容已填完整').waitFor();

    await page.getByRole('radio', { name: '自有' }).click();
    await distance.waitFor({ state: 'detached' });
    expect(await transport.count()).toBe(0);
    await page.getByRole('button', { name: '发起申请' }).click();
    await page.waitForURL(/\/cases\//);
    const id = /cases\/([^/?]+)/.exec(page.url())?.[1] ?? '';
    const lead = await api.signIn('jh-xx-fuzeren');
    const view = done(await lead.get<{ form: { fields: object; absent: string[] } }>(`instances/${id}`));
    expect(view.form.fields).toEqual({ site: 'own' });
    expect(view.form.absent).toEqual(['distance', 'transport']);
    await visitor.expectSound();
  });

  it('is given a condition in the designer, and the preview follows it', async () => {
    const { site, remark } = form.schema.properties;
    const { id } = await drafted('site-drawn', formOf({ site, remark }, ['site']));
    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    await visitor.goTo(`/definitions/drafts/${id}`);
    await page.locator('[data-pointer="/form"]').first().click();
    const properties = page.getByRole('region', { name: '属性' });
    await properties.getByRole('button', { name: '备注', exact: true }).click();
    await properties.locator('summary', { hasText: '条件' }).click();
    const editor = page.getByRole('textbox', { name: '何时显示', exact: true });
    await editor.click();
    await page.keyboard.type('form.site == "shared"');
    await page.keyboard.press('Escape');
    await eventually(async () => {
      const { document } = done(await admin.get<Draft>(`definitions/drafts/${id}`));
      expect(valueAt(document, '/form/schema/properties/remark/x-shown')).toBe('form.site == "shared"');
    });
    await properties.getByRole('button', { name: '返回表单' }).click();
    await properties.getByText('有条件').waitFor();
    await properties.locator('summary', { hasText: '预览' }).click();
    const shown = properties.getByRole('textbox', { name: '备注' });
    await properties.getByRole('radio', { name: '共用' }).waitFor();
    expect(await shown.count()).toBe(0);
    await properties.getByRole('radio', { name: '共用' }).click();
    await shown.waitFor();
    await visitor.expectAccessible();
    await visitor.expectSound();
  });
});
