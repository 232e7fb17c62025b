import { beforeAll, expect, it } from '@jest/globals';
import { admissionFields, webDevelopment } from '../../config/demo/admission.ts';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, launched, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';

interface Draft {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly version: string;
}

describeInBrowser('filling in an application', () => {
  const draftOf = 'me/drafts/certificate-admission';
  const page = '/start/certificate-admission';
  let api: Api;
  let lead: Client;

  beforeAll(async () => {
    api = await startApi();
    lead = await api.signIn('jh-xx-fuzeren');
  });

  const kept = async (): Promise<Draft> => done(await lead.get<Draft>(draftOf));
  const keep = (fields: object, version?: string) =>
    lead.send('PUT', draftOf, {
      headers: { 'content-type': 'application/json', ...(version !== undefined && { 'if-match': version }) },
      body: JSON.stringify({ fields }),
    });

  it('outlives the browser: what was typed is there after it was killed', async () => {
    const doomed = await launched();
    const visitor = await Visitor.at(api, { as: 'jh-xx-fuzeren', browser: doomed.browser });
    await visitor.goTo(page);
    await visitor.page.getByRole('textbox', { name: '专人（证书负责人）' }).fill('张老师');
    await visitor.page.getByRole('textbox', { name: '校企合作情况' }).pressSequentially('与两家企业共建');
    await visitor.page.getByText(/已保存 \d\d:\d\d/).waitFor();
    await doomed.kill();

    const after = await Visitor.at(api, { as: 'jh-xx-fuzeren' });
    await after.goTo(page);
    expect(await after.page.getByRole('textbox', { name: '校企合作情况' }).inputValue()).toBe('与两家企业共建');
    expect(await after.page.getByRole('textbox', { name: '专人（证书负责人）' }).inputValue()).toBe('张老师');
    await after.goTo('/start');
    await after.page.getByText('继续填写，草稿存于').waitFor();
    await after.expectSound();
  });

  it('keeps on the machine what is typed without a connection, and sends it when there is one', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-xx-fuzeren' });
    await visitor.goTo(page);
    await visitor.context.setOffline(true);
    await visitor.page.getByRole('textbox', { name: '实验实训条件' }).fill('实训室两间。');
    await visitor.page.getByText('已存在本机').waitFor();
    await visitor.page.close();
    await visitor.context.setOffline(false);
    expect((await kept()).fields).not.toHaveProperty('facilities');

    const again = await visitor.another();
    await again.goTo(page);
    expect(await again.page.getByRole('textbox', { name: '实验实训条件' }).inputValue()).toBe('实训室两间。');
    await eventually(async () => expect((await kept()).fields).toHaveProperty('facilities', '实训室两间。'));
  });

  it('says that another device has written on, and overwrites neither before it is told which', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-xx-fuzeren' });
    await visitor.goTo(page);
    const { fields, version } = await kept();
    expect((await keep({ ...fields, lead: '李老师' }, version)).status).toBe(200);
    await visitor.page.getByRole('textbox', { name: '书证融通基础' }).fill('两门课程。');
    await visitor.page.getByText('这份草稿在别处也改过').waitFor();
    expect((await kept()).fields).toMatchObject({ lead: '李老师' });
    await visitor.page.getByRole('button', { name: '用这里填写的' }).click();
    await visitor.page.getByText(/已保存 \d\d:\d\d/).waitFor();
    expect((await kept()).fields).toMatchObject({ lead: '张老师', integration: '两门课程。' });
    await visitor.expectSound();
  });

  it('says at the field what is wrong with it, reckons what follows, and begins the case when all is there', async () => {
    const { version } = await kept();
    const { builtItems: _built, ...fields } = admissionFields(webDevelopment);
    expect((await keep(fields, version)).status).toBe(200);
    const visitor = await Visitor.at(api, { as: 'jh-xx-fuzeren' });
    await visitor.goTo(page);
    await visitor.page.getByRole('button', { name: '发起申请' }).click();
    const built = visitor.page.getByRole('spinbutton', { name: '已建成项数' });
    await visitor.page.locator('[id$=__problem]', { hasText: '必填' }).waitFor();
    await built.fill('-1');
    await visitor.page.locator('[id$=__problem]', { hasText: '不能小于 0' }).waitFor();
    await built.fill('18');
    await visitor.page.getByText('必填内容已填完整').waitFor();
    await visitor.page.getByText('Web前端开发').first().waitFor();
    await visitor.page.getByText(/进入“填写准入论证表”/).waitFor();
    await visitor.expectAccessible();
    await visitor.page.getByRole('button', { name: '发起申请' }).click();
    await visitor.page.waitForURL(/\/cases\//);
    await visitor.page.getByRole('button', { name: /提交，送“系党政联席会论证”/ }).waitFor();
    expect((await lead.get(draftOf)).status).toBe(404);
    await visitor.expectSound();
  });
});
