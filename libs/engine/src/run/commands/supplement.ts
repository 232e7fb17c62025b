import type { Text } from '../../definition/basics.ts';
import type { Step } from '../../definition/step.ts';
import { postKey } from '../../workflow.ts';
import type { Actor } from '../actor.ts';
import type { Supplement } from '../case-command.ts';
import { refused } from '../refusal.ts';
import { Halt } from '../scope.ts';
import { checkDraft } from '../sheet.ts';
import type { CaseState } from '../state.ts';
import type { Turn } from '../turn.ts';
import { checkWritable } from './decide.ts';

/** 补充材料: while a step is open that takes them, its form gets a new version, and those who are to decide hear of it. */
export function supplement(turn: Turn, state: CaseState, command: Supplement): void {
  const { by, step: path, fields, comment, attachments = [] } = command;
  const open = turn.steps.get(path);
  const rule = turn.workflow.steps.get(path)?.step.supplement;
  if (open === undefined || open.waitsFor !== undefined || rule === undefined) throw new Halt(refused('supplement.not-now'));
  if (!isAllowed(turn, state, rule, by)) throw new Halt(refused('supplement.not-yours'));
  if (comment.trim() === '') throw new Halt(refused('comment.required', { params: { outcome: 'supplement' } }));
  if (command.formVersion !== state.form.version) throw new Halt(refused('form.stale', { params: { current: state.form.version } }));
  checkWritable({ accessOf: (field) => (rule.fields.includes(field) ? 'write' : 'read') }, fields, turn.workflow);
  turn.write(fields);
  checkDraft(turn.workflow, turn.form.fields);
  if (turn.form === state.form && attachments.length === 0) throw new Halt(refused('supplement.empty'));
  turn.tellOf(open, { notice: 'message', text: ({ title }) => messageOf(title, comment) });
  turn.remember(command.id);
  turn.record({
    kind: 'supplemented',
    author: { kind: 'person', person: by.person },
    step: path,
    comment,
    ...(attachments.length > 0 && { attachments }),
  });
}

type Rule = NonNullable<Step['supplement']>;

function isAllowed(turn: Turn, { applicant }: CaseState, { by = [{ applicant: true }] }: Rule, { person, posts }: Actor): boolean {
  return by.some((rule) => {
    if ('applicant' in rule) return person === applicant;
    const organisation = turn.world.posts[postKey(rule)]?.organisation;
    return posts.some((held) => held.post === rule.post && held.organisation === organisation);
  });
}

const messageOf = ({ zh, en = zh }: Text, comment: string): Required<Text> => ({
  zh: `${zh}补充了材料：${comment}`,
  en: `${en} was supplemented: ${comment}`,
});
