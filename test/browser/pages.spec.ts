import { mkdir } from 'node:fs/promises';
import { beforeAll, it } from '@jest/globals';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, type sizes, Visitor } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { pages, type ShownPage } from './pages.ts';

const folder = 'docs/screens';
/** Set by `npm run screenshots`. */
const isPictured = process.env['SHENPI_SCREENS'] === 'true';

describeInBrowser('every page, in both languages', () => {
  let api: Api;
  // One window for all, because the first page of a window costs as much as three others.
  let visitor: Visitor;
  const signedIn = new Map<string, Client>();

  beforeAll(async () => {
    api = await startApi({ present: '2026-03-30T01:00:00.000Z', environment: { SHENPI_DEMO_REPORTS: 'true' } });
    visitor = await Visitor.at(api);
    if (isPictured) await mkdir(folder, { recursive: true });
  });

  const clientOf = async (account: string | undefined): Promise<Client | undefined> => {
    if (account === undefined) return undefined;
    const client = signedIn.get(account) ?? (await api.signIn(account));
    signedIn.set(account, client);
    return client;
  };

  const addressOf = async ({ path }: ShownPage, client: Client | undefined): Promise<string> => {
    if (typeof path === 'string') return path;
    if (client === undefined) throw new Error('nobody is signed in who could ask where the page is');
    return path(client, api);
  };

  for (const page of pages) {
    it(`${page.name}: sound, accessible, and no wider than the smallest phone`, async () => {
      const client = await clientOf(page.as);
      const address = await addressOf(page, client);
      await visitor.giveWay(client, 'desk');
      await visitor.goTo(address);
      if (page.opened !== undefined) {
        await page.opened(visitor.page);
        await visitor.settled();
      }
      await visitor.expectSound();
      await picture(visitor, `${page.name}-zh-desk`, 'desk');
      await visitor.expectAccessible(page.likeOthers);
      await visitor.resize('smallest');
      await visitor.expectSound();
      await picture(visitor, `${page.name}-zh-phone`, 'phone');
      await visitor.hear('en');
      await visitor.expectSound();
      await visitor.expectEnglish();
      await picture(visitor, `${page.name}-en-phone`, 'phone');
      await visitor.resize('desk');
      await visitor.expectSound();
      await picture(visitor, `${page.name}-en-desk`, 'desk');
    });
  }
});

async function picture(visitor: Visitor, name: string, size: keyof typeof sizes): Promise<void> {
  if (!isPictured) return;
  await visitor.resize(size);
  await visitor.page.screenshot({ path: `${folder}/${name}.jpg`, type: 'jpeg', quality: 70 });
}
