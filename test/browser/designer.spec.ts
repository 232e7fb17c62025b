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

  it('builds a process of four steps by keyboard alone, in the outline', async () => {
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
