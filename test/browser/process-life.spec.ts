import { beforeAll, expect, it } from '@jest/globals';
import type { Definition } from '#engine';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, textOf, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';

const key = 'training-abroad';
const title = '外出培训审批';

/** Each test goes on where the one before it stopped. */
describeInBrowser('the whole life of a process, from a blank sheet', () => {
  let api: Api;
  let admin: Client;
  let visitor: Visitor;
  let draftId: string;

  beforeAll(async () => {
    api = await startApi({ present: '2026-03-30T01:00:00.000Z', environment: { SHENPI_WORKER: 'false' } });
    admin = await api.signIn('admin');
    visitor = await Visitor.at(api, { as: 'admin' });
  });

  const button = (name: string) => visitor.page.getByRole('button', { name, exact: true });
  const standing = (said: string | RegExp) => visitor.page.getByRole('status').filter({ hasText: said }).waitFor();
  const canvas = () => visitor.page.getByRole('region', { name: /^流程画布/ });
  const isOpen = (path: string): Promise<void> =>
    eventually(async () => {
      const key = visitor.page.getByRole('textbox', { name: '标识', exact: true });
      expect(await key.inputValue()).toBe(path);
    });
  const opens = async (path: string): Promise<void> => {
    await canvas().locator(`[data-path="${path}"]`).click();
    await isOpen(path);
  };
  const entitle = (called: string) => visitor.page.getByRole('textbox', { name: '名称（中文）' }).fill(called);
  const assign = async (post: string): Promise<void> => {
    const who = visitor.page.getByRole('combobox', { name: '办理人 1', exact: true });
    await who.fill(post);
    // What is typed is looked for a moment later, and Enter takes what is found by then.
    await visitor.page.locator('.ant-select-dropdown:visible .ant-select-item-option-active').filter({ hasText: post }).waitFor();
    await who.press('Enter');
  };
  const inDesigner = async (): Promise<void> => {
    await visitor.page.waitForURL(/\/definitions\/drafts\//);
    draftId = new URL(visitor.page.url()).pathname.split('/').at(-1) ?? '';
    await standing('现在就可以发布');
  };
  const drafted = async (): Promise<Definition> =>
    done(await admin.get<{ document: Definition }>(`definitions/drafts/${draftId}`)).document;
  const publish = async (note: string): Promise<void> => {
    const { page } = visitor;
    await button('发布').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '发布说明' }).fill(note);
    await dialog.getByRole('checkbox', { name: /我已核对/ }).check();
    await dialog.getByRole('button', { name: '发布', exact: true }).click();
    await page.waitForURL(`**/definitions/${key}`);
    await page.getByText(note).waitFor();
    await visitor.settled();
    await visitor.expectSound();
  };

  it('begins with a name, a key and who may start it', async () => {
    const { page } = visitor;
    await visitor.goTo('/definitions');
    await page.getByRole('button', { name: '新建草稿' }).click();
    await page.getByRole('textbox', { name: '流程名称' }).fill(title);
    await page.getByRole('textbox', { name: '标识' }).fill(key);
    await page.getByRole('combobox', { name: '由谁发起' }).click();
    await page.locator('.ant-select-item-option').getByText('证书负责人').click();
    await button('新建').click();
    await inDesigner();
  });

  it('gets its four steps by mouse', async () => {
    const { page } = visitor;
    const palette = page.getByRole('toolbar', { name: '添加' });
    await opens('draft');
    for (let count = 0; count < 3; count += 1) await palette.getByRole('button', { name: '环节' }).click();
    await palette.getByRole('button', { name: '结束' }).click();
    await isOpen('end1');
    await entitle('不予批准');
    for (const [path, called, post] of [
      ['step1', '系主任审批', '系主任'],
      ['step2', '教务处审批', '教务处'],
      ['step3', '校领导审批', '校长办公会'],
    ] as const) {
      await opens(path);
      await entitle(called);
      await assign(post);
    }
    await opens('step2');
    await button('添加结果').click();
    const reject = canvas().locator('[data-path="step2"] .react-flow__handle[data-handleid="on:reject"]');
    await reject.dragTo(canvas().locator('[data-path="end1"]'));
    await standing('现在就可以发布');
    await eventually(async () =>
      expect((await drafted()).machine).toMatchObject({
        initial: 'draft',
        states: {
          draft: { on: { submit: 'step1' } },
          step1: { meta: { step: { title: { zh: '系主任审批' } } }, on: { approve: 'step2', return: 'draft' } },
          step2: { meta: { step: { title: { zh: '教务处审批' } } }, on: { approve: 'step3', return: 'draft', reject: 'end1' } },
          step3: { meta: { step: { title: { zh: '校领导审批' } } }, on: { approve: 'done', return: 'draft' } },
          end1: { type: 'final', meta: { title: { zh: '不予批准' } } },
        },
      }),
    );
    await visitor.expectSound();
    await visitor.expectAccessible();
  });

  it('is broken, says where, and is as it was again when that is undone', async () => {
    const { page } = visitor;
    const before = await drafted();
    await opens('end1');
    await page.keyboard.press('Delete');
    await standing('不能发布：1 处错误');
    await page
      .getByRole('region', { name: '检查结果' })
      .getByRole('button', { name: /结果“不同意”没有对应的转移/ })
      .click();
    await page.getByRole('heading', { level: 2, name: '教务处审批' }).waitFor();
    await page.keyboard.press('Control+z');
    await standing('现在就可以发布');
    await eventually(async () => expect(await drafted()).toEqual(before));
  });

  it('is tried, from the applicant to the last approval', async () => {
    const { page } = visitor;
    const views = page.getByLabel('视图');
    await views.getByText('试走', { exact: true }).click();
    await standing('尚未发起');
    await button('发起').click();
    await standing('现在停在：填写申请');
    await button('提交').click();
    await standing('现在停在：系主任审批');
    await button('同意').click();
    await standing('现在停在：教务处审批');
    await button('同意').click();
    await standing('现在停在：校领导审批');
    await button('同意').click();
    await standing('已结束于：办结');
    await visitor.expectSound();
    await views.getByText('画布', { exact: true }).click();
    await canvas().waitFor();
  });

  it('is published, and a case of it is started and handed in', async () => {
    await publish('外出培训须经三级审批');
    const applicant = await Visitor.at(api, { as: 'jh-xx-fuzeren' });
    const { page } = applicant;
    await applicant.goTo('/start');
    await page.getByRole('listitem').filter({ hasText: title }).getByRole('link', { name: '填写' }).click();
    await page.getByRole('textbox', { name: '事项' }).fill('赴合肥参加师资培训');
    await page.getByRole('button', { name: '发起申请' }).click();
    await page.waitForURL(/\/cases\//);
    await page.getByRole('button', { name: '提交，送“系主任审批”' }).click();
    await page.getByText('已办理：提交').waitFor();
    await applicant.expectSound();
  });

  it('is changed: a step has another name, and one more comes after it', async () => {
    const { page } = visitor;
    await visitor.goTo(`/definitions/${key}`);
    await button('据此新建草稿').click();
    await inDesigner();
    await opens('step1');
    await entitle('系负责人审批');
    await page.getByRole('toolbar', { name: '添加' }).getByRole('button', { name: '环节' }).click();
    await isOpen('step4');
    await entitle('系党政联席会审议');
    await assign('系党政联席会');
    await standing('现在就可以发布');
    await eventually(async () => expect((await drafted()).machine.states).toHaveProperty('step4'));
    await publish('增加系党政联席会审议');
  });

  it('takes the running case along', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: '迁移在办申请' }).click();
    await page.getByRole('heading', { name: `迁移在办申请 · ${title}` }).waitFor();
    const card = page.locator('li[data-case]');
    await card.getByRole('button', { name: '迁移前后' }).click();
    await card.getByRole('region', { name: '迁移后' }).waitFor();
    await page.getByRole('textbox', { name: '说明迁移原因，写入每件申请的办理过程' }).fill('新版施行');
    await button('迁移 1 件').click();
    await page.getByText('已迁移 1 件').waitFor();
    await visitor.expectSound();
    await card.getByRole('link').click();
    await page.getByText('从第 1 版迁移到第 2 版').waitFor();
    await visitor.expectSound();
  });

  it('goes out as a file, and comes in again as it went', async () => {
    const { page } = visitor;
    await visitor.goTo(`/definitions/${key}`);
    await button('导出').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /JSON/ }).click()]);
    const text = await textOf(download);
    const published = done(await admin.get<{ document: Definition }>(`definitions/${key}`)).document;
    expect(JSON.parse(text)).toEqual(published);
    await visitor.goTo('/definitions');
    await page.getByRole('button', { name: '新建草稿' }).click();
    await page.getByText('导入文件', { exact: true }).click();
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: download.suggestedFilename(), mimeType: 'application/json', buffer: Buffer.from(text) });
    await button('新建').click();
    await inDesigner();
    expect(await drafted()).toEqual(published);
    await visitor.expectSound();
  });
});
