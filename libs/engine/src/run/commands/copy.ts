import type { Text } from '../../definition/basics.ts';
import { keyOf } from '../assign.ts';
import type { Copy } from '../case-command.ts';
import { refused } from '../refusal.ts';
import { Halt } from '../scope.ts';
import type { CaseState } from '../state.ts';
import type { Turn } from '../turn.ts';

/** 抄送: others hear of the case and may read it from now on. Who they are, and that they are there, is for the host to say. */
export function copy(turn: Turn, state: CaseState, { id, by, to, comment }: Copy): void {
  const recipients = [...new Map(to.map((recipient) => [keyOf(recipient), recipient])).values()];
  if (recipients.length === 0) throw new Halt(refused('copy.nobody'));
  turn.remember(id);
  turn.copy(recipients, messageOf(state.title, comment));
  turn.record({
    kind: 'copied',
    author: { kind: 'person', person: by.person },
    recipients,
    ...(comment !== undefined && { comment }),
  });
}

const messageOf = ({ zh, en = zh }: Text, comment = ''): Required<Text> => ({
  zh: `抄送：${zh}${comment === '' ? '' : `。${comment}`}`,
  en: `For your information: ${en}${comment === '' ? '' : `. ${comment}`}`,
});
