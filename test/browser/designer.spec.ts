import { beforeAll, expect, it } from '@jest/globals';
import type { Definition } from '#engine';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';

interface Draft {
  readonly id: string;
  readonly revision: number;
  readonly document: Definition;
}

describeInBrowser('the designer', () => {
  let api: Api;
  let admin: Client;
  beforeAll(async () => {
    api = await startApi({ present: '2026-03-30T01:00:00.000Z', environment: { SHENPI_WORKER: 'false' } });
    admin = await api.signIn('admin');
  });

  /** A draft begun from blank, open in front of the administrator. */
  async function opened(key: string): Promise<{ visitor: Visitor; kept: () => Promise<Draft> }> {
    const blank = { kind: 'blank', key, title: { zh: '外出培训审批' }, post: 'certificate-lead' };
    const { id } = done(await admin.post<Draft>('definitions/drafts', blank));
    const visitor = await Visitor.at(api, { as: 'admin' });
    await visitor.goTo(`/definitions/drafts/${id}`);
    await standing(visitor, '现在就可以发布');
    return { visitor, kept: async () => done(await admin.get<Draft>(`definitions/drafts/${id}`)) };
  }

  const standing = (visitor: Visitor, said: string | RegExp) => visitor.page.getByRole('status').filter({ hasText: said }).waitFor();

  /** Four steps one after another, each of which may return to the first, and two ends. */
  const fourSteps = (document: Definition) =>
    expect(document.machine).toMatchObject({
      initial: 'draft',
      states: {
        draft: { on: { submit: 'step1' } },
        step1: { meta: { step: { title: { zh: '系主任审批' } } }, on: { approve: 'step2', return: 'draft' } },
        step2: { on: { approve: 'step3', return: 'draft', reject: 'end1' } },
        step3: { on: { approve: 'done', return: 'draft' } },
        end1: { type: 'final', meta: { title: { zh: '不予批准' } } },
      },
    });

  it('builds a process of four steps by mouse; what is broken is found at its place, and undone', async () => {
    const { visitor, kept } = await opened('leave-by-mouse');
    const { page } = visitor;
    const palette = page.getByRole('toolbar', { name: '添加' });
    const canvas = page.getByRole('region', { name: /^流程画布/ });
    const box = (title: string) => canvas.locator('[data-path]').filter({ has: page.locator('strong', { hasText: title }) });
    await box('填写申请').click();
    for (let count = 0; count < 3; count += 1) await palette.getByRole('button', { name: '环节' }).click();
    await palette.getByRole('button', { name: '结束' }).click();
    await page.getByRole('textbox', { name: '名称（中文）' }).fill('不予批准');
    await standing(visitor, '不能发布');

    await box('新环节').first().click();
    await page.getByRole('textbox', { name: '名称（中文）' }).fill('系主任审批');
    await canvas.locator('[data-path="step2"]').click();
    await page.getByRole('button', { name: '添加结果' }).click();
    await canvas.locator('[data-path="step2"] .react-flow__handle[data-handleid="on:reject"]').dragTo(canvas.locator('[data-path="end1"]'));
    await standing(visitor, '现在就可以发布');
    await eventually(async () => fourSteps((await kept()).document));
    await visitor.expectSound();
    await visitor.expectAccessible();

    await canvas.locator('[data-path="end1"]').click();
    await page.keyboard.press('Delete');
    await standing(visitor, '不能发布：1 处错误');
    const findings = page.getByRole('region', { name: '检查结果' });
    await findings.getByRole('button', { name: /结果“reject”没有对应的转移/ }).click();
    await page.getByRole('heading', { level: 2, name: '新环节' }).waitFor();
    await page.keyboard.press('Control+z');
    await standing(visitor, '现在就可以发布');
    await eventually(async () => fourSteps((await kept()).document));

    await page.getByRole('button', { name: '发布', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '发布说明' }).fill('外出培训须经三级审批');
    await dialog.getByRole('button', { name: '发布', exact: true }).click();
    await page.waitForURL(/\/definitions\/leave-by-mouse$/);
    await page.getByText('外出培训须经三级审批').waitFor();
    await visitor.expectSound();
    const lead = await api.signIn('jh-xx-fuzeren');
    const request = { definition: 'leave-by-mouse', organisation: lead.at('certificate-lead'), fields: {} };
    expect((await lead.post('instances', request)).status).toBe(201);
  });

  it('builds the same by keyboard alone, in the outline', async () => {
    const { visitor, kept } = await opened('leave-by-keyboard');
    const { page } = visitor;
    const { keyboard } = page;
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await keyboard.press(key);
    };
    const current = page.getByRole('tree', { name: '流程大纲' }).locator('[role="treeitem"]:focus');
    const isAt = (name: string) => current.filter({ hasText: name }).waitFor();
    const goTo = async (pointer: string): Promise<void> => {
      await press('Home');
      while ((await current.getAttribute('data-pointer')) !== pointer) await press('ArrowDown');
    };
    const tabTo = async (name: string): Promise<void> => {
      const focused = page.locator(':focus');
      while (!((await focused.getAttribute('aria-label')) ?? (await focused.innerText())).includes(name)) await press('Tab');
    };
    const entitle = async (title: string): Promise<void> => {
      await press('Enter');
      await page.locator('#designer-first:focus').waitFor();
      await press('Control+a');
      await keyboard.type(title);
      await press('Escape');
      await isAt(title);
    };
    await page.getByRole('treeitem', { name: '流程设置' }).focus();
    await goTo('/machine/states/draft');
    for (let count = 0; count < 3; count += 1) {
      await press('a');
      await isAt('新环节');
    }
    await press('e');
    await isAt('办结');
    await entitle('不予批准');
    await goTo('/machine/states/step1');
    await entitle('系主任审批');
    await goTo('/machine/states/step2');
    await press('Enter');
    await tabTo('添加结果');
    await press('Enter', 'Escape');
    await goTo('/machine/states/step2/on/reject');
    await press('Enter', 'End', 'Enter');
    await standing(visitor, '现在就可以发布');
    await eventually(async () => fourSteps((await kept()).document));

    await goTo('/machine/states/step2');
    await press('Alt+ArrowUp');
    await eventually(async () => expect((await kept()).document.machine.states?.['draft']?.on).toEqual({ submit: 'step2' }));
    await press('Control+z');
    await eventually(async () => fourSteps((await kept()).document));
    await visitor.expectSound();
  });
});
