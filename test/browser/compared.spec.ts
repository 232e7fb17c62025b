import { beforeAll, expect, it } from '@jest/globals';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';
import { one, post, processOf, step } from '../support/definitions.ts';

const decided = (title: string) => step(post('academic-affairs'), one('approve', 'return'), { title: { zh: title } });
const filled = (to: string) => ({
  meta: step({ applicant: true }, one('submit'), { title: { zh: '填写申请' }, fields: { '*': 'write' } }),
  on: { submit: to },
});
const ended = { type: 'final', meta: { title: { zh: '办结' } } } as const;

const first = processOf(
  {
    initial: 'draft',
    states: {
      draft: filled('review'),
      review: { meta: decided('审核'), on: { approve: 'seal', return: 'draft' } },
      seal: { meta: decided('用印'), on: { approve: 'done', return: 'draft' } },
      done: ended,
    },
  },
  { key: 'two-editions', title: { zh: '两版流程' } },
);
const second = {
  ...first,
  machine: {
    initial: 'draft',
    states: {
      draft: filled('review'),
      review: { meta: decided('初审'), on: { approve: 'council', return: 'draft' } },
      council: { meta: decided('校长办公会'), on: { approve: 'done', return: 'draft' } },
      done: ended,
    },
  },
};

describeInBrowser('two editions of a process', () => {
  let api: Api;
  let admin: Client;
  let address = '';
  beforeAll(async () => {
    api = await startApi({ present: '2026-03-30T01:00:00.000Z', environment: { SHENPI_WORKER: 'false' } });
    admin = await api.signIn('admin');
    const begin = async (document: object): Promise<string> =>
      done(await admin.post<{ id: string }>('definitions/drafts', { kind: 'document', document })).id;
    const [one, other] = [await begin(first), await begin(second)];
    address = `/definitions/two-editions/compare?one=draft:${one}&other=draft:${other}`;
  });

  it('stand in one picture: what is new, gone and other is marked, and sentences and places lead to each other', async () => {
    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    await visitor.goTo(address);
    const picture = page.getByRole('region', { name: /^两版合成一图/ });
    const box = (title: string) => picture.locator('[data-path]').filter({ hasText: title });
    const chosen = page.getByRole('list', { name: '改了什么' }).locator('[aria-current]');
    await box('初审').waitFor();
    expect(await box('初审').innerText()).toContain('修改');
    expect(await box('校长办公会').innerText()).toContain('新增');
    expect(await box('用印').innerText()).toContain('删去');
    await picture.getByText('△ 同意（修改）').waitFor();
    await picture.getByText('－ 同意（删去）').first().waitFor();

    await page.getByRole('button', { name: /删去环节“用印”/ }).click();
    await picture.locator('[data-selected="true"]').filter({ hasText: '用印' }).waitFor();
    await box('校长办公会').click();
    await chosen.filter({ hasText: '新增环节“校长办公会”' }).waitFor();
    await picture.getByRole('group').filter({ hasText: '初审' }).first().focus();
    await page.keyboard.press('Enter');
    await chosen.filter({ hasText: '初审' }).first().waitFor();
    await picture.locator('[data-selected="true"]').filter({ hasText: '初审' }).waitFor();
    await visitor.expectSound();
    await visitor.expectAccessible();

    await visitor.resize('phone');
    await page.getByRole('button', { name: /新增环节/ }).click();
    await picture.locator('[data-selected="true"]').filter({ hasText: '校长办公会' }).waitFor();
    await visitor.expectSound();
  });
});
