import { beforeAll, expect, it } from '@jest/globals';
import { type Definition, valueAt, withValue } from '#engine';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';

interface Draft {
  readonly id: string;
  readonly revision: number;
  readonly document: Definition;
}

const guardAt = '/machine/states/draft/on/submit';

describeInBrowser('writing in the designer', () => {
  let api: Api;
  let admin: Client;
  beforeAll(async () => {
    api = await startApi({ present: '2026-03-30T01:00:00.000Z', environment: { SHENPI_WORKER: 'false' } });
    admin = await api.signIn('admin');
  });

  /** A draft with a rule on its first way, open in front of the administrator. */
  async function opened(key: string) {
    const blank = { kind: 'blank', key, title: { zh: '外出培训审批' }, post: 'certificate-lead' };
    const { id, revision, document } = done(await admin.post<Draft>('definitions/drafts', blank));
    const fields = {
      ...document.form.schema.properties,
      places: { type: 'integer', title: '人数', minimum: 1 },
      kind: {
        type: 'string',
        title: '类别',
        oneOf: [
          { const: 'inland', title: '省内' },
          { const: 'abroad', title: '省外' },
        ],
      },
    };
    const formed = withValue(withValue(document, '/form/schema/properties', fields), '/form/schema/required', Object.keys(fields));
    const target = valueAt(document, guardAt);
    const rule = { rule: 'R-AH24-06', when: 'true', message: { zh: '人数不符' } };
    const guarded = withValue(formed, guardAt, { target, guard: { type: 'rules', params: { all: [rule] } } });
    done(await admin.put(`definitions/drafts/${id}`, { revision, document: guarded }));
    const visitor = await Visitor.at(api, { as: 'admin' });
    await visitor.goTo(`/definitions/drafts/${id}`);
    const kept = async (): Promise<Definition> => done(await admin.get<Draft>(`definitions/drafts/${id}`)).document;
    return { visitor, page: visitor.page, kept };
  }

  it('an expression is completed, checked while it is typed, and tried, by keyboard alone', async () => {
    const { visitor, page, kept } = await opened('written-rule');
    const { keyboard } = page;
    await page.locator(`[data-pointer="${guardAt}"]`).click({ position: { x: 60, y: 12 } });
    const editor = page.getByRole('textbox', { name: '须成立', exact: true });
    await editor.click();
    await keyboard.press('Control+a');
    await keyboard.type('form.pl');
    const list = page.getByRole('listbox', { name: '可以写的内容' });
    await list.getByRole('option', { name: /places.*人数 · 数字/, selected: true }).waitFor();
    await keyboard.press('Tab');
    await keyboard.type(' > "5"');
    await page.getByRole('region', { name: '属性' }).getByText('表达式类型有误：数字与文本之间不能用“>”。').waitFor();
    await visitor.expectAccessible();
    for (let count = 0; count < 3; count += 1) await keyboard.press('Backspace');
    await keyboard.type('5 && form.kind == ');
    await list.getByRole('option', { name: /"abroad".*省外/ }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await eventually(async () =>
      expect(valueAt(await kept(), `${guardAt}/guard/params/all/0/when`)).toBe('form.places > 5 && form.kind == "abroad"'),
    );

    await keyboard.press('Tab');
    await page.locator('summary:focus', { hasText: '试算' }).waitFor();
    await keyboard.press('Enter');
    const trial = page.locator('details:has(> summary[aria-label="须成立：试算"])');
    await trial.locator('[data-result="false"]').waitFor();
    await trial.getByRole('spinbutton', { name: '人数' }).fill('6');
    await trial.getByText('省外').click();
    await trial.locator('[data-result="true"]').waitFor();
    await visitor.expectAccessible();

    await editor.click();
    await eventually(async () => {
      await keyboard.press('Control+z');
      expect(await editor.innerText()).toBe('true');
    });
    await visitor.expectSound();
  });

  it('the source is completed by its schema, shown by the other views at once, and kept while it cannot be read', async () => {
    const { visitor, page, kept } = await opened('written-source');
    const { keyboard } = page;
    await page.locator('[data-pointer="/machine/states/draft"]').first().click();
    await page.getByText('源文档', { exact: true }).click();
    const source = page.getByRole('textbox', { name: '源文档' });
    await source.click();
    await keyboard.press('Control+Home');
    await keyboard.press('End');
    await keyboard.press('Enter');
    await keyboard.type('"desc');
    await page.getByRole('listbox', { name: '可以写的内容' }).getByRole('option', { name: '"description"', selected: true }).waitFor();
    await keyboard.press('Enter');
    await page.getByText('语法有误，改动尚未生效').waitFor();
    await page.getByText('画布', { exact: true }).click();
    await page.getByRole('region', { name: /^流程画布/ }).waitFor();
    expect((await kept()).description).toBeUndefined();

    await page.getByText('源文档', { exact: true }).click();
    await page.getByText('语法有误，改动尚未生效').waitFor();
    await visitor.expectAccessible();
    await source.click();
    await keyboard.press('Control+Home');
    await keyboard.press('ArrowDown');
    await keyboard.press('End');
    await keyboard.type(',');
    await page.getByText('语法有误，改动尚未生效').waitFor({ state: 'detached' });
    await eventually(async () => expect((await kept()).description).toEqual({}));
    await page.locator('[data-part="source"] .cm-lintRange-error', { hasText: '"description"' }).waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await eventually(async () => expect((await kept()).description).toBeUndefined());

    await source.click();
    await keyboard.press('Control+a');
    await keyboard.type('{');
    await page.getByRole('button', { name: '放弃所写，恢复文档' }).click();
    await page.getByText('语法有误，改动尚未生效').waitFor({ state: 'detached' });
    await visitor.expectSound();
  });

  it('a signal brings values along, which the way it takes may read', async () => {
    const { visitor, page, kept } = await opened('written-signal');
    await page.getByRole('heading', { level: 2, name: '流程设置' }).waitFor();
    await page.getByText('外来消息', { exact: true }).click();
    await page.getByRole('textbox', { name: '新消息的标识' }).fill('cancelled');
    await page.getByRole('button', { name: '添加消息' }).click();
    const signal = page.getByRole('group', { name: 'cancelled' });
    await signal.getByRole('textbox', { name: '新带来的数据的标识' }).fill('reason');
    await signal.getByRole('button', { name: '添加带来的数据' }).click();
    const reason = { type: 'string', title: 'reason', maxLength: 200 };
    await eventually(async () =>
      expect((await kept()).signals?.['cancelled']?.payload).toMatchObject({ properties: { reason }, additionalProperties: false }),
    );
    await visitor.expectSound();
    await visitor.expectAccessible();
    await signal.getByRole('button', { name: '删除reason' }).click();
    await eventually(async () => expect((await kept()).signals?.['cancelled']).toEqual({ title: { zh: 'cancelled' } }));
  });

  it('a child case and a call are waited for, and a step is moved into a branch', async () => {
    const { visitor, page, kept } = await opened('written-errands');
    const palette = page.getByRole('toolbar', { name: '添加' });
    const canvas = page.getByRole('region', { name: /^流程画布/ });
    await canvas.locator('[data-path="draft"]').click();
    await palette.getByRole('button', { name: '子流程' }).click();
    await page.getByRole('heading', { level: 2, name: '子流程' }).waitFor();
    await page.getByRole('button', { name: /^未通过时前往/ }).click();
    await canvas.locator('[data-path="children1"]').click();
    await palette.getByRole('button', { name: '外部调用' }).click();
    await page.getByRole('textbox', { name: '消息通道' }).fill('archive');
    await eventually(async () =>
      expect((await kept()).machine.states).toMatchObject({
        children1: { meta: { children: { wait: 'all' } }, on: { childrenDone: 'call1', childrenFailed: expect.anything() } },
        call1: { meta: { call: { to: 'archive' } } },
      }),
    );
    await palette.getByRole('button', { name: '并行' }).click();
    await palette.getByRole('button', { name: '环节' }).click();
    await page.getByRole('combobox', { name: '所在位置' }).click();
    await page.locator('.ant-select-item-option', { hasText: 'branch1' }).click();
    await eventually(async () =>
      expect(Object.keys(valueAt(await kept(), '/machine/states/branches1/states/branch1/states') as object)).toContain('step12'),
    );
    await visitor.expectSound();
    await visitor.expectAccessible();
  });

  it('the start is bound to an application window, whose days of this year are shown, and freed by undoing', async () => {
    const { visitor, page, kept } = await opened('written-window');
    const properties = page.getByRole('region', { name: '属性' });
    await properties.getByText('本流程的条件和时限都不依申报窗口，全年可发起。').waitFor();
    await properties.getByRole('combobox', { name: '何时可以提交' }).click();
    await page.locator('.ant-select-item-option', { hasText: '院校申报窗口' }).click();
    await properties
      .getByRole('listitem')
      .filter({ hasText: '春季' })
      .filter({ hasText: '3 月 22 日至 4 月 2 日' })
      .getByText('开放中')
      .waitFor();
    await properties.getByRole('listitem').filter({ hasText: '秋季' }).getByText('未开始').last().waitFor();
    await page.getByRole('status').filter({ hasText: '现在就可以发布' }).waitFor();
    await visitor.expectAccessible();
    await eventually(async () =>
      expect(await kept()).toMatchObject({
        facts: { springWindow: { source: 'window' }, autumnWindow: { source: 'window' } },
        machine: { states: { draft: { on: { submit: { guard: { params: { all: [{ rule: 'R-AH24-06' }, { rule: 'R-AH24-07' }] } } } } } } },
      }),
    );
    await page.getByRole('button', { name: '撤销' }).click();
    await properties.getByText('全年可发起').waitFor();
    await eventually(async () => expect((await kept()).facts).toBeUndefined());
    await properties.getByRole('link', { name: '去管理申报窗口' }).click();
    await page.getByRole('heading', { name: '2026 年申报窗口' }).waitFor();
    await visitor.expectSound();
  });
});
