import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from '@jest/globals';
import { BpmnModdle } from 'bpmn-moddle';
import { createMachine } from 'xstate';
import { certificateAdmission } from '../../workflows/certificate-admission/definition.ts';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
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

  it('gives whoever publishes a definition its files: the document, the machine, the diagram', async () => {
    const visitor = await Visitor.at(api, { as: 'admin' });
    await visitor.goTo('/definitions/quota-increase/guide');
    const saved = async (format: RegExp): Promise<{ name: string; text: string }> => {
      await visitor.page.getByRole('button', { name: '导出' }).click();
      const [download] = await Promise.all([
        visitor.page.waitForEvent('download'),
        visitor.page.getByRole('menuitem', { name: format }).click(),
      ]);
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
    };
    const { document } = done(await administrator.get<{ document: unknown }>('definitions/quota-increase'));
    const json = await saved(/JSON/);
    expect(json.name).toBe('quota-increase-v1.json');
    expect(JSON.parse(json.text)).toEqual(document);
    const machine = createMachine(JSON.parse((await saved(/XState/)).text));
    expect(machine.id).toBe('quota-increase');
    const bpmn = await saved(/BPMN/);
    expect(bpmn.name).toBe('quota-increase-v1.bpmn');
    expect((await new BpmnModdle().fromXML(bpmn.text)).warnings).toEqual([]);
    await visitor.expectSound();
  });
});
