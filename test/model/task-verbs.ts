import { type Circle, everyVoice, signers, type Voice } from './circle.ts';
import type { Move } from './move.ts';
import type { Asked, Rights } from './rights.ts';

const limits = { people: 20, depth: 3 };

/** What takes a voice's place by what is done to its task; undefined where that is refused. */
export function voicesAfter(move: Move, asked: Asked, rights: Rights): readonly Voice[] | undefined {
  const { verb, by, to, hasReason, isReassigning } = move;
  const { step, voice } = asked;
  const mayAct = rights.mayAct(step, voice, by);
  switch (verb) {
    case 'claim':
      if (!mayAct || !voice.whose.startsWith('post:') || voice.taken !== undefined) return undefined;
      return [{ ...voice, taken: by }];
    case 'release': {
      const isAsking = voice.answering !== undefined && voice.whose === by;
      const has = voice.answering ?? voice.taken;
      if ((!isReassigning && !isAsking && !mayAct) || has === undefined || (has !== by && !isAsking && !hasReason)) return undefined;
      return [{ ...voice, answering: undefined, taken: undefined }];
    }
    case 'transfer':
      if ((!isReassigning && !mayAct) || !hasReason || !rights.isNew(asked, by, to)) return undefined;
      return [voice.answering === undefined ? { ...voice, whose: to, taken: undefined } : { ...voice, answering: to }];
    case 'delegate':
      if (!mayAct || voice.answering !== undefined || !hasReason || !rights.isNew(asked, by, to)) return undefined;
      return [{ ...voice, whose: by, taken: undefined, answering: to }];
    case 'resolve':
      if (!mayAct || voice.answering === undefined || !hasReason) return undefined;
      return [{ ...voice, answering: undefined }];
    case 'add-signers':
      return mayAct ? withSigners(move, asked, rights) : undefined;
    default:
      return undefined;
  }
}

function withSigners({ by, people, place, rule, hasReason }: Move, asked: Asked, rights: Rights): readonly Voice[] | undefined {
  const { circle, voice } = asked;
  if (voice.answering !== undefined || !hasReason || people.length === 0) return undefined;
  const depth = voice.depth + 1;
  const added = everyVoice(circle).filter(({ addedBy }) => addedBy !== undefined).length;
  if (people.some((person) => !rights.isNew(asked, by, person))) return undefined;
  if (depth > limits.depth || added + people.length > limits.people) return undefined;
  const others: Circle = { rule, voices: signers(people, by, depth) };
  if (place === 'before') return [{ ...voice, whose: by, taken: undefined, before: others }];
  return place === 'after' ? [{ ...voice, plans: [...voice.plans, others] }] : [voice, ...others.voices];
}
