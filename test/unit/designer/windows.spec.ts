import { describe, expect, it } from '@jest/globals';
import { type Definition, valueAt, verify, withValue } from '#engine';
import { bindStart, boundWindow } from '../../../apps/console/src/designer/windows/binding.ts';
import { handingIn, windowRoles, windowState, windowsUsed } from '../../../apps/console/src/designer/windows/windows.ts';
import { workflowCatalogue } from '../../../workflows/catalogue.ts';
import { draft, final, processOf } from '../../support/definitions.ts';
import { plainDueTime } from '../../support/plain-due-time.ts';

const times = ['school', 'city', 'province'].flatMap((role) => [
  [`${role}Opens`, 'timestamp'],
  [`${role}Closes`, 'timestamp'],
  [`${role}Days`, 'string'],
]);
const catalogue = {
  window: { parameters: { season: 'string', year: 'double' }, fields: Object.fromEntries(times) as Record<string, 'string'> },
} as const;

const named = (key: string): Definition => workflowCatalogue.find((definition) => definition.key === key) as Definition;
const plain = processOf({ initial: 'draft', states: { draft: { ...draft('end'), on: { submit: 'end' } }, end: final } });
const ruleAt = '/machine/states/draft/on/submit/guard/params/all/0';

describe('the windows a process goes by', () => {
  it('are those its conditions and clocks read, each with the states that do', () => {
    const used = windowsUsed(named('annual-application'), catalogue);
    expect(used).toEqual([
      { role: 'school', states: ['draft', 'schoolArgument', 'principalMeeting', 'ready'] },
      { role: 'city', states: ['cityReview', 'returned'] },
      { role: 'province', states: ['provinceReview', 'returned', 'cityOverdue'] },
    ]);
  });

  it('are none where a register of another name is asked, or where a text only looks alike', () => {
    expect(windowsUsed(named('quota-increase'), catalogue)).toEqual([]);
    const alike = withValue(plain, '/description', { zh: 'facts.window.schoolCloses' });
    expect(windowsUsed(withValue(alike, '/facts', { window: { source: 'other', with: {} } }), catalogue)).toEqual([]);
  });

  it('are coming, open to their last instant, and closed', () => {
    const window = { opens: '2026-03-21T16:00:00.000Z', closes: '2026-04-02T15:59:59.999Z' };
    const states = ['2026-03-21T15:59:59.999Z', window.opens, window.closes, '2026-04-02T16:00:00.000Z'];
    expect(states.map((at) => windowState(window, Date.parse(at)))).toEqual(['coming', 'open', 'open', 'closed']);
  });
});

describe('binding the start to a window', () => {
  it.each(windowRoles)('%s: handing in is refused outside of it, and the document is as it was when it is taken off', (role) => {
    const bound = bindStart(plain, catalogue, role);
    expect(boundWindow(bound, catalogue)).toBe(role);
    expect(windowsUsed(bound, catalogue)).toEqual([{ role, states: ['draft'] }]);
    expect(verify(bound, { facts: catalogue, dueTime: plainDueTime }).filter(({ severity }) => severity === 'error')).toEqual([]);
    const free = bindStart(bound, catalogue, undefined);
    expect(boundWindow(free, catalogue)).toBeUndefined();
    expect(withValue(free, '/machine/states/draft/on/submit', 'end')).toEqual(plain);
  });

  it('changes the window instead of adding a second one', () => {
    const changed = bindStart(bindStart(plain, catalogue, 'city'), catalogue, 'school');
    expect(changed).toEqual(bindStart(plain, catalogue, 'school'));
  });

  it('asks the register as the process does, and leaves its own rules', () => {
    const annual = named('annual-application');
    const bound = bindStart(annual, catalogue, 'school');
    expect(bound.facts).toEqual(annual.facts);
    const rules = valueAt(bound, '/machine/states/draft/on/submit/guard/params/all') as readonly { readonly when: string }[];
    expect(rules.at(-1)?.when).toBe('now >= facts.window.schoolOpens && now <= facts.window.schoolCloses');
    expect(bindStart(bound, catalogue, undefined)).toEqual(annual);
  });

  it('takes another name for what it asks where the name is taken', () => {
    const taken = withValue(plain, '/facts', { springWindow: { source: 'window', with: { season: '"spring"', year: '2026.0' } } });
    const bound = bindStart(taken, catalogue, 'school');
    expect(Object.keys(bound.facts ?? {})).toEqual(['springWindow', 'springWindow2', 'autumnWindow']);
    expect(valueAt(bound, `${ruleAt}/when`)).toContain('facts.springWindow2.schoolOpens');
    expect(bindStart(bound, catalogue, undefined).facts).toEqual(taken.facts);
  });

  it('reaches every way on, and nothing where the process is not handed in by anybody', () => {
    const guard = { type: 'rules', params: { when: 'now > now', all: [] } };
    const forked = withValue(plain, '/machine/states/draft/on/submit', [{ target: 'end', guard }, 'end']);
    const bound = bindStart(forked, catalogue, 'school');
    expect(boundWindow(bound, catalogue)).toBe('school');
    const half = withValue(bound, '/machine/states/draft/on/submit/1', 'end');
    expect(boundWindow(half, catalogue)).toBeUndefined();
    expect(handingIn(processOf({ initial: 'end', states: { end: final } }))).toBeUndefined();
  });
});
