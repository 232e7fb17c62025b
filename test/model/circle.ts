/**
 * A circle of people who are asked: everybody at once, or in a sequence one after another. Each may have a circle of
 * their own, whom they asked before they speak or who are asked after. Who is asked now, and what a circle has come to,
 * follow from the tree; nothing else is kept.
 */
export interface Circle {
  readonly rule: 'one' | 'all' | 'sequence' | 'vote';
  readonly voices: readonly Voice[];
}

export interface Voice {
  /** A person, or `post:x` while anybody may speak for a post. */
  readonly whose: string;
  /** Of a post: which of its holders has taken it. */
  readonly taken?: string | undefined;
  /** Who answers a question first. */
  readonly answering?: string | undefined;
  readonly weight: number;
  readonly depth: number;
  readonly addedBy?: string;
  readonly said?: Said | undefined;
  readonly before?: Circle | undefined;
  /** Who will be asked when it has passed, one circle after another. */
  readonly plans: readonly Circle[];
  readonly signing?: Circle | undefined;
}

export interface Said {
  readonly outcome: string;
  readonly by: string;
  /** In whose place. */
  readonly principal: string;
  /** By what those who said it will know it again. */
  readonly token: number;
}

export const voiceOf = (whose: string, weight: number): Voice => ({ whose, weight, depth: 0, plans: [] });

export const signers = (people: readonly string[], by: string, depth: number): Voice[] =>
  people.map((whose) => ({ whose, weight: 1, depth, addedBy: by, plans: [] }));

export const holderOf = ({ whose, answering }: Voice): string => answering ?? whose;

const isPost = (whose: string): boolean => whose.startsWith('post:');

const isThrough = ({ said, signing }: Voice): boolean => said !== undefined && signing === undefined;

/** Those in a circle whose turn it is. */
const inTurn = ({ rule, voices }: Circle): readonly Voice[] =>
  rule === 'sequence' ? voices.filter((voice) => !isThrough(voice)).slice(0, 1) : voices.filter((voice) => !isThrough(voice));

/** Everybody who is asked now. */
export const asked = (circle: Circle): readonly Voice[] =>
  inTurn(circle).flatMap((voice) => {
    const inner = voice.before ?? voice.signing;
    return inner === undefined ? [voice] : asked(inner);
  });

/** Whether a voice that is asked now speaks in the step itself, or for somebody. */
export const isOwn = (circle: Circle, voice: Voice): boolean => circle.voices.includes(voice);

/** Puts others in the place of a voice that is asked. */
export function replace(circle: Circle, voice: Voice, by: readonly Voice[]): Circle {
  return {
    ...circle,
    voices: circle.voices.flatMap((each) => {
      if (each === voice) return by;
      if (each.before !== undefined) return [{ ...each, before: replace(each.before, voice, by) }];
      return each.signing === undefined ? [each] : [{ ...each, signing: replace(each.signing, voice, by) }];
    }),
  };
}

/** What a circle of signers says: one of them suffices, or all have to; where nobody is left, nobody is in the way. */
function advice({ rule, voices }: Circle): 'approve' | 'reject' | undefined {
  const said = voices.filter(isThrough);
  if (voices.length === 0) return 'approve';
  if (rule === 'one') return said.length === 0 ? undefined : said[0]?.said?.outcome === 'approve' ? 'approve' : 'reject';
  if (said.some(({ said }) => said?.outcome !== 'approve')) return 'reject';
  return said.length === voices.length ? 'approve' : undefined;
}

/** Ends the circles of signers that have come to something. */
const concluded = (circle: Circle): Circle => ({ ...circle, voices: circle.voices.map(concludedVoice) });

function concludedVoice(voice: Voice): Voice {
  if (voice.before !== undefined) {
    const before = concluded(voice.before);
    return { ...voice, before: advice(before) === undefined ? before : undefined };
  }
  if (voice.signing === undefined) return voice;
  const signing = concluded(voice.signing);
  const said = advice(signing);
  if (said === undefined) return { ...voice, signing };
  if (said === 'reject') return { ...voice, signing: undefined, said: undefined, taken: undefined, plans: [] };
  const [next, ...plans] = voice.plans;
  return concludedVoice({ ...voice, signing: next, plans });
}

/** Somebody speaks. If they pass the case, those whom they wanted to be asked after them are asked. */
export function spoken(circle: Circle, voice: Voice, said: Said, passes: boolean): Circle {
  const [next, ...plans] = voice.plans;
  const after: Voice = passes && next !== undefined ? { ...voice, said, signing: next, plans } : { ...voice, said };
  return concluded(replace(circle, voice, [after]));
}

/** Takes people out who have not spoken; whoever asked them has their turn again. `isGone` says it of a person or a post. */
export function without(circle: Circle, isGone: (whose: string) => boolean): Circle {
  const left = circle.voices.flatMap((voice): Voice[] => {
    const plans = voice.plans
      .map((plan) => ({ ...plan, voices: plan.voices.filter(({ whose }) => !isGone(whose)) }))
      .filter(({ voices }) => voices.length > 0);
    if (isThrough(voice)) return [{ ...voice, plans }];
    if (isGone(voice.whose)) return voice.said === undefined ? [] : [{ ...voice, signing: undefined }];
    const answering = voice.answering !== undefined && isGone(voice.answering) ? undefined : voice.answering;
    const before = voice.before && without(voice.before, isGone);
    const signing = voice.signing && without(voice.signing, isGone);
    return [{ ...voice, plans, answering, before, signing }];
  });
  return concluded({ ...circle, voices: left });
}

/** Gives back to their posts what somebody has taken. */
export const withoutTaken = (circle: Circle, person: string): Circle => ({
  ...circle,
  voices: circle.voices.map((voice) => ({
    ...voice,
    taken: voice.taken === person ? undefined : voice.taken,
    before: voice.before && withoutTaken(voice.before, person),
    signing: voice.signing && withoutTaken(voice.signing, person),
  })),
});

/** Every voice there is, asked or not, and those who will be. */
export const everyVoice = ({ voices }: Circle): Voice[] =>
  voices.flatMap((voice) => [voice, ...[voice.before, voice.signing, ...voice.plans].flatMap((inner) => (inner ? everyVoice(inner) : []))]);

/** Everybody who has anything to do with it. */
export const everybody = (circle: Circle): Set<string> =>
  new Set(
    everyVoice(circle).flatMap(({ whose, taken, answering, said }) =>
      [isPost(whose) ? undefined : whose, taken, answering, said?.by].filter((person) => person !== undefined),
    ),
  );

export const hasSigners = ({ voices }: Circle): boolean =>
  voices.some(({ before, signing }) => before !== undefined || signing !== undefined);
