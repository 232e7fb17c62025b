import { mkdir } from 'node:fs/promises';
import { beforeAll, it } from '@jest/globals';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, sizes, Visitor } from '../support/browser.ts';
import { pages } from './pages.ts';

const folder = 'docs/screens';
/** Set by `npm run screenshots`. */
const isPictured = process.env['SHENPI_SCREENS'] === 'true';

describeInBrowser('every page, in both languages', () => {
  let api: Api;

  beforeAll(async () => {
    api = await startApi({ present: '2026-03-30T01:00:00.000Z', environment: { SHENPI_DEMO_REPORTS: 'true' } });
    if (isPictured) await mkdir(folder, { recursive: true });
  });

  for (const { name, path, as } of pages) {
    it(`${name}: sound, accessible, and no wider than the smallest phone`, async () => {
      const visitor = await Visitor.at(api, { as });
      const address = typeof path === 'string' ? path : await path(await api.signIn(as ?? ''), api);
      for (const language of ['zh', 'en'] as const) {
        await visitor.speak(language);
        await visitor.goTo(address);
        await visitor.expectSound();
        await picture(visitor, `${name}-${language}-desk`, 'desk');
        if (language === 'zh') await visitor.expectAccessible();
        await visitor.resize('smallest');
        await visitor.expectSound();
        await picture(visitor, `${name}-${language}-phone`, 'phone');
        await visitor.resize('desk');
      }
    });
  }
});

async function picture(visitor: Visitor, name: string, size: keyof typeof sizes): Promise<void> {
  if (!isPictured) return;
  await visitor.resize(size);
  await visitor.page.screenshot({ path: `${folder}/${name}.jpg`, type: 'jpeg', quality: 70 });
}
