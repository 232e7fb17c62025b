import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem.ts';
import type { Resources } from '../words/catalogue.ts';
import styles from './case.module.css';
import type { Preview } from './dry-run.ts';
import { Foretold } from './foretold.tsx';
import type { Case } from './form-fields.ts';
import { Obstacles } from './obstacles.tsx';

/** Something that is done to a case after one more look. */
export interface Verb {
  readonly word: 'withdraw' | 'urge' | 'remark' | 'takeBack';
  readonly reason: 'required' | 'optional';
  /** Sends it; with `dryRun`, only to see what it would do. */
  readonly run: (comment: string, query: { readonly dryRun?: 'true' }) => Promise<{ readonly data?: unknown }>;
}

interface VerbDialogProps {
  readonly verb: Verb;
  readonly of: Case;
  readonly onClose: () => void;
}

/** Shows what a verb would do, takes the reason, does it. */
export function VerbDialog({ verb: { word, reason, run }, of, onClose }: VerbDialogProps) {
  const { t } = useTranslation(['case', 'frame']);
  const { message } = App.useApp();
  const [comment, setComment] = useState('');
  const title = t(word satisfies keyof Resources['case']);
  const foretold = useQuery<Preview, ProblemError>({
    queryKey: ['dry run', word, of.id, of.sequence],
    queryFn: async () => (await run('…', { dryRun: 'true' })).data as Preview,
    retry: false,
    gcTime: 0,
  });
  const doing = useMutation({
    mutationFn: () => run(comment.trim(), {}),
    onSuccess: () => {
      void message.success(t('done', { outcome: title }));
      onClose();
    },
  });
  const refusal = [doing.error, foretold.error].find((error) => error instanceof ProblemError);
  const isSilent = reason === 'required' && comment.trim() === '';
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: isSilent || foretold.data === undefined, loading: doing.isPending }}
      onOk={() => doing.mutate()}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        {refusal && <Obstacles error={refusal} of={of} />}
        {foretold.data && word !== 'remark' && <Foretold preview={foretold.data} />}
        <Input.TextArea
          autoFocus
          aria-label={t(reason === 'required' ? 'commentRequired' : 'comment')}
          placeholder={t(reason === 'required' ? 'commentRequired' : 'comment')}
          value={comment}
          maxLength={word === 'urge' ? 200 : 2000}
          autoSize={{ minRows: 3, maxRows: 10 }}
          onChange={({ target }) => setComment(target.value)}
        />
      </div>
    </Modal>
  );
}
