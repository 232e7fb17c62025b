import { beforeAll, expect, it } from '@jest/globals';
import type { Definition } from '#engine';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { decided, submittedAdmission } from '../support/office.ts';

interface Drafts {
  readonly items: readonly { readonly id: string }[];
}

describeInBrowser('trying a process', () => {
  let api: Api;
  let admin: Client;

  beforeAll(async () => {
    api = await startApi({ present: '2026-03-30T01:00:00.000Z' });
    admin = await api.signIn('admin');
  });

  it('plays the admission of a certificate: returned once, reminded, rejected, and kept as an example', async () => {
    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const stands = (where: string) => page.getByRole('status').filter({ hasText: where }).waitFor();
    const log = page.getByRole('region', { name: '经过' });

    await visitor.goTo('/definitions/certificate-admission/try');
    await stands('尚未发起');
    await button('发起').click();
    await stands('现在停在：填写准入论证表');
    await button('提交').click();
    await stands('现在停在：系党政联席会论证');

    await button('退回').click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('textbox', { name: '意见', exact: true }).fill('请补充实训条件');
    await button('退回').click();
    await stands('现在停在：修改准入论证表');
    await button('重新提交').click();
    await stands('现在停在：系党政联席会论证');

    await button('到下一个到期时刻').click();
    await log.getByText('“系党政联席会论证”第 1 项提醒到期').waitFor();
    await log.getByText(/通知系党政联席会、系主任：/).waitFor();
    await visitor.expectSound();

    await page.getByRole('textbox', { name: '意见', exact: true }).fill('暂不引入');
    await button('不同意').click();
    await stands('已结束于：不予准入');
    await button('退回一步').click();
    await stands('现在停在：系党政联席会论证');
    await page.getByRole('textbox', { name: '意见', exact: true }).fill('暂不引入');
    await button('不同意').click();

    await button('存为样例').click();
    await page.getByRole('textbox', { name: '样例名称' }).fill('退回一次后不予准入');
    await button('保存').click();
    await page.getByText('已存入一份新草稿').waitFor();
    const { items } = done(await admin.get<Drafts>('definitions/drafts?key=certificate-admission'));
    const { document } = done(await admin.get<{ document: Definition }>(`definitions/drafts/${items[0]?.id}`));
    expect(document.examples?.at(-1)).toMatchObject({
      title: { zh: '退回一次后不予准入' },
      expected: { states: ['rejected'], route: ['draft', 'expertArgument', 'returned', 'expertArgument', 'rejected'] },
    });
    expect(done(await admin.get(`definitions/drafts/${items[0]?.id}/verification`))).toEqual({ problems: [] });
    await visitor.goTo(`/definitions/drafts/${items[0]?.id}/try`);
    await button('发起').click();
    await button('提交').click();
    await stands('现在停在：系党政联席会论证');
    await button('存为样例').click();
    await page.getByRole('textbox', { name: '样例名称' }).fill('提交后待论证');
    await button('保存').click();
    await page.getByText('样例已存入草稿').waitFor();
    const lastKept = async () => {
      const { examples } = done(await admin.get<{ document: Definition }>(`definitions/drafts/${items[0]?.id}`)).document;
      return examples?.at(-1)?.title.zh;
    };
    await eventually(async () => expect(await lastKept()).toBe('提交后待论证'));
    await stands('现在停在：系党政联席会论证');
    await visitor.expectAccessible();
    await button('撤销').click();
    await eventually(async () => expect(await lastKept()).toBe('退回一次后不予准入'));
    expect(visitor.complaints).toEqual([]);
  });

  it('tells closed cases again: by the version in force nothing differs, by a changed draft it shows what would', async () => {
    const [lead, joint] = await api.signInAll('jh-xx-fuzeren', 'jh-xx-lianxihui');
    const rejected = await submittedAdmission(lead, 'X006');
    await decided(joint, rejected, { outcome: 'reject', comment: '条件不足' });
    const { document } = done(await admin.get<{ document: Definition }>('definitions/certificate-admission'));
    const { examples: _examples, machine, ...rest } = document;
    const states = machine.states ?? {};
    const argument = states['expertArgument'] ?? {};
    const lenient = {
      ...rest,
      machine: { ...machine, states: { ...states, expertArgument: { ...argument, on: { ...argument.on, reject: 'returned' } } } },
    };
    const { id } = done(await admin.post<{ id: string }>('definitions/drafts', { kind: 'document', document: lenient }));

    const visitor = await Visitor.at(api, { as: 'admin' });
    const { page } = visitor;
    await visitor.goTo(`/definitions/certificate-admission/what-if?draft=${id}`);
    await page.getByRole('status').filter({ hasText: '已比较 1 件：没有差别 0 件；路线不同 1 件' }).waitFor();
    await page.getByText('路线不同', { exact: true }).click();
    await page.getByText('“修改准入论证表”当时没有问过').waitFor();
    await visitor.expectSound();
    await page.getByRole('combobox', { name: '比较对象' }).click();
    await page.getByTitle('现行第 1 版').click();
    await page.getByRole('status').filter({ hasText: '已比较 1 件：没有差别 1 件' }).waitFor();
    await page.getByText('没有差别', { exact: true }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('is not for those who do not edit processes', async () => {
    const visitor = await Visitor.at(api, { as: 'jh-jiaowu' });
    await visitor.goTo('/definitions/certificate-admission/try');
    await visitor.page.getByText('您的岗位看不到这里').waitFor();
  });
});
