import { useTranslation } from 'react-i18next';
import type { ExampleMove, Workflow } from '#engine';
import { useText } from '../words/language.ts';
import type { Names } from './names.ts';

type Of<Kind extends ExampleMove['kind']> = Extract<ExampleMove, { kind: Kind }>;

const verbWords = { 'take-back': 'takeBack' } as const;

/** What a move is, in a sentence. */
export function useMoveWords({ definition, steps }: Workflow, names: Names): (move: ExampleMove) => string {
  const { t } = useTranslation(['simulator', 'verbs']);
  const text = useText();
  const outcomeOf = ({ step, outcome }: Of<'decide'>): string => {
    const title = steps.get(step)?.outcomes.get(outcome)?.title;
    return title === undefined ? outcome : text(title);
  };
  const verbOf = ({ verb, by, step }: Of<'verb'>): string => {
    const word = verb === 'retry' ? t('retry') : t(`verbs:${verb === 'take-back' ? verbWords[verb] : verb}`);
    const who = by === 'administrator' ? t('byAdministrator') : names.person(by);
    return step === undefined ? t('does', { who, verb: word }) : t('doesAt', { who, verb: word, place: names.place(step) });
  };
  const lengthOf = ({ by }: Of<'turn'>): string => {
    if (typeof by === 'object')
      return 'workingDays' in by ? t('workingDays', { count: by.workingDays }) : t('workingHours', { count: by.workingHours });
    const [, days] = /^P(\d+)D$/.exec(by) ?? [];
    return days === undefined ? by : t('days', { count: Number(days) });
  };
  const said: { readonly [Kind in ExampleMove['kind']]: (move: Of<Kind>) => string } = {
    start: () => t('started'),
    decide: (move) => t('decided', { who: names.person(move.by), place: names.place(move.step), outcome: outcomeOf(move) }),
    save: ({ by }) => t('saved', { who: names.person(by) }),
    verb: verbOf,
    turn: (move) => t('turned', { length: lengthOf(move) }),
    'turn-to-next': () => t('turnedToNext'),
    signal: ({ signal }) => t('signalled', { signal: text(definition.signals?.[signal]?.title ?? { zh: signal }) }),
    'child-ended': ({ child, state }) => t('childEnded', { child, state }),
    'child-refused': ({ child }) => t('childRefused', { child }),
    'call-answered': ({ call }) => t('callAnswered', { call }),
    'call-failed': ({ call }) => t('callFailed', { call }),
    facts: () => t('factsChanged'),
    appoint: ({ post, holders }) => t(holders.length === 0 ? 'vacated' : 'appointed', { post: names.post(post) }),
  };
  return (move) => (said[move.kind] as (move: ExampleMove) => string)(move);
}
