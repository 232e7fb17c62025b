import { beforeAll, expect, it } from '@jest/globals';
import { admissionFields, argumentFields, webDevelopment } from '../../config/demo/admission.ts';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { done } from '../support/client.ts';
import { pdf } from '../support/office.ts';

const title = 'Web前端开发证书准入（信息工程系）';

describeInBrowser('an admission, from its draft to the party committee', () => {
  let api: Api;

  beforeAll(async () => {
    api = await startApi();
    const lead = await api.signIn('jh-xx-fuzeren');
    const fields = { ...admissionFields(webDevelopment), cooperation: '' };
    done(await lead.put('me/drafts/certificate-admission', { fields }));
  });

  /** Signs in as people do, and opens the case from the queue. */
  const at = async (account: string): Promise<Visitor> => {
    const visitor = await Visitor.at(api);
    await visitor.goTo('/');
    await visitor.page.getByRole('textbox', { name: '账号' }).fill(account);
    await visitor.page.getByRole('textbox', { name: '密码' }).fill('shenpi-demo');
    await visitor.page.getByRole('button', { name: '登录', exact: true }).click();
    await visitor.page.getByRole('heading', { name: '工作台' }).waitFor();
    return visitor;
  };
  const atCase = async (account: string): Promise<Visitor> => {
    const visitor = await at(account);
    await visitor.goTo('/tasks');
    await visitor.page.getByText(title).first().click();
    await visitor.page.getByRole('heading', { name: '请您办理' }).waitFor();
    return visitor;
  };
  const attach = async ({ page }: Visitor, field: string): Promise<void> => {
    const file = { name: `${field}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(pdf) };
    await page.locator(`input[type=file][aria-label="${field}"]`).setInputFiles(file);
    await page
      .getByRole('button', { name: `${field}.pdf` })
      .first()
      .waitFor();
  };
  const approve = async ({ page }: Visitor, comment: string, to: string): Promise<void> => {
    await page.getByRole('button', { name: '同意', exact: true }).click();
    await page.getByRole('textbox', { name: '意见', exact: true }).fill(comment);
    await page.getByRole('button', { name: to }).click();
    await page.getByText('已办理：同意').waitFor();
  };

  it('is filled in and handed in by the department', async () => {
    const visitor = await at('jh-xx-fuzeren');
    const { page } = visitor;
    await page.getByRole('link', { name: '发起申请' }).click();
    await page.getByRole('link', { name: /^证书准入/ }).click();
    await page.getByRole('textbox', { name: '校企合作情况' }).fill('与两家软件企业共建实训基地。');
    await page.getByText('必填内容已填完整').waitFor();
    await page.getByRole('button', { name: '发起申请' }).click();
    await page.getByRole('button', { name: '提交，送“系党政联席会论证”' }).click();
    await page.getByText('已办理：提交').waitFor();
    await visitor.expectSound();
  });

  it('is argued by the joint meeting, with its experts and its minutes, whose upload outlives a lost connection', async () => {
    const visitor = await atCase('jh-xx-lianxihui');
    const { page } = visitor;
    const { expertOpinion, experts } = argumentFields('');
    await page.getByRole('textbox', { name: '专家论证意见' }).fill(expertOpinion as string);
    for (const [index, expert] of (experts as { name: string; unit: string; title: string }[]).entries()) {
      await page.getByRole('button', { name: '添加一行' }).click();
      const line = page.locator('tbody tr').filter({ has: page.getByRole('button', { name: `删除第 ${index + 1} 行` }) });
      await line.getByRole('textbox', { name: '专家' }).fill(expert.name);
      await line.getByRole('textbox', { name: '单位' }).fill(expert.unit);
      await line.getByRole('textbox', { name: '职称或职务' }).fill(expert.title);
    }
    await page.getByRole('radio', { name: '同意', exact: true }).check();
    let cuts = 1;
    await page.route('**/api/uploads/*', (route) => {
      const isCut = route.request().method() === 'PATCH' && cuts-- > 0;
      return isCut ? route.abort('connectionreset') : route.continue();
    });
    const attached = attach(visitor, '系党政联席会纪要');
    await page.getByText('连接中断，恢复后从断点继续上传。').waitFor();
    await attached;
    await approve(visitor, '同意准入。', '同意，送“教务处审核”');
    await visitor.expectSound();
  });

  it('is audited by academic affairs', async () => {
    await approve(await atCase('jh-jiaowu'), '材料齐全。', '同意，送“校长办公会审议”');
  });

  it('is deliberated by the president’s meeting and decided by the party committee', async () => {
    const president = await atCase('jh-xiaozhang');
    await president.page.getByRole('textbox', { name: '校长办公会届次' }).fill('2026年第18次');
    await attach(president, '校长办公会纪要');
    await approve(president, '审议通过。', '同意，送“党委会审定”');
    const committee = await atCase('jh-dangwei');
    await attach(committee, '党委会纪要');
    await approve(committee, '审定通过。', '同意，送“登记合作协议”');
  });

  it('is put on file: the form, and each body with its opinion', async () => {
    const lead = await api.signIn('jh-xx-fuzeren');
    const { items } = done(await lead.get<{ items: readonly { id: string; title: { zh: string } }[] }>('instances'));
    const found = items.find((instance) => instance.title.zh === title);
    const visitor = await Visitor.at(api, { as: 'jh-xx-fuzeren' });
    await visitor.goTo(`/cases/${found?.id}/print`);
    const sheet = await visitor.page.getByRole('article').innerText();
    for (const said of ['证书准入审批表', '同意准入。', '材料齐全。', '审议通过。', '审定通过。', '江淮党委会秘书', '专家丙', '85%']) {
      expect(sheet).toContain(said);
    }
    expect((await visitor.page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
