import { Answer } from '../state/answer.tsx';
import { addressOf, useContent } from './attachment.ts';
import styles from './case.module.css';

interface AttachmentViewProps {
  readonly id: string;
  readonly name: string;
  readonly shownAs: 'image' | 'pdf';
}

/** A picture as it is, a PDF in the browser's own reader. */
export function AttachmentView({ id, name, shownAs }: AttachmentViewProps) {
  return shownAs === 'image' ? <img src={addressOf(id)} alt={name} className={styles.picture} /> : <Pdf id={id} name={name} />;
}

function Pdf({ id, name }: Pick<AttachmentViewProps, 'id' | 'name'>) {
  const content = useContent(id);
  return <Answer of={content}>{(address) => <iframe src={address} title={name} className={styles.preview} />}</Answer>;
}
