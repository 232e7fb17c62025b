import { beforeAll, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';
import { startAdmission, submittedAdmission, viewOf } from '../support/office.ts';
import { requested, supplementing } from '../support/supplementing.ts';

describeInBrowser('what else may be done with a case', () => {
  let api: Api;
  let lead: Client;

  beforeAll(async () => {
    api = await startApi();
    const [admin, own] = await api.signInAll('admin', 'jh-xx-fuzeren');
    lead = own;
    done(await admin.post('definitions', { document: supplementing }));
  });

  const visit = async (as: string, instance: string): Promise<Visitor> => {
    const visitor = await Visitor.at(api, { as });
    await visitor.goTo(`/cases/${instance}`);
    return visitor;
  };

  it('the applicant urges, which can be done once; copies it, and remarks on it', async () => {
    const instance = await submittedAdmission(lead, 'X001');
    const visitor = await visit('jh-xx-fuzeren', instance);
    const urge = await dialogOf(visitor, '催办');
    await urge.getByText('将通知：').waitFor();
    await confirmed(visitor, urge, '催办');
    await lastLine(visitor, /催办/);

    // Once in 24 hours: it is not offered again.
    await visitor.page.getByRole('button', { name: '催办', exact: true }).waitFor({ state: 'detached' });

    const copy = await dialogOf(visitor, '抄送');
    await pick(visitor, copy, '抄送给', '江淮分管校领导');
    await confirmed(visitor, copy, '抄送', '江淮分管校领导');
    await lastLine(visitor, /抄送/);
    expect(done(await (await api.signIn('jh-lingdao')).get<{ total: number }>('instances/copied')).total).toBe(1);

    const remark = await dialogOf(visitor, '留言');
    await remark.getByRole('textbox', { name: '内容' }).fill('材料原件已送到系办公室。');
    await confirmed(visitor, remark, '留言');
    await lastLine(visitor, /留言[^]*材料原件已送到系办公室。/);
    await visitor.expectSound();
  });

  it('the joint meeting claims it, has others sign, lets them off, has it answered, and hands it over, though not to the applicant', async () => {
    const instance = await submittedAdmission(lead, 'X002');
    const visitor = await visit('jh-xx-lianxihui', instance);
    const claim = await dialogOf(visitor, '签收');
    await confirmed(visitor, claim, '签收');
    await lastLine(visitor, /签收/);

    const add = await dialogOf(visitor, '加签');
    await pick(visitor, add, '签署人', '江淮校内专家甲');
    await add.getByText('与我并列').click();
    await add.getByRole('textbox', { name: '理由' }).fill('请专家一同签署。');
    await confirmed(visitor, add, '加签', '江淮校内专家甲');
    await lastLine(visitor, /加签[^]*江淮校内专家甲/);

    const remove = await dialogOf(visitor, '减签');
    await remove.getByRole('checkbox', { name: '江淮校内专家甲' }).check();
    await remove.getByRole('textbox', { name: '理由' }).fill('专家回避。');
    await confirmed(visitor, remove, '减签', '江淮校内专家甲');
    await lastLine(visitor, /减签[^]*江淮校内专家甲/);

    const delegate = await dialogOf(visitor, '委派');
    await pick(visitor, delegate, '办理人', '江淮校内专家乙');
    await delegate.getByRole('textbox', { name: '理由' }).fill('请核实实训条件。');
    await confirmed(visitor, delegate, '委派', '江淮校内专家乙');
    await lastLine(visitor, /委派[^]*江淮校内专家乙/);

    const expert = await visit('jh-zhuanjia-yi', instance);
    const answer = await dialogOf(expert, '答复');
    await answer.getByRole('textbox', { name: '答复内容' }).fill('工位充足。');
    await confirmed(expert, answer, '答复');
    await lastLine(expert, /答复委派[^]*工位充足。/);

    await visitor.page.reload();
    const refused = await dialogOf(visitor, '转办');
    await pick(visitor, refused, '办理人', '信息工程系证书负责人');
    await refused.getByRole('textbox', { name: '理由' }).fill('本人出差。');
    await refused.getByText('申请人不能审批自己的申请，请另选他人。').waitFor();
    expect(await refused.getByRole('button', { name: /^转办：/ }).isDisabled()).toBe(true);
    await visitor.expectAccessible();
    await refused.getByRole('button', { name: /取 ?消/ }).click();
    await refused.waitFor({ state: 'hidden' });

    const transfer = await dialogOf(visitor, '转办');
    await pick(visitor, transfer, '办理人', '信息工程系主任');
    await transfer.getByRole('textbox', { name: '理由' }).fill('本人出差。');
    await confirmed(visitor, transfer, '转办', '信息工程系主任');
    await lastLine(visitor, /转办[^]*信息工程系主任[^]*本人出差。/);
    const [task] = (await viewOf(lead, instance)).steps.flatMap(({ tasks }) => tasks);
    expect(task?.assignee.person?.name).toBe('信息工程系主任');
    await visitor.expectSound();
  });

  it('an administrator suspends it, takes it up again, moves it to another step by hand, and ends it', async () => {
    const instance = await submittedAdmission(lead, 'X004');
    const visitor = await visit('admin', instance);
    const { page } = visitor;
    const suspend = await dialogOf(visitor, '挂起');
    expect(await suspend.getByRole('button', { name: '确认挂起' }).isDisabled()).toBe(true);
    await suspend.getByRole('textbox', { name: '理由' }).fill('核查材料真实性。');
    await confirmed(visitor, suspend, '挂起');
    await page.getByText('已挂起，计时停止').waitFor();

    const resume = await dialogOf(visitor, '恢复');
    await resume.getByRole('textbox', { name: '理由' }).fill('核查完毕。');
    await confirmed(visitor, resume, '恢复');
    await page.getByText('已挂起，计时停止').waitFor({ state: 'detached' });

    const jump = await dialogOf(visitor, '跳转到其他环节');
    await jump.getByRole('combobox', { name: '移到' }).click();
    await page.locator('.ant-select-item-option').filter({ hasText: '教务' }).first().click();
    await jump.getByText(/^进入“/).waitFor();
    await jump.getByRole('textbox', { name: '理由' }).fill('论证已在线下完成。');
    await confirmed(visitor, jump, '跳转到其他环节');
    await lastLine(visitor, /管理员跳转[^]*论证已在线下完成。/);

    const end = await dialogOf(visitor, '终止申请');
    await end.getByText(/^办结：/).waitFor();
    await end.getByRole('textbox', { name: '理由' }).fill('证书已停用。');
    await confirmed(visitor, end, '终止申请');
    await lastLine(visitor, /终止[^]*证书已停用。/);
    expect((await viewOf(lead, instance)).isFinished).toBe(true);
    await visitor.expectSound();
  });

  it('the applicant supplements it, gives it up; and whoever decided takes it back', async () => {
    const instance = await requested(lead);
    const visitor = await visit('jh-xx-fuzeren', instance);
    const supplement = await dialogOf(visitor, '补充材料');
    await supplement.locator('#supplement_reason').fill('扩招一个班。');
    await supplement.getByRole('textbox', { name: '理由', exact: true }).last().fill('学校通知。');
    await confirmed(visitor, supplement, '补充材料');
    await lastLine(visitor, /补充材料/);
    expect((await viewOf(lead, instance)).form.fields).toMatchObject({ reason: '扩招一个班。' });

    const other = await requested(lead);
    const [affairs] = await api.signInAll('jh-jiaowu');
    const [task] = (await viewOf(affairs, other)).myTasks;
    done(await affairs.post(`tasks/${task?.id}/decisions`, { outcome: 'approve', formVersion: 1 }));
    const decider = await visit('jh-jiaowu', other);
    const back = await dialogOf(decider, '拿回我的意见');
    await confirmed(decider, back, '拿回我的意见');
    await lastLine(decider, /拿回意见/);
    await decider.page.getByRole('heading', { name: '请您办理' }).waitFor();

    const begun = await startAdmission(lead, 'X005');
    const own = await visit('jh-xx-fuzeren', begun);
    const withdraw = await dialogOf(own, '撤回申请');
    await withdraw.getByRole('textbox', { name: '理由' }).fill('不再需要。');
    await confirmed(own, withdraw, '撤回申请');
    await lastLine(own, /撤回申请[^]*不再需要。/);
    await own.expectSound();
  });
});

/** What stands as a button of its own. */
const buttons = new Set(['签收', '答复', '拿回我的意见', '撤回申请', '催办', '留言', '恢复']);

/** Opens what a verb asks for: from its button, or from behind 更多. */
async function dialogOf({ page }: Visitor, verb: string): Promise<Locator> {
  if (buttons.has(verb)) await page.getByRole('button', { name: verb, exact: true }).click();
  else {
    await page.getByRole('button', { name: '对本申请的其他操作' }).click();
    await page.getByRole('menuitem', { name: verb, exact: true }).click();
  }
  const dialog = page.getByRole('dialog', { name: verb, exact: true });
  await dialog.waitFor();
  return dialog;
}

/** Confirms in the words of the button, once it has been looked at what it would do. */
async function confirmed(visitor: Visitor, dialog: Locator, verb: string, people?: string): Promise<void> {
  const button = dialog.getByRole('button', { name: people === undefined ? `确认${verb}` : `${verb}：${people}`, exact: true });
  await button.and(visitor.page.locator(':enabled')).click();
  await visitor.page.getByText(`已完成：${verb}`).first().waitFor();
  await dialog.waitFor({ state: 'hidden' });
}

async function pick(visitor: Visitor, dialog: Locator, label: string, name: string): Promise<void> {
  await visitor.find(dialog.getByRole('combobox', { name: label }), name);
  await visitor.page.keyboard.press('Tab');
}

/** What the page says happened last. */
const lastLine = ({ page }: Visitor, words: RegExp): Promise<void> =>
  page.getByRole('region', { name: '办理过程' }).getByRole('listitem').first().filter({ hasText: words }).waitFor();
