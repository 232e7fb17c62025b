import type { Text } from '../definition/basics.ts';
import type { Definition } from '../definition/definition.ts';
import type { StateNode } from '../definition/machine.ts';
import { outcomeTitle } from '../definition/outcomes.ts';
import { lengthText } from '../exchange/wording.ts';

type Sentence = Required<Text>;

/** What the engine's own events are called. */
export const ownEventTitles: ReadonlyMap<string, Sentence> = new Map([
  ['withdraw', { zh: '撤回', en: 'Withdrawn' }],
  ['childrenDone', { zh: '子流程完成', en: 'Children done' }],
  ['childrenFailed', { zh: '子流程未成', en: 'Children failed' }],
  ['callDone', { zh: '对方答复', en: 'Answered' }],
  ['callFailed', { zh: '调用失败', en: 'Call failed' }],
]);

/** What makes a case take a way, as people call it: the outcome as its step does, a message by its title, a time by its length. */
export function titleOfEvent(
  trigger: 'on' | 'after',
  name: string,
  nodes: readonly StateNode[],
  signals: Definition['signals'] = {},
): Sentence {
  if (trigger === 'after') {
    const length = lengthText(name);
    return length === undefined ? { zh: name, en: name } : { zh: `${length.zh}后`, en: `after ${length.en}` };
  }
  const [outcome] = nodes.flatMap(({ meta }) => (meta?.step === undefined ? [] : (outcomeTitle(meta.step.decide, name) ?? [])));
  const title = outcome ?? signals[name]?.title ?? ownEventTitles.get(name) ?? { zh: name };
  return { zh: title.zh, en: title.en ?? title.zh };
}
