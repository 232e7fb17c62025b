import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

const names = readdirSync('test/fixtures/bpmn').filter((name) => name.endsWith('.bpmn'));

const texts = names.map((name) => readFileSync(`test/fixtures/bpmn/${name}`, 'utf8'));

const kinds = [
  'userTask',
  'task',
  'serviceTask',
  'callActivity',
  'receiveTask',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'eventBasedGateway',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'startEvent',
  'endEvent',
  'subProcess',
  'boundaryEvent',
] as const;

const triggers = [
  '',
  '<timerEventDefinition><timeDuration>P2D</timeDuration></timerEventDefinition>',
  '<signalEventDefinition/>',
  '<errorEventDefinition/>',
  '<timerEventDefinition/>',
] as const;

const conditions = [
  '',
  '${approved == true}',
  '${approved}',
  '${!approved}',
  "${outcome == 'reject'}",
  '${amount &gt; 1000 and kind == "a"}',
  '${bean.check(execution)}',
  '${',
  '((((',
  'form.x.y',
] as const;

const node = fc.record({
  kind: fc.constantFrom(...kinds),
  trigger: fc.constantFrom(...triggers),
  on: fc.nat({ max: 9 }),
  beside: fc.boolean(),
});

const link = fc.record({
  from: fc.nat({ max: 12 }),
  to: fc.nat({ max: 12 }),
  condition: fc.constantFrom(...conditions),
  name: fc.constantFrom('', '同意', '退回', '转办'),
  isDefault: fc.boolean(),
});

/** A process with any elements whatever, connected anyhow. */
export const arbitraryFile = fc
  .tuple(fc.array(node, { minLength: 1, maxLength: 12 }), fc.array(link, { maxLength: 20 }))
  .map(([nodes, links]) => {
    const id = (index: number) => `n${index % nodes.length}`;
    const flows = links.map(({ from, to, condition, name }, index) => {
      const inside = condition === '' ? '' : `<conditionExpression>${condition}</conditionExpression>`;
      return `<sequenceFlow id="f${index}" name="${name}" sourceRef="${id(from)}" targetRef="${id(to)}">${inside}</sequenceFlow>`;
    });
    const elements = nodes.map(({ kind, trigger, on, beside }, index) => {
      const fallback = links.findIndex(({ from, isDefault }) => from % nodes.length === index && isDefault);
      const attributes = [
        kind === 'boundaryEvent' ? `attachedToRef="${id(on)}" cancelActivity="${!beside}"` : '',
        fallback >= 0 && kind.endsWith('Gateway') && !/parallel|event/.test(kind) ? `default="f${fallback}"` : '',
      ];
      const inner = kind === 'subProcess' ? '<userTask id="inner' + index + '"/>' : kind.endsWith('Event') ? trigger : '';
      return `<${kind} id="n${index}" ${attributes.join(' ')}>${inner}</${kind}>`;
    });
    const head = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
    return `<definitions ${head}><process id="any">${elements.join('')}${flows.join('')}</process></definitions>`;
  });

export const mutated = fc
  .record({
    text: fc.constantFrom(...texts),
    at: fc.nat({ max: 8000 }),
    length: fc.nat({ max: 60 }),
    insert: fc.oneof(fc.constantFrom('<', '>', '"', '&', '</', '<!--', ']]>', 'id="u"', '__proto__', '\u0000'), fc.string()),
  })
  .map(({ text, at, length, insert }) => text.slice(0, at % text.length) + insert + text.slice((at % text.length) + length));

export const truncated = fc.record({ text: fc.constantFrom(...texts), at: fc.nat({ max: 8000 }) }).map(({ text, at }) => text.slice(0, at));
