import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '../api/client.ts';
import styles from './case.module.css';
import type { Case } from './form-fields.ts';
import { type Verb, VerbDialog } from './verb-dialog.tsx';

type Dry = { readonly dryRun?: 'true' };

/** What else may be done with a case, by whoever looks at it: only what the server says is possible. */
export function CaseVerbs({ of }: { readonly of: Case }) {
  const { t } = useTranslation('case');
  const [chosen, choose] = useState<Verb>();
  const verbs = verbsOf(of);
  return (
    <div className={styles.verbs}>
      {verbs.map((verb) => (
        <Button key={verb.word} onClick={() => choose(verb)}>
          {t(verb.word)}
        </Button>
      ))}
      {chosen && <VerbDialog verb={chosen} of={of} onClose={() => choose(undefined)} />}
    </div>
  );
}

function verbsOf({ id, myTasks, mayWithdraw, mayTakeBack, isFinished, steps }: Case): Verb[] {
  const path = { id };
  const isWaiting = !isFinished && steps.some(({ tasks }) => tasks.some((task) => !myTasks.some((own) => own.id === task.id)));
  const verbs: (Verb | false)[] = [
    mayWithdraw && {
      word: 'withdraw',
      reason: 'required',
      run: (comment, query: Dry) => server.POST('/api/instances/{id}/withdrawal', { params: { path, query }, body: { comment } }),
    },
    isWaiting && {
      word: 'urge',
      reason: 'optional',
      run: (comment, query: Dry) =>
        server.POST('/api/instances/{id}/urge', { params: { path, query }, body: comment === '' ? {} : { comment } }),
    },
    {
      word: 'remark',
      reason: 'required',
      run: (comment, query: Dry) => server.POST('/api/instances/{id}/comments', { params: { path, query }, body: { comment } }),
    },
    ...mayTakeBack.map(
      (task): Verb => ({
        word: 'takeBack',
        reason: 'optional',
        run: (comment, query: Dry) =>
          server.POST('/api/tasks/{id}/take-back', { params: { path: { id: task }, query }, body: comment === '' ? {} : { comment } }),
      }),
    ),
  ];
  return verbs.filter((verb) => verb !== false);
}
