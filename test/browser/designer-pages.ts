import type { Page } from 'playwright-core';
import type { Definition } from '#engine';
import { type Client, done } from '../support/client.ts';
import { stuckProcess } from '../support/stuck-process.ts';
import type { ShownPage } from './pages.ts';

const begun = async (client: Client, origin: object): Promise<string> =>
  `/definitions/drafts/${done(await client.post<{ id: string }>('definitions/drafts', origin)).id}`;

const draftOf =
  (key: string) =>
  (client: Client): Promise<string> =>
    begun(client, { kind: 'version', key, version: 1 });

const draftWith =
  (document: Definition) =>
  (client: Client): Promise<string> =>
    begun(client, { kind: 'document', document });

/** What is said of a place of the document, opened from the outline. */
const properties =
  (pointer: string) =>
  async (page: Page): Promise<void> =>
    page.locator(`[role=treeitem][data-pointer="${pointer}"]`).dblclick();

async function field(page: Page): Promise<void> {
  await properties('/form')(page);
  await page.getByRole('button', { name: '建设方案覆盖率', exact: true }).click();
}

async function counterExample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^播放反例：/ }).click();
  await page.getByRole('region', { name: '反例' }).waitFor();
  await page.keyboard.press('End');
}

async function lossesOfDiagram(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新建草稿' }).click();
  await page.getByText('导入文件', { exact: true }).click();
  await page.locator('input[type=file]').setInputFiles('test/fixtures/bpmn/purchase.bpmn');
  await page.getByRole('list', { name: '未能原样带入' }).waitFor();
}

async function example(page: Page): Promise<void> {
  await page.getByRole('button', { name: '发起', exact: true }).click();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('button', { name: '存为样例', exact: true }).click();
  await page.getByRole('textbox', { name: '样例名称' }).fill('提交后待论证');
}

const admission = draftOf('certificate-admission');

/** What is opened in the designer and around it, where no address leads. */
export const designerPages: readonly ShownPage[] = [
  { name: 'designer', path: admission, as: 'admin' },
  { name: 'designer-step', path: admission, as: 'admin', opened: properties('/machine/states/expertArgument') },
  { name: 'designer-field', path: admission, as: 'admin', opened: field },
  { name: 'designer-windows', path: draftOf('annual-application'), as: 'admin', opened: properties('') },
  { name: 'counter-example', path: draftWith(stuckProcess), as: 'admin', opened: counterExample },
  { name: 'import', path: '/definitions', as: 'admin', opened: lossesOfDiagram },
  { name: 'example', path: '/definitions/certificate-admission/try', as: 'admin', opened: example },
];
