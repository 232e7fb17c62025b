import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type BpmnRefusalCode, bpmnLimits, bpmnRefusalCodes, type Definition } from '#engine';
import { writeBpmn } from '../../../apps/console/src/exchange/bpmn/write-bpmn.ts';
import { workflowCatalogue } from '../../../workflows/catalogue.ts';
import { templateCatalogue } from '../../../workflows/templates/catalogue.ts';
import { arbitraryFile, mutated, truncated } from '../../support/arbitrary-bpmn.ts';
import { arbitraryProcess } from '../../support/arbitrary-process.ts';
import { bodiesOf, carried, drawn, file, findingsIn, imported, listOf, stepNamed, tasksOf, waysOf } from '../../support/imported-bpmn.ts';

describe('our own files come back', () => {
  it.each([...workflowCatalogue, ...templateCatalogue].map((definition) => [definition.key, definition] as const))(
    '%s: the same steps asked of the same bodies, the same ways between them but for those the list names',
    async (key, definition) => {
      const diagram = drawn(definition);
      const draft = await carried(await writeBpmn(diagram));
      expect({ key: draft.key, title: draft.title }).toEqual({ key, title: definition.title.zh });
      expect(draft.steps.map(({ title }) => title).toSorted()).toEqual(tasksOf(diagram));
      expect(bodiesOf(draft.document)).toEqual(bodiesOf(definition));
      const lost = new Set(draft.losses.filter(({ code }) => code === 'bpmn.timer').map(({ element }) => element));
      expect(waysOf(drawn(draft.document))).toEqual(waysOf(diagram, lost));
      // What cannot be reached is what only a lost time leads to; nothing else is wrong with the shape.
      const codes = findingsIn(draft.document).flatMap(({ code, severity }) => (severity === 'error' ? [code] : []));
      expect(codes.filter((code) => code !== 'state.unreachable')).toEqual([]);
      expect(codes.length > 0).toBe(lost.size > 0 && key === 'annual-application');
    },
  );

  it('the list says exactly what certificate admission loses', async () => {
    const admission = workflowCatalogue.find(({ key }) => key === 'certificate-admission') as Definition;
    const draft = await carried(await writeBpmn(drawn(admission)));
    expect(listOf(draft)).toEqual([
      'bpmn.own-file process_certificate-admission',
      'bpmn.event-subprocess anytime1',
      ...['flow2', 'flow5', 'flow11', 'flow14', 'flow18', 'flow20', 'flow22'].map((flow) => `bpmn.own-rules ${flow}`),
      'bpmn.no-form process_certificate-admission',
    ]);
    expect(draft.losses[2]?.message.zh).toContain('R-NC21-13 R-NC21-10 R-AH21-02');
  });

  it('whatever the process: its steps, and a draft that can be verified', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProcess, async (definition) => {
        const diagram = drawn(definition);
        const draft = await carried(await writeBpmn(diagram));
        expect(draft.steps.map(({ title }) => title).toSorted()).toEqual(tasksOf(diagram));
        expect(findingsIn(draft.document).filter(({ code }) => code === 'document.invalid')).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });
});

describe('files of others', () => {
  it('seal-request: fields, a decision, a condition, times, and what has no equal', async () => {
    const draft = await carried(file('seal-request'));
    const { document } = draft;
    expect(draft).toMatchObject({ key: 'seal-request', title: '用印申请', start: { post: 'certificate-lead', at: 'department' } });
    expect(draft.steps.map(({ title }) => title)).toEqual(['填写用印申请', '系主任审批', '校领导审批', '盖章']);
    expect(document.form.schema).toMatchObject({
      properties: {
        document: { type: 'string', title: '用印文件' },
        copies: { type: 'integer' },
        kind: { oneOf: [{ const: 'official', title: '公章' }, { const: 'contract' }] },
      },
      required: ['document', 'copies'],
    });
    expect(document.form.schema.properties).not.toHaveProperty('approved');
    const dean = stepNamed(document, '系主任审批');
    expect(dean?.meta?.step).toMatchObject({
      assignees: [{ post: 'dean', at: 'department' }],
      decide: { by: 'one', outcomes: ['approve', { name: 'return', title: { zh: '退回修改' }, kind: 'return' }] },
      due: 'P3D',
      remind: [{ at: 'due' }],
    });
    expect(dean?.on).toEqual({ approve: 'many', return: 'prepare' });
    expect(document.machine.states?.many?.always).toEqual([
      { target: 'leader', guard: { type: 'rules', params: { when: '(has(form.copies) && form.copies > 10)', all: [] } } },
      { target: 'stamp' },
    ]);
    expect(stepNamed(document, '校领导审批')?.meta?.step).toMatchObject({
      assignees: [{ post: 'school-leader', at: 'school', each: true }],
      decide: { by: 'all' },
    });
    expect(stepNamed(document, '盖章')).toMatchObject({
      meta: { step: { assignees: [{ post: 'seal-office' }] } },
      on: { approve: 'stamped' },
      after: { P30D: 'lapsed' },
    });
    expect(listOf(draft).toSorted()).toEqual([
      'bpmn.automatic-task remind',
      'bpmn.extension deanReview',
      'bpmn.multi-instance leader',
      'bpmn.timer-beside deanLate',
      'bpmn.unknown-post stamp',
    ]);
    expect(findingsIn(document).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('purchase: branches, a subprocess with its time, a message, lanes, and what has no equal', async () => {
    const draft = await carried(file('purchase'));
    const { document } = draft;
    expect(draft.title).toBe('设备采购');
    expect(document.machine.states?.split).toMatchObject({
      type: 'parallel',
      states: {
        branch1: { initial: 'budget', states: { budget: { on: { approve: 'done' } }, done: { type: 'final' } } },
        branch2: { initial: 'market', states: { market: { on: { approve: 'compare' } }, compare: { on: { approve: 'done' } } } },
      },
      onDone: 'contract',
    });
    expect(document.machine.states?.contract).toMatchObject({ initial: 'drafting', onDone: 'goods', after: { P60D: 'given' } });
    expect(document.machine.states?.goods?.on).toEqual({ delivered: 'receive' });
    expect(stepNamed(document, '提出需求')?.meta?.step?.assignees).toEqual([{ post: 'dean', at: 'department' }]);
    expect(stepNamed(document, '验收入库')).toMatchObject({
      meta: { step: { assignees: [{ post: '仓库' }], decide: { outcomes: [{ title: { zh: '合格' } }, { title: { zh: '换货' } }] } } },
      on: { way: 'done', way2: 'goods' },
    });
    expect(listOf(draft).toSorted()).toEqual([
      'bpmn.automatic-task book',
      'bpmn.call-activity pay',
      'bpmn.data bill',
      'bpmn.data billData',
      'bpmn.data note',
      'bpmn.data order',
      'bpmn.end-event given',
      'bpmn.event-subprocess cancelled',
      'bpmn.lane laneStore',
      'bpmn.no-form purchase',
      'bpmn.received goods',
      'bpmn.unknown-post receive',
    ]);
    expect(findingsIn(document).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('a parallel part that is not well structured is listed, and none of its steps is dropped', async () => {
    const draft = await carried(file('unstructured'));
    expect(listOf(draft)).toContain('bpmn.parallel-unstructured fork');
    expect(draft.steps.map(({ title }) => title)).toEqual(['甲', '乙', '丙', '丁']);
  });

  it('of several processes with steps, one is chosen', async () => {
    expect(await imported(file('several-processes'))).toEqual({
      kind: 'several',
      processes: [
        { id: 'first', name: '请假', steps: 1 },
        { id: 'second', name: '销假', steps: 1 },
      ],
    });
    const draft = await carried(file('several-processes'), 'second');
    expect(draft.steps.map(({ title }) => title)).toEqual(['核对销假']);
    expect(listOf(draft)).toContain('bpmn.other-process first');
  });
});

const big = file('seal-request');

const refused: readonly (readonly [name: string, text: string, code: BpmnRefusalCode])[] = [
  ...(
    [
      ['billion-laughs', 'bpmn.doctype'],
      ['external-entity', 'bpmn.doctype'],
      ['too-deep', 'bpmn.too-deep'],
      ['not-xml', 'bpmn.not-xml'],
      ['cut-off', 'bpmn.not-xml'],
      ['not-bpmn', 'bpmn.not-bpmn'],
      ['no-namespace', 'bpmn.not-bpmn'],
      ['no-process', 'bpmn.no-process'],
      ['no-user-task', 'bpmn.no-user-task'],
      ['dangling', 'bpmn.dangling'],
      ['dangling-boundary', 'bpmn.dangling'],
      ['duplicate-id', 'bpmn.duplicate-id'],
      ['illegal-id', 'bpmn.illegal-id'],
      ['gateway-cycle', 'bpmn.gateway-cycle'],
    ] as const
  ).map(([name, code]) => [name, file(name), code] as const),
  ['larger than may be', big.padEnd(bpmnLimits.characters + 1), 'bpmn.too-large'],
  [
    'with too many elements',
    big.replace('<userTask', `${'<documentation/>'.repeat(bpmnLimits.elements)}<userTask`),
    'bpmn.too-many-elements',
  ],
  ['with too many activities', big.replace('<endEvent', `${manyTasks(401)}<endEvent`), 'bpmn.too-many-elements'],
  ['empty', '', 'bpmn.not-xml'],
];

function manyTasks(count: number): string {
  return Array.from({ length: count }, (_, index) => `<userTask id="more${index}"/>`).join('');
}

describe('a file that is not taken', () => {
  it.each(refused)('%s', async (_, text, code) => {
    const result = await imported(text);
    expect(result).toEqual({ kind: 'refused', code, because: { zh: expect.stringMatching(/。$/), en: expect.stringMatching(/\.$/) } });
    expect(JSON.stringify(result)).not.toMatch(/\{\w+\}|root:/);
  });

  it('every refusal there is has a file', () => {
    expect(new Set(refused.map(([, , code]) => code))).toEqual(new Set(bpmnRefusalCodes));
  });
});

/** Whatever it is: a draft that can be verified, a choice, or one of the refusals there are. */
async function expectAnswer(text: string): Promise<void> {
  const result = await imported(text);
  if (result.kind === 'refused') expect(bpmnRefusalCodes).toContain(result.code);
  if (result.kind !== 'carried') return;
  expect(result.steps.length).toBeGreaterThan(0);
  expect(findingsIn(result.document)).toBeInstanceOf(Array);
  expect(findingsIn(result.document).filter(({ code }) => code === 'document.invalid')).toEqual([]);
}

describe('whatever file: an answer', () => {
  it.each([
    ['any elements connected anyhow', arbitraryFile, 120],
    ['a file with something changed in it', mutated, 100],
    ['a file cut off', truncated, 40],
    ['any text', fc.string(), 100],
  ] as const)('%s', async (_, files, numRuns) => {
    await fc.assert(fc.asyncProperty(files, expectAnswer), { numRuns });
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('elements that are called %s', async (name) => {
    await expectAnswer(file('seal-request').replaceAll('"prepare"', `"${name}"`));
    await expectAnswer(file('seal-request').replace('targetRef="prepare"', `targetRef="${name}"`));
  });
});
