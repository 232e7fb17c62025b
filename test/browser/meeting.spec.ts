import { beforeAll, expect, it } from '@jest/globals';
import type { MeetingView, Page, QueuedTask } from '#case';
import { type Api, startApi } from '../support/api.ts';
import { describeInBrowser, Visitor } from '../support/browser.ts';
import { type Client, done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { pdf, viewOf } from '../support/office.ts';
import { auditedAdmission } from '../support/sitting.ts';

const codes = ['X001', 'X002', 'X011', 'X004', 'X005', 'X006', 'X007', 'X008', 'X009', 'X010'];
const seats = ['校长', '书记', '教学副校长', '科研副校长', '教务处长', '人事处长', '工会主席'];

describeInBrowser('a meeting of ten items', () => {
  let api: Api;
  let secretary: Client;
  let cases: readonly string[];
  let visitor: Visitor;
  let meeting: string;

  const read = async (): Promise<MeetingView> => done(await secretary.get<MeetingView>(`meetings/${meeting}`));
  const order = async (): Promise<readonly string[]> => (await read()).items.map(({ task }) => task.instance);

  beforeAll(async () => {
    // A Monday morning; the meeting is on Tuesday.
    api = await startApi({ present: '2026-03-30T01:00:00.000Z', environment: { SHENPI_SESSION_HOURS: '8760' } });
    const [lead, joint, affairs] = (await Promise.all(['jh-xx-fuzeren', 'jh-xx-lianxihui', 'jh-jiaowu'].map(api.signIn))) as [
      Client,
      Client,
      Client,
    ];
    secretary = await api.signIn('jh-xiaozhang');
    cases = await Promise.all(codes.map((code) => auditedAdmission(lead, joint, affairs, code)));
    visitor = await Visitor.at(api, { as: 'jh-xiaozhang' });
  });

  it('is convened with what waits, and its members', async () => {
    const { page } = visitor;
    await visitor.goTo('/meetings');
    await page.getByRole('button', { name: '召集会议' }).click();
    const member = page.getByRole('combobox', { name: '添加成员' });
    for (const seat of seats) {
      await member.fill(seat);
      // A colleague whose post is called so is offered, and not taken unless chosen.
      if (seat === '校长') await page.locator('.ant-select-item-option').filter({ hasText: '江淮校长办公会秘书' }).waitFor();
      await member.press('Enter');
      await page.getByRole('checkbox', { name: seat, exact: true }).waitFor();
    }
    await page.getByRole('checkbox', { name: '工会主席' }).uncheck();
    await page.getByText('应到 7 人，实到 6 人').waitFor();
    await visitor.expectSound();
    await page.getByRole('button', { name: '召集，列入 10 项' }).click();
    await page.waitForURL(/\/meetings\/./);
    meeting = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const { number, members, items, heldAt } = await read();
    expect({ number, heldAt, there: members.filter(({ isPresent }) => isPresent).length }).toEqual({
      number: '2026年第1次',
      heldAt: '2026-03-31T01:00:00.000Z',
      there: 6,
    });
    expect(new Set(items.map(({ task }) => task.instance))).toEqual(new Set(cases));
  });

  it('is ordered by keyboard, one step or several', async () => {
    const { page } = visitor;
    const before = await order();
    const handle = page.getByRole('button', { name: /的次序$/ });
    await handle.first().waitFor();
    await handle.first().focus();
    await page.keyboard.press('Space');
    await page.getByText('移到第 1 位').waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowDown');
    await page.getByText('移到第 2 位').waitFor({ state: 'attached' });
    await page.keyboard.press('Space');
    const [first, second, ...others] = before;
    await eventually(async () => expect(await order()).toEqual([second, first, ...others]));
    await visitor.settled();
    await page.getByRole('button', { name: /^上移/ }).nth(1).press('Enter');
    await eventually(async () => expect(await order()).toEqual(before));
  });

  it('has ten decisions recorded by keys, and loses none when the network goes', async () => {
    const { page, context } = visitor;
    await api.turnTo('2026-03-31T02:00:00.000Z');
    await visitor.goTo(`/meetings/${meeting}`);
    await page.getByText('已记录 0 / 10 项').waitFor();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: '会议纪要.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf) });
    await page.getByText('已附到 10 项').waitFor();
    for (let item = 1; item <= 5; item += 1) await page.keyboard.press('1');
    await page.getByText('已记录 5 / 10 项').waitFor();
    await context.setOffline(true);
    await page.keyboard.press('1');
    await page.keyboard.press('1');
    await page.keyboard.press('3');
    await page.getByText('3 项还没有送到服务器').waitFor();
    expect((await read()).items.filter(({ finding }) => finding !== undefined)).toHaveLength(5);
    await context.setOffline(false);
    await page.getByText('已记录 8 / 10 项').waitFor();
    await page.keyboard.press('2');
    await page.locator('[data-part=conditions]:focus').waitFor();
    await page.keyboard.type('一个月内补签校企合作协议。');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('4');
    await page.locator('[data-part=text]:focus').waitFor();
    await page.keyboard.type('实训条件不足。');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已记录 10 / 10 项').waitFor();
    const tally = { for: 6, against: 0, abstained: 0 };
    const [ninth, tenth] = (await read()).items.slice(8);
    expect(ninth?.finding).toMatchObject({ outcome: 'passed-with-conditions', conditions: '一个月内补签校企合作协议。', tally });
    expect(tenth?.finding).toMatchObject({ outcome: 'not-passed', tally: { for: 0, against: 6, abstained: 0 } });
    await visitor.expectSound();
  });

  it('is closed with the minutes that were shown, and its cases have moved on', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: /去看纪要/ }).click();
    const sheet = page.locator('article').getByText('决定：附条件通过');
    await sheet.waitFor();
    expect(await page.getByText('进入“党委会审定”').count()).toBe(8);
    await visitor.expectAccessible();
    await page.getByRole('button', { name: '签发纪要并结束会议' }).click();
    await page.getByText('江淮校长办公会秘书签发').waitFor();
    expect((await read()).minutes?.text).toContain('条件：一个月内补签校企合作协议。');
    const standing = await Promise.all(
      cases.map(async (instance) => (await viewOf(await api.signIn('jh-jiaowu'), instance)).states[0]?.path),
    );
    expect(standing.filter((path) => path === 'partyCommittee')).toHaveLength(8);
    expect(standing).toEqual(expect.arrayContaining(['officeMeeting', 'rejected']));
    const queue = await secretary.get<Page<QueuedTask>>(
      `meetings/queue?body=president-meeting&organisation=${secretary.at('president-meeting')}`,
    );
    expect(done(queue).items).toHaveLength(1);
    await visitor.settled();
    await visitor.expectSound();
  });
});
