import { server } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import type { Case } from '../form-fields.ts';
import { verbsOfTask } from './task-verbs.ts';
import type { Verb } from './verb.ts';

type Allowed = components['schemas']['AllowedVerbs'];
type Word = Allowed['verbs'][number];

/** Everything that may be done to a case besides deciding it: only what the server says is possible now. */
export function verbsOf(of: Case, allowed: Allowed): Verb[] {
  const ofTasks = allowed.tasks.flatMap((task) =>
    verbsOfTask(task, (word) => allowed.tasks.filter(({ verbs }) => verbs.includes(word)).length === 1),
  );
  return [
    ...own(of),
    ...ofTasks,
    ...allowed.signers.map((signers) => removal(of.id, signers)),
    ...allowed.supplements.map((supplement) => supplementing(of, supplement)),
    ...allowed.verbs.map((word) => ofCase(of.id, word, allowed)),
  ];
}

const said = (comment: string) => (comment === '' ? {} : { comment });

function own({ id, mayWithdraw, mayTakeBack }: Case): Verb[] {
  const withdraw: Verb = {
    key: 'withdraw',
    word: 'withdraw',
    reason: 'required',
    reasonLimit: 2000,
    isGrave: true,
    send: ({ comment }, terms) => server.POST('/api/instances/{id}/withdrawal', { params: { path: { id }, ...terms }, body: { comment } }),
  };
  const takeBacks = mayTakeBack.map(
    (task): Verb => ({
      key: `take-back ${task}`,
      word: 'takeBack',
      reason: 'optional',
      reasonLimit: 2000,
      send: ({ comment }, terms) =>
        server.POST('/api/tasks/{id}/take-back', { params: { path: { id: task }, ...terms }, body: said(comment) }),
    }),
  );
  return mayWithdraw ? [withdraw, ...takeBacks] : takeBacks;
}

function removal(id: string, { step, people }: Allowed['signers'][number]): Verb {
  return {
    key: `remove-signers ${step.path}`,
    word: 'removeSigners',
    reason: 'required',
    reasonLimit: 2000,
    asks: 'signers',
    from: people.map((person) => ({ value: person.id, label: { zh: person.name } })),
    send: (values, terms) =>
      server.POST('/api/instances/{id}/signers/removal', {
        params: { path: { id }, ...terms },
        body: { step: step.path, people: [...values.people], comment: values.comment },
      }),
  };
}

function supplementing({ id, form }: Case, { step, fields }: Allowed['supplements'][number]): Verb {
  return {
    key: `supplement ${step.path}`,
    word: 'supplement',
    reason: 'required',
    reasonLimit: 2000,
    asks: 'fields',
    fields,
    send: (values, terms) =>
      server.POST('/api/instances/{id}/supplements', {
        params: { path: { id }, ...terms },
        body: { step: step.path, formVersion: form.version, fields: values.fields, comment: values.comment },
      }),
  };
}

function recipient(named: string) {
  const [post = '', organisation] = named.split('@');
  return organisation === undefined ? { person: named } : { post, organisation };
}

function ofCase(id: string, word: Word, { jumpTo }: Allowed): Verb {
  const path = { id };
  const common = { key: word, word, reasonLimit: 2000 };
  switch (word) {
    case 'urge':
      return {
        ...common,
        reason: 'optional',
        reasonLimit: 200,
        send: ({ comment }, terms) => server.POST('/api/instances/{id}/urge', { params: { path, ...terms }, body: said(comment) }),
      };
    case 'copy':
      return {
        ...common,
        reason: 'optional',
        reasonLimit: 500,
        asks: 'recipients',
        send: ({ people, comment }, terms) =>
          server.POST('/api/instances/{id}/copies', {
            params: { path, ...terms },
            body: { to: people.map(recipient), ...said(comment) },
          }),
      };
    case 'comment':
      return {
        ...common,
        reason: 'required',
        reasonLimit: 5000,
        isHarmless: true,
        send: ({ comment }, { query }) => server.POST('/api/instances/{id}/comments', { params: { path, query }, body: { comment } }),
      };
    case 'recuse':
      return {
        ...common,
        reason: 'required',
        isGrave: true,
        send: ({ comment }, terms) => server.POST('/api/instances/{id}/recusal', { params: { path, ...terms }, body: { comment } }),
      };
    default:
      return byHand(id, word, jumpTo);
  }
}

/** What an administrator does. */
function byHand(id: string, word: Exclude<Word, 'urge' | 'copy' | 'comment' | 'recuse'>, jumpTo: Allowed['jumpTo']): Verb {
  const path = { id };
  const common = { key: word, word, reasonLimit: 2000 };
  switch (word) {
    case 'suspend':
      return {
        ...common,
        reason: 'required',
        send: ({ comment }, terms) => server.POST('/api/instances/{id}/suspend', { params: { path, ...terms }, body: { comment } }),
      };
    case 'resume':
      return {
        ...common,
        reason: 'required',
        send: ({ comment }, terms) => server.POST('/api/instances/{id}/resume', { params: { path, ...terms }, body: { comment } }),
      };
    case 'jump':
      return {
        ...common,
        reason: 'required',
        asks: 'step',
        isGrave: true,
        from: jumpTo.map(({ path: value, title }) => ({ value, label: title })),
        send: ({ step, comment }, terms) =>
          server.POST('/api/instances/{id}/jump', { params: { path, ...terms }, body: { to: step, comment } }),
      };
    case 'terminate':
      return {
        ...common,
        reason: 'required',
        isGrave: true,
        send: ({ comment }, terms) => server.POST('/api/instances/{id}/termination', { params: { path, ...terms }, body: { comment } }),
      };
  }
}
