import { server } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import type { Verb } from './verb.ts';

type Schemas = components['schemas'];
type Allowed = Schemas['AllowedVerbs']['tasks'][number];
type Word = Allowed['verbs'][number];

/** What may be done to one task; `isOne` where there is no other that the same may be done to. */
export const verbsOfTask = ({ id, step, verbs }: Allowed, isOne: (word: Word) => boolean): Verb[] =>
  verbs.map((word) => ({
    key: `${word} ${id}`,
    ...(!isOne(word) && { of: step.title }),
    reasonLimit: 2000,
    ...taskVerb(word, id),
  }));

type Parts = Omit<Verb, 'key' | 'of' | 'reasonLimit'>;

function taskVerb(word: Word, id: string): Parts {
  const path = { id };
  switch (word) {
    case 'claim':
      return {
        word: 'claim',
        reason: 'none',
        send: (_values, terms) => server.POST('/api/tasks/{id}/claim', { params: { path, ...terms } }),
      };
    case 'release':
      return {
        word: 'release',
        reason: 'optional',
        send: ({ comment }, terms) =>
          server.POST('/api/tasks/{id}/release', { params: { path, ...terms }, body: comment === '' ? {} : { comment } }),
      };
    case 'transfer':
      return {
        word: 'transfer',
        reason: 'required',
        asks: 'person',
        send: ({ people: [to = ''], comment }, terms) =>
          server.POST('/api/tasks/{id}/transfer', { params: { path, ...terms }, body: { to, comment } }),
      };
    case 'delegate':
      return {
        word: 'delegate',
        reason: 'required',
        asks: 'person',
        send: ({ people: [to = ''], comment }, terms) =>
          server.POST('/api/tasks/{id}/delegation', { params: { path, ...terms }, body: { to, comment } }),
      };
    case 'resolve':
      return {
        word: 'resolve',
        reason: 'required',
        send: ({ comment }, terms) => server.POST('/api/tasks/{id}/answer', { params: { path, ...terms }, body: { comment } }),
      };
    case 'add-signers':
      return {
        word: 'addSigners',
        reason: 'required',
        asks: 'signing',
        send: ({ people, place, policy, comment }, terms) =>
          server.POST('/api/tasks/{id}/signers', {
            params: { path, ...terms },
            body: { people: [...people], place, ...(place !== 'beside' && { policy }), comment },
          }),
      };
  }
}
