import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { AttachmentLink } from '../case/attachment-link.tsx';
import { useOutcome } from '../case/outcome.ts';
import { useWritten } from '../time/formats.ts';
import { useText } from '../words/language.ts';
import styles from './print.module.css';

type Line = components['schemas']['HistoryLine'];

/** What was decided, in order: the body, its opinion, and who signed for it when. */
export function Opinions({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation('print');
  const decisions = lines.filter(({ outcome, step }) => outcome !== undefined && step !== undefined);
  if (decisions.length === 0) return <p className={styles.none}>{t('undecided')}</p>;
  return (
    <table className={styles.opinions}>
      <caption>{t('opinions')}</caption>
      <tbody>
        {decisions.map((line) => (
          <Opinion key={line.sequence} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function Opinion({ line }: { readonly line: Line }) {
  const { t } = useTranslation('print');
  const text = useText();
  const outcomeOf = useOutcome();
  const { step, outcome = '', comment = '', attachments } = line;
  return (
    <tr>
      <th scope="row">{step && text(step.title)}</th>
      <td>
        <p className={styles.opinion}>
          <strong>{outcomeOf(outcome)}</strong>
          {comment !== '' && t('said', { comment })}
        </p>
        {attachments.map(({ id }) => (
          <p key={id}>
            <AttachmentLink id={id} />
          </p>
        ))}
        <Signature line={line} />
      </td>
    </tr>
  );
}

function Signature({ line: { by, onBehalfOf, at } }: { readonly line: Line }) {
  const { t } = useTranslation('case');
  const text = useText();
  const written = useWritten();
  const name = by?.name ?? t('bySystem');
  const post = by?.post === undefined ? '' : `${by.organisation ?? ''}${text(by.post.title)}`;
  return (
    <p className={styles.signature}>
      <span>{onBehalfOf === undefined ? name : t('byDeputy', { name, principal: onBehalfOf.name })}</span>
      {post !== '' && post !== name && <span>{post}</span>}
      <span>{written(at, 'date')}</span>
      <span>{written(at, 'clock')}</span>
    </p>
  );
}
