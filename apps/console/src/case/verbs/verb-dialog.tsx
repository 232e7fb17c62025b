import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../api/problem.ts';
import { useSettled } from '../../state/settled.ts';
import { useText } from '../../words/language.ts';
import styles from '../case.module.css';
import type { Preview } from '../dry-run.ts';
import { Foretold } from '../foretold.tsx';
import type { Case } from '../form-fields.ts';
import { Obstacles } from '../obstacles.tsx';
import { isFilled, nothing, type Values, type Verb } from './verb.ts';
import { VerbForm } from './verb-form.tsx';

interface VerbDialogProps {
  readonly verb: Verb;
  readonly of: Case;
  readonly onClose: () => void;
}

/** Takes what a verb wants to know, shows what it would do, does it. Refused, everything that was typed stays. */
export function VerbDialog({ verb, of, onClose }: VerbDialogProps) {
  const { t } = useTranslation(['verbs', 'frame', 'case']);
  const text = useText();
  const { message } = App.useApp();
  const [values, setValues] = useState<Values>(nothing);
  const [names, setNames] = useState<readonly string[]>([]);
  const foretold = useForetold(verb, of, values);
  const word = t(verb.word);
  const doing = useMutation({
    mutationFn: () =>
      verb.send(
        { ...values, comment: values.comment.trim() },
        { query: {}, header: foretold.data === undefined ? {} : { 'If-Match': foretold.data.expected } },
      ),
    onSuccess: () => {
      void message.success(t('done', { verb: word }));
      onClose();
    },
    onError: () => void foretold.refetch(),
  });
  const refusal = [doing.error, foretold.error].find((error) => error instanceof ProblemError);
  const isSilent = verb.reason === 'required' && values.comment.trim() === '';
  const change = (changed: Partial<Values>, called?: readonly string[]): void => {
    setValues((before) => ({ ...before, ...changed }));
    if (called !== undefined) setNames(called);
    doing.reset();
  };
  return (
    <Modal
      open
      title={verb.of === undefined ? word : t('of', { verb: word, step: text(verb.of) })}
      okText={names.length > 0 ? t('confirmPeople', { verb: word, people: names.join(t('case:comma')) }) : t('confirm', { verb: word })}
      cancelText={t('frame:cancel')}
      okButtonProps={{
        disabled: isSilent || !isFilled(verb, values) || (verb.isHarmless !== true && (!foretold.isSettled || foretold.data === undefined)),
        loading: doing.isPending,
        danger: verb.isGrave === true,
      }}
      onOk={() => doing.mutate()}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        <p className={styles.hint}>{t(`${verb.word}Hint`)}</p>
        <VerbForm verb={verb} of={of} values={values} onChange={change} />
        {refusal && <Obstacles error={refusal} of={of} />}
        {foretold.data && verb.isHarmless !== true && !foretold.isError && <Foretold preview={foretold.data} />}
      </div>
    </Modal>
  );
}

/** What it would do as it is filled in, its reason included: those who are told may be told that, too. */
function useForetold(verb: Verb, of: Case, values: Values) {
  const reason = values.comment.trim();
  // A reason that is wanted, and not there yet, is not what is asked about.
  const written = JSON.stringify({ ...values, comment: reason === '' && verb.reason === 'required' ? '…' : reason });
  const settled = useSettled(written);
  const query = useQuery<Preview, ProblemError>({
    queryKey: ['dry run', verb.key, of.id, of.sequence, settled],
    queryFn: async () => {
      return (await verb.send(JSON.parse(settled) as Values, { query: { dryRun: 'true' }, header: {} })).data as Preview;
    },
    enabled: verb.isHarmless !== true && isFilled(verb, JSON.parse(settled) as Values),
    retry: false,
    gcTime: 0,
  });
  return { ...query, isSettled: settled === written };
}
