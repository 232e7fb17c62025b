import { describe, expect, it } from '@jest/globals';
import { batch, type Children, entry, kinds, perLine, submitted, three } from '../../../../../test/support/child-cases.ts';
import { cast, final, one, post, processOf, step } from '../../../../../test/support/definitions.ts';
import { plainDueTime } from '../../../../../test/support/plain-due-time.ts';
import { begin, compiled } from '../../../../../test/support/play.ts';
import { compile } from '../../compile/compile.ts';
import type { Definition } from '../../definition/definition.ts';

describe('child cases', () => {
  it('begin when their state is entered, one for each item, with what stands in the item', () => {
    const play = submitted();
    expect(play.last).toMatchObject({
      effects: expect.arrayContaining([
        {
          kind: 'start-child',
          child: 2,
          state: 'lines',
          definition: 'line-case',
          depth: 1,
          form: { certificate: 'Web前端开发', students: 40, note: '第二批' },
        },
      ]),
    });
    expect([...play.children]).toEqual([1, 2, 3]);
    expect(entry(play)).toMatchObject({ kind: 'decided', started: { children: [1, 2, 3] } });
    expect(play.view()).toEqual({ states: ['lines'], tasks: [], timers: [] });
  });

  it('are one where there is no list, at the organisation that is named', () => {
    const { each: _each, ...single } = perLine;
    const document = batch();
    const machine = document.machine.states?.['lines'];
    if (machine?.meta === undefined) throw new Error('no state');
    machine.meta = { children: { ...single, organisation: 'subject.city.id', form: { certificate: 'form.lines[0].certificate' } } };
    const play = begin(document, { cast }).start('clerk', { lines: three });
    play.decide('clerk', 'submit');
    expect(play.sent).toContainEqual(
      expect.objectContaining({ kind: 'start-child', child: 1, organisation: 'city-1', form: { certificate: 'WPS办公应用' } }),
    );
  });

  it('are counted as they end, and their results can be read when enough have passed', () => {
    const play = submitted();
    play.childEnded(2, 'approved', { hours: 8, stray: 'x' });
    expect(entry(play)).toMatchObject({
      kind: 'child-ended',
      child: 2,
      outcome: 'approved',
      author: { kind: 'system' },
      step: 'lines',
      to: ['lines'],
    });
    play.childEnded(1, 'approved', { hours: 'many' });
    play.childEnded(3, 'approved', { hours: 4 });
    expect(entry(play)).toMatchObject({ kind: 'child-ended', child: 3, settled: 'done', to: ['office'] });
    expect(play.state.data).toEqual({ hours: 12, passed: 3 });
    expect(play.state.children).toBeUndefined();
    expect(kinds(play)).not.toContain('end-child');
  });

  it('that cannot be enough any more are settled at once, and the others end', () => {
    const play = submitted();
    play.childEnded(1, 'approved');
    play.childEnded(3, 'rejected');
    expect(play.view().states).toEqual(['failed']);
    expect(play.last).toMatchObject({ effects: expect.arrayContaining([{ kind: 'end-child', child: 2, because: 'left' }]) });
    expect(play.state.data).toEqual({ passed: 1 });
  });

  it.each<[Children['wait'], Children['passes'] | undefined, string[], string]>([
    ['any', ['approved'], ['rejected', 'approved'], 'office'],
    ['any', ['approved'], ['rejected', 'withdrawn', 'rejected'], 'failed'],
    [{ atLeast: 2 }, ['approved'], ['approved', 'rejected', 'approved'], 'office'],
    [{ atLeast: 2 }, ['approved'], ['rejected', 'rejected'], 'failed'],
    [{ atLeast: '2/3' }, ['approved'], ['rejected', 'approved', 'approved'], 'office'],
    [{ atLeast: '1/2' }, ['approved'], ['rejected', 'rejected'], 'failed'],
    ['all', undefined, ['rejected', 'terminated', 'withdrawn'], 'office'],
    ['any', ['terminated'], ['terminated'], 'office'],
    [{ atLeast: 4 }, ['approved'], [], 'failed'],
  ])('waiting for %j of those that %j: %j leads to %s', (wait, passes, ends, leadsTo) => {
    const { passes: _passes, ...rest } = perLine;
    const document = batch();
    const state = document.machine.states?.['lines'];
    if (state?.meta === undefined) throw new Error('no state');
    state.meta = { children: { ...rest, wait, ...(passes !== undefined && { passes }) } };
    const play = begin(document, { cast }).start('clerk', { lines: three });
    play.decide('clerk', 'submit');
    for (const [index, end] of ends.entries()) expect(play.childEnded(index + 1, end).kind).toBe('advanced');
    expect(play.view().states).toEqual([leadsTo]);
  });

  it.each<[Children['wait'], string]>([
    ['all', 'office'],
    ['any', 'failed'],
    [{ atLeast: '2/3' }, 'office'],
  ])('of an empty list are settled at once under %j', (wait, leadsTo) => {
    const play = submitted({ wait }, []);
    expect(play.view().states).toEqual([leadsTo]);
    expect(entry(play)).toMatchObject({ kind: 'children-settled', step: 'lines', settled: leadsTo === 'office' ? 'done' : 'failed' });
  });

  it('have an effect once: a second arrival, and one that comes late, are refused', () => {
    const play = submitted();
    play.childEnded(1, 'approved');
    expect(play.childEnded(1, 'rejected')).toMatchObject({ kind: 'refused', code: 'child.not-running' });
    play.childEnded(2, 'rejected');
    expect(play.childEnded(3, 'approved')).toMatchObject({ kind: 'refused', code: 'case.finished' });
    const other = submitted({ wait: 'any' });
    other.childEnded(2, 'approved');
    expect(other.childEnded(3, 'approved')).toMatchObject({ kind: 'refused', code: 'child.not-running' });
  });

  it('have new numbers when their state is entered again', () => {
    const play = submitted({ wait: 'any' });
    play.childEnded(1, 'approved');
    play.decide('head', 'reject', { comment: '重报' });
    play.decide('clerk', 'submit');
    expect(play.state.children?.['lines']?.running).toEqual([4, 5, 6]);
    expect(play.childEnded(2, 'approved')).toMatchObject({ code: 'child.not-running' });
  });

  it('end with their parent, which says why', () => {
    const withdrawn = submitted();
    withdrawn.childEnded(2, 'approved');
    withdrawn.withdraw('clerk', '不报了');
    expect(withdrawn.last).toMatchObject({ effects: [1, 3].map((child) => ({ kind: 'end-child', child, because: 'withdrawn' })) });
    const terminated = submitted();
    terminated.send('officer', { kind: 'terminate', comment: '错误' });
    expect(terminated.last).toMatchObject({ effects: [1, 2, 3].map((child) => ({ kind: 'end-child', child, because: 'terminated' })) });
    const moved = submitted();
    moved.send('officer', { kind: 'jump', to: 'office', comment: '先办' });
    expect([...moved.children]).toEqual([]);
    expect(moved.state.children).toBeUndefined();
  });

  it('are more than one decision may start: the decision is refused', () => {
    const lines = Array.from({ length: 201 }, () => three[0] ?? {});
    const play = begin(batch(), { cast }).start('clerk', { lines: lines as never });
    expect(play.decide('clerk', 'submit')).toMatchObject({ code: 'children.too-many', params: { count: 201, limit: 200 } });
  });

  it('cannot be taken back', () => {
    const play = submitted();
    expect(play.send('clerk', { kind: 'take-back', task: 1 })).toMatchObject({ kind: 'refused', code: 'take-back.too-late' });
  });

  it('count while their parent is suspended', () => {
    const play = submitted({ wait: 'any' });
    play.send('officer', { kind: 'suspend', comment: '核查' });
    play.childEnded(1, 'approved');
    expect(play.view().states).toEqual(['office']);
    expect(play.decide('head', 'approve')).toMatchObject({ code: 'case.suspended' });
  });

  it('that cannot be started are an incident, and started again when an operator says so', () => {
    const play = submitted();
    play.childRefused(2, 'definition.unknown');
    expect(play.last).toMatchObject({
      effects: [{ kind: 'open-incident', step: 'lines', code: 'child-failed', detail: 'definition.unknown' }],
    });
    expect(entry(play)).toMatchObject({ kind: 'child-failed', child: 2, cause: 'definition.unknown' });
    play.childRefused(3, 'case.duplicate');
    expect(kinds(play)).toEqual([]);
    expect(play.childRefused(3)).toMatchObject({ code: 'child.not-running' });
    play.send('officer', { kind: 'retry', step: 'lines' });
    expect(play.last).toMatchObject({
      effects: [
        { kind: 'retry-child', child: 2 },
        { kind: 'retry-child', child: 3 },
        { kind: 'close-incident', step: 'lines' },
      ],
    });
    expect(play.send('officer', { kind: 'retry', step: 'lines' })).toMatchObject({ code: 'retry.not-held' });
    play.childRefused(2);
    play.childEnded(2, 'approved');
    expect(play.incidents.size).toBe(0);
    play.childRefused(3);
    play.withdraw('clerk', '不报了');
    expect(play.incidents.size).toBe(0);
  });
});

describe('a case that is a child', () => {
  const line = (more: Partial<Definition> = {}) =>
    processOf(
      {
        initial: 'review',
        on: { withdraw: '.withdrawn' },
        states: {
          review: { meta: step(post('head'), one('approve')), on: { approve: 'approved' } },
          approved: { type: 'final', output: { hours: 'form.amount' } },
          withdrawn: final,
        },
      },
      { start: { posts: [], asChild: true }, ...more },
    );
  const parent = { instance: 'parent', child: 2, depth: 1 };

  it('begins for its parent’s applicant, and tells the parent of its end', () => {
    const play = begin(line(), { cast }).startAsChild(parent, { amount: 7 });
    expect(play.state).toMatchObject({ applicant: 'clerk', parent });
    expect(entry(play)).toMatchObject({ kind: 'started', author: { kind: 'system' }, parent });
    play.decide('head', 'approve');
    expect(play.last).toMatchObject({ effects: expect.arrayContaining([{ kind: 'tell-parent', instance: 'parent', child: 2 }]) });
    expect(play.state.machine.output).toEqual({ hours: 7 });
  });

  it('begins only where its definition lets it, and not too deep', () => {
    const closed = begin(line({ start: { posts: ['clerk'], bySystem: true } }), { cast }).startAsChild(parent);
    expect(closed.last).toMatchObject({ kind: 'refused', code: 'start.not-allowed' });
    expect(begin(line(), { cast }).startAsChild({ ...parent, depth: 5 }).last.kind).toBe('advanced');
    expect(begin(line(), { cast }).startAsChild({ ...parent, depth: 6 }).last).toMatchObject({ code: 'children.too-deep' });
    expect(begin(line(), { cast }).start('clerk').last).toMatchObject({ code: 'start.not-allowed' });
  });

  it.each([
    ['withdrawn', ['withdrawn']],
    ['terminated', ['$terminated']],
    ['left', ['$terminated']],
  ] as const)('ends when its parent was %s', (because, states) => {
    const play = begin(line(), { cast }).startAsChild(parent, { amount: 7 });
    play.send('officer', { kind: 'suspend', comment: '核查' });
    play.end(because);
    expect(play.view()).toMatchObject({ states, tasks: [] });
    expect(entry(play)).toMatchObject({ kind: 'ended', cause: because, author: { kind: 'system' } });
    expect(kinds(play)).not.toContain('tell-parent');
    expect(play.end(because)).toMatchObject({ code: 'case.finished' });
  });
});

describe('a document', () => {
  const problems = (document: Definition) => {
    const result = compile(document, { dueTime: plainDueTime, facts: {} });
    return result.kind === 'faulty' ? result.problems.map(({ code, pointer }) => `${code} ${pointer}`) : [];
  };
  const at = '/machine/states/lines';

  it.each<[string, Partial<Children>, string[]]>([
    ['a list that is none', { each: 'size(form.lines)' }, [`expression.result ${at}/meta/children/each`]],
    ['a column that is not there', { form: { x: 'item.level' } }, [`expression.type ${at}/meta/children/form/x`]],
    ['a column that may be empty', { form: { x: 'item.note' } }, [`expression.optional-field ${at}/meta/children/form/x`]],
    ['an organisation that is a number', { organisation: 'item.students' }, [`expression.result ${at}/meta/children/organisation`]],
    ['a share of more than all', { wait: { atLeast: '3/2' } }, [`policy.fraction ${at}/meta/children/wait`]],
    [
      'an output every result has',
      { output: { state: { type: 'string', title: '状态' }, hours: { type: 'number', title: '学时' } } },
      [`errand.output-taken ${at}/meta/children/output/state`],
    ],
    [
      'a filtered list',
      { each: 'form.lines.filter(l, l.students > 10)', form: { x: 'item.note' } },
      [`expression.optional-field ${at}/meta/children/form/x`],
    ],
  ])('with %s is faulty', (_what, children, expected) => {
    expect(problems(batch(children))).toEqual(expected);
  });

  it('has to say where its children lead, and to lead out of the state whatever its rules say', () => {
    const document = batch();
    const lines = document.machine.states?.['lines'];
    if (lines?.on === undefined) throw new Error('no state');
    delete lines.on['childrenFailed'];
    expect(problems(document)).toContain(`errand.without-transition ${at}/on`);
    lines.on['childrenDone'] = [{ target: 'office' }, { actions: { type: 'set', params: { passed: '1' } } }];
    lines.on['childrenFailed'] = { target: 'failed', guard: { type: 'rules', params: { when: 'children.passed > 0', all: [] } } };
    expect(problems(document)).toEqual(['childrenDone', 'childrenFailed'].map((event) => `errand.no-way-out ${at}/on/${event}`));
  });

  it('hears of children nowhere but where they are waited for', () => {
    const document = batch();
    const office = document.machine.states?.['office'];
    if (office?.on === undefined || office.meta === undefined) throw new Error('no state');
    office.on['childrenDone'] = 'done';
    expect(problems(document)).toEqual(['event.unknown /machine/states/office/on/childrenDone']);
    delete office.on['childrenDone'];
    office.meta = { ...office.meta, call: { to: 'bank', body: {} } };
    office.on['callDone'] = 'done';
    expect(problems(document)).toEqual(['errand.not-alone /machine/states/office/meta']);
  });

  it('may not name a signal like an event of its children', () => {
    expect(problems({ ...batch(), signals: { childrenDone: { title: { zh: '完成' } } } })).toContain(
      'signal.name-taken /signals/childrenDone',
    );
  });

  it('is itself where nothing is wrong', () => {
    expect(compiled(batch()).errands.get('lines')).toMatchObject({ of: 'children', names: ['hours'] });
  });
});
