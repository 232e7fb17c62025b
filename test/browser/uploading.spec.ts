import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { startApi, temporaryFolder } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { pdf, submittedAdmission } from '../support/office.ts';

describeInBrowser('an upload', () => {
  it('goes on where it was when the page has been loaded again and the same file is chosen', async () => {
    const api = await startApi();
    const instance = await submittedAdmission(await api.signIn('jh-xx-fuzeren'), 'X001');
    const file = join(temporaryFolder(), '系党政联席会纪要.pdf');
    await writeFile(file, pdf);
    await utimes(file, 1_700_000_000, 1_700_000_000);
    const visitor = await Visitor.at(api, { as: 'jh-xx-lianxihui' });
    const { page } = visitor;
    const begun: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && request.url().endsWith('/api/uploads') && begun.push(request.url()));
    const choose = async (): Promise<void> => {
      await visitor.goTo(`/cases/${instance}`);
      await page.locator('input[type=file][aria-label="系党政联席会纪要"]').setInputFiles(file);
    };
    await page.route('**/api/uploads/*', (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()));
    await choose();
    await page.getByText('连接中断，恢复后从断点继续上传。').waitFor();
    await page.unroute('**/api/uploads/*');
    await choose();
    await page.getByRole('button', { name: '系党政联席会纪要.pdf' }).first().waitFor();
    expect(begun).toHaveLength(1);
    // What is finished is not gone on with: chosen again, it is another file.
    await choose();
    await page.getByRole('button', { name: '系党政联席会纪要.pdf' }).first().waitFor();
    expect(begun).toHaveLength(2);
  });
});
