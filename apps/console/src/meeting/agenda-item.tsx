import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, HolderOutlined } from '@ant-design/icons';
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../words/language.ts';
import styles from './meeting.module.css';
import type { Item } from './meetings.ts';

interface AgendaItemProps {
  readonly of: Item;
  readonly place: number;
  readonly isLast: boolean;
  /** Without it, the order is fixed. */
  readonly onMove: ((to: number) => void) | undefined;
  readonly onTakeOff: () => void;
}

export function AgendaItem({ of: { task, caseNumber, finding }, place, isLast, onMove, onTakeOff }: AgendaItemProps) {
  const { t } = useTranslation('meeting');
  const text = useText();
  const title = text(task.title);
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({ id: task.id });
  return (
    <li ref={setNodeRef} style={{ transform: CSS.Translate.toString(transform), transition }} data-dragging={isDragging || undefined}>
      {onMove && (
        <button
          type="button"
          ref={setActivatorNodeRef}
          className={styles.handle}
          {...attributes}
          {...listeners}
          aria-label={t('handle', { title })}
        >
          <HolderOutlined aria-hidden />
        </button>
      )}
      <span className={styles.place}>{place + 1}</span>
      <div className={styles.what}>
        <Link to={`/cases/${task.instance}`}>{title}</Link>
        <p className={styles.faint}>
          <span>{t('caseNumber', { number: caseNumber })}</span>
          <span>{text(task.step.title)}</span>
          {finding && <span>{t(finding.outcome)}</span>}
        </p>
      </div>
      {onMove && (
        <div className={styles.moves}>
          <Button
            type="text"
            icon={<ArrowUpOutlined />}
            disabled={place === 0}
            aria-label={t('up', { title })}
            onClick={() => onMove(place - 1)}
          />
          <Button
            type="text"
            icon={<ArrowDownOutlined />}
            disabled={isLast}
            aria-label={t('down', { title })}
            onClick={() => onMove(place + 1)}
          />
          <Button type="text" icon={<DeleteOutlined />} aria-label={t('takeOffOne', { title })} onClick={onTakeOff} />
        </div>
      )}
    </li>
  );
}
