import {
  ApartmentOutlined,
  BranchesOutlined,
  CaretDownFilled,
  CaretRightFilled,
  ExclamationCircleFilled,
  FlagOutlined,
  FormOutlined,
  SettingOutlined,
  UserOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../words/language.ts';
import { CommentCount } from '../comments/comment-count.tsx';
import { isWithinItem } from '../document/selection.ts';
import { useFindings } from '../findings/findings.ts';
import { marksOf } from '../player/marks.ts';
import { PlayedMark } from '../player/played-mark.tsx';
import { usePlayer } from '../player/player.ts';
import { useAssigneeWords } from '../words/assignees.ts';
import { useWayWord } from '../words/ways.ts';
import type { Item } from './items.ts';
import styles from './outline.module.css';
import { TargetSelect } from './target-select.tsx';

interface OutlineRowProps {
  readonly item: Item;
  readonly isCurrent: boolean;
  /** Undefined where there is nothing to open. */
  readonly isOpen: boolean | undefined;
  readonly onToggle: (isOpen: boolean) => void;
}

const placeIcons = {
  process: <SettingOutlined aria-hidden />,
  step: <UserOutlined aria-hidden />,
  errand: <BranchesOutlined aria-hidden />,
  state: <BranchesOutlined aria-hidden />,
  end: <FlagOutlined aria-hidden />,
  group: <ApartmentOutlined aria-hidden />,
  branches: <ApartmentOutlined aria-hidden />,
  history: <BranchesOutlined aria-hidden />,
} as const;

function iconOf(item: Item): ReactNode {
  if (item.kind === 'place') return placeIcons[item.place.kind];
  if (item.kind === 'process') return <SettingOutlined aria-hidden />;
  return item.kind === 'form' ? <FormOutlined aria-hidden /> : null;
}

export function OutlineRow({ item, isCurrent, isOpen, onToggle }: OutlineRowProps) {
  const { t } = useTranslation('designer');
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const isClosed = isOpen === false;
  const isWhole = item.kind === 'place' || item.kind === 'form' || item.kind === 'process';
  return (
    <li
      ref={row}
      role="treeitem"
      aria-level={item.level}
      aria-selected={isCurrent}
      {...(isOpen !== undefined && { 'aria-expanded': isOpen })}
      tabIndex={isCurrent ? 0 : -1}
      data-pointer={item.pointer}
      data-kind={item.kind}
      className={styles.row}
      style={{ paddingLeft: item.level * 16 - 10 }}
    >
      {isOpen === undefined ? (
        <i className={styles.gap} />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          aria-label={t(isClosed ? 'unfold' : 'fold')}
          className={styles.caret}
          onClick={(event) => {
            event.stopPropagation();
            onToggle(isClosed);
          }}
        >
          {isClosed ? <CaretRightFilled aria-hidden /> : <CaretDownFilled aria-hidden />}
        </button>
      )}
      {iconOf(item)}
      <Said item={item} />
      {item.kind === 'place' && <Played path={item.place.path} />}
      <Marks pointer={item.pointer} isWhole={isWhole} />
      <CommentCount pointer={item.pointer} isWhole={isWhole} />
    </li>
  );
}

function Played({ path }: { readonly path: string }) {
  const playing = usePlayer((state) => state.playing);
  return <PlayedMark mark={marksOf(playing).get(path)} />;
}

function Said({ item }: { readonly item: Item }) {
  const { t } = useTranslation('designer');
  const text = useText();
  const assignees = useAssigneeWords();
  const wayWord = useWayWord();
  switch (item.kind) {
    case 'process':
      return <span className={styles.said}>{t('settings')}</span>;
    case 'form':
      return <span className={styles.said}>{t('form')}</span>;
    case 'field':
      return <span className={styles.said}>{text(item.title)}</span>;
    case 'place':
      return (
        <span className={styles.said}>
          <strong>{text(item.place.title)}</strong>
          <small>{item.place.kind === 'step' ? assignees(item.place.assignees) : t(`kind-${item.place.kind}`)}</small>
        </span>
      );
    case 'way':
      return (
        <span className={styles.way} data-kind={item.way.outcome?.kind ?? 'other'}>
          <span>{wayWord(item.way)}</span>
          <span aria-hidden>→</span>
          <TargetSelect place={item.place} way={item.way} />
        </span>
      );
  }
}

function Marks({ pointer, isWhole }: { readonly pointer: string; readonly isWhole: boolean }) {
  const { t } = useTranslation('designer');
  const found = useFindings().filter((finding) => isWithinItem(finding.pointer, pointer, isWhole));
  if (found.length === 0) return null;
  const isError = found.some(({ severity }) => severity === 'error');
  return (
    <span className={styles.marks} data-severity={isError ? 'error' : 'warning'} title={t('findingsHere', { count: found.length })}>
      {isError ? <ExclamationCircleFilled aria-hidden /> : <WarningFilled aria-hidden />}
      <span className="unseen">{t('findingsHere', { count: found.length })}</span>
    </span>
  );
}
