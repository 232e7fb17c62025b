import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from '@jest/globals';
import { BpmnModdle } from 'bpmn-moddle';
import { createMachine } from 'xstate';
import type { Definition } from '#engine';
import { certificateAdmission } from '../../workflows/certificate-admission/definition.ts';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, textOf, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';

describeInBrowser('what goes out of the house and comes in', () => {
  let api: Api;
  let administrator: Client;

  beforeAll(async () => {
    api = await startApi();
    administrator = await api.signIn('admin');
  });

  it('leads an applicant to the guide of what they may apply for, which says what runs now', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-xx-fuzeren' });
    await visitor.goTo('/start');
    await visitor.page.getByRole('link', { name: '办事指南' }).first().click();
    await visitor.page.getByRole('heading', { level: 1, name: '证书准入办事指南' }).waitFor();
    const way = visitor.page.getByRole('table', { name: '办理流程' });
    const row = way.getByRole('row', { name: /教务处审核/ });
    expect(await row.textContent()).toContain('5个工作日');
    expect(await row.textContent()).toContain('〔2〕第六条(四)');
    await visitor.page.getByText('南职院〔2021〕78号').waitFor();
    await visitor.expectSound();

    const changed = structuredClone(certificateAdmission);
    Object.assign(changed.machine.states?.academicAudit?.meta?.step ?? {}, { due: { workingDays: 8 } });
    done(await administrator.post('definitions', { document: changed, note: '教务处审核延长' }));
    await visitor.page.reload();
    await row.getByText('8个工作日').waitFor();
    await visitor.expectSound();
  });

  it('shows which clauses of the notices the processes carry out, which nothing does, and the steps that do', async () => {
    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    await visitor.goTo('/definitions');
    await page.getByRole('link', { name: '条款覆盖' }).click();
    const notice = page.getByRole('region', { name: '皖教秘职成〔2024〕22号' });
    const clause = (number: string) => notice.getByRole('listitem').filter({ hasText: number }).first();
    await clause('R-AH24-08').getByText('已覆盖').waitFor();
    expect(await clause('R-AH24-08').textContent()).toContain('年度证书申报 · 市教育局初审 时限');
    await clause('R-AH24-08').getByRole('link', { name: '年度证书申报 · 市教育局初审' }).first().waitFor();
    await page.getByText('只看未覆盖').click();
    await page.getByRole('region', { name: '沪教委高〔2021〕3号' }).getByText('未覆盖').first().waitFor();
    expect(await page.getByText('已覆盖', { exact: true }).count()).toBe(0);

    await visitor.goTo('/definitions/certificate-admission');
    await page.getByRole('link', { name: '条款覆盖' }).click();
    const college = page.getByRole('region', { name: '南职院〔2021〕78号' });
    await college.getByRole('link', { name: '证书准入 · 教务处审核' }).first().click();
    await page.getByRole('heading', { level: 1, name: '证书准入办事指南' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#academicAudit');
    await visitor.expectSound();
  });

  /** Exports from the guide, as people do. */
  async function exported(visitor: Visitor, key: string, format: RegExp): Promise<{ name: string; text: string }> {
    await visitor.goTo(`/definitions/${key}/guide`);
    await visitor.page.getByRole('button', { name: '导出' }).click();
    const [download] = await Promise.all([
      visitor.page.waitForEvent('download'),
      visitor.page.getByRole('menuitem', { name: format }).click(),
    ]);
    return { name: download.suggestedFilename(), text: await textOf(download) };
  }

  /** Chooses a file to begin a process with. */
  async function imports(visitor: Visitor, { name, text }: { name: string; text: string }): Promise<void> {
    await visitor.goTo('/definitions');
    await visitor.page.getByRole('button', { name: '新建草稿' }).click();
    await visitor.page.getByText('导入文件', { exact: true }).click();
    await chooses(visitor, { name, text });
  }

  const chooses = (visitor: Visitor, { name, text }: { name: string; text: string }): Promise<void> =>
    visitor.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });

  async function made(visitor: Visitor): Promise<Definition> {
    await visitor.page.getByRole('button', { name: '新建', exact: true }).click();
    await visitor.page.waitForURL(/\/definitions\/drafts\//);
    const id = visitor.page.url().split('/').at(-1) ?? '';
    return done(await administrator.get<{ document: Definition }>(`definitions/drafts/${id}`)).document;
  }

  it('gives whoever publishes a definition its files: the document, the machine, the diagram', async () => {
    const visitor = await Visitor.at(api, { as: 'admin' });
    const saved = (format: RegExp) => exported(visitor, 'quota-increase', format);
    const { document } = done(await administrator.get<{ document: unknown }>('definitions/quota-increase'));
    const json = await saved(/JSON/);
    expect(json.name).toBe('quota-increase-v1.json');
    expect(JSON.parse(json.text)).toEqual(document);
    const machine = createMachine(JSON.parse((await saved(/XState/)).text));
    expect(machine.id).toBe('quota-increase');
    const bpmn = await saved(/BPMN/);
    expect(bpmn.name).toBe('quota-increase-v1.bpmn');
    expect((await new BpmnModdle().fromXML(bpmn.text)).warnings).toEqual([]);
    await imports(visitor, json);
    await visitor.page.getByText('已选择：quota-increase-v1.json').waitFor();
    expect(await made(visitor)).toEqual(document);
    await visitor.expectSound();
  });

  it('takes a diagram for a new process: says what of it was understood and what was not, and makes the draft', async () => {
    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    await imports(visitor, await exported(visitor, 'certificate-admission', /BPMN/));
    await page.getByRole('region', { name: '已读懂' }).getByText('8 个环节').waitFor();
    const list = page.getByRole('list', { name: '未能原样带入' });
    const lost = await list.getByRole('listitem').allTextContents();
    expect(lost).toHaveLength(10);
    expect(lost[0]).toContain('要完整带入，请改用导出的 JSON');
    expect(lost[1]).toMatch(/anytime1.*教育部取消证书/);
    expect(lost[2]).toContain('R-NC21-13');
    expect(await page.getByRole('textbox', { name: '流程名称' }).inputValue()).toBe('证书准入');
    await page.getByText('草稿将是它的下一版').waitFor();
    await page.getByRole('textbox', { name: '流程名称' }).fill('证书准入（新校）');
    await page.getByRole('textbox', { name: '标识' }).fill('new-school-admission');
    await visitor.expectSound();
    const document = await made(visitor);
    expect(document).toMatchObject({
      key: 'new-school-admission',
      title: { zh: '证书准入（新校）' },
      start: { posts: ['certificate-lead'] },
    });
    expect(Object.keys(document.machine.states ?? {})).toEqual(
      expect.arrayContaining(['draft', 'academicAudit', 'partyCommittee', 'exited']),
    );
    const canvas = page.getByRole('region', { name: /^流程画布/ });
    await canvas.getByText('教务处审核').first().waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /可以发布/ })
      .waitFor();
    await page.getByRole('toolbar', { name: '撤销与重做' }).getByRole('button', { name: '导出' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /JSON/ }).click()]);
    expect(download.suggestedFilename()).toBe('new-school-admission-draft.json');
    expect(JSON.parse(await textOf(download))).toEqual(document);
    await visitor.expectSound();
  });

  it('refuses a hostile file in words, and has one of several processes chosen', async () => {
    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    const fixture = async (name: string) => ({ name, text: await readFile(`test/fixtures/bpmn/${name}`, 'utf8') });
    await imports(visitor, await fixture('billion-laughs.bpmn'));
    await page.getByRole('alert').getByText('文件含有 DOCTYPE 或实体定义，出于安全不予读取。').waitFor();
    expect(await page.getByRole('button', { name: '新建', exact: true }).isDisabled()).toBe(true);
    await chooses(visitor, await fixture('several-processes.bpmn'));
    await page.getByRole('combobox', { name: '文件中有多个流程' }).click();
    await page.locator('.ant-select-item-option').getByText('销假').click();
    await page.getByRole('region', { name: '已读懂' }).getByText('核对销假').waitFor();
    await visitor.expectSound();
  });
});
