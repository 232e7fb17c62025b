import { DownOutlined, EditOutlined, TeamOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client.ts';
import { Answer } from '../state/answer.tsx';
import { useText } from '../words/language.ts';
import type { LookingProps } from './filters.tsx';
import styles from './queue.module.css';
import { ViewDialog } from './view-dialog.tsx';
import { isAsSaved, type SavedView, viewedList } from './views.ts';

/** The ways of looking at this list that were kept, mine and my posts’, and keeping the present one. */
export function ViewsMenu({ looking, look }: LookingProps) {
  const { t } = useTranslation('queue');
  const [isOpen, setOpen] = useState(false);
  const [edited, edit] = useState<SavedView | 'new'>();
  const views = api.useQuery('get', '/api/views', { params: { query: { list: viewedList(looking.list) } } });
  const opened = views.data?.items.find(({ id }) => id === looking.view);
  const editing = (view: SavedView | 'new'): void => {
    setOpen(false);
    edit(view);
  };
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        arrow={false}
        open={isOpen}
        onOpenChange={setOpen}
        content={
          <div className={styles.views}>
            <Answer of={views} lines={2}>
              {({ items }) => <Views items={items} opened={opened} onEdit={editing} onOpen={() => setOpen(false)} />}
            </Answer>
            <Button block onClick={() => editing('new')}>
              {t('saveView')}
            </Button>
          </div>
        }
      >
        <Button className={styles.viewButton}>
          <span>{opened?.name ?? t('views')}</span>
          {opened && !isAsSaved(looking, opened) && <span className={styles.faint}>{t('viewChanged')}</span>}
          <DownOutlined aria-hidden />
        </Button>
      </Popover>
      {edited !== undefined && (
        <ViewDialog view={edited === 'new' ? undefined : edited} looking={looking} look={look} onClose={() => edit(undefined)} />
      )}
    </>
  );
}

interface ViewsProps {
  readonly items: readonly SavedView[];
  readonly opened: SavedView | undefined;
  readonly onEdit: (view: SavedView) => void;
  readonly onOpen: () => void;
}

function Views({ items, opened, onEdit, onOpen }: ViewsProps) {
  const { t } = useTranslation('queue');
  const text = useText();
  if (items.length === 0) return <p className={styles.faint}>{t('noViews')}</p>;
  return (
    <ul aria-label={t('views')}>
      {items.map((view) => (
        <li key={view.id} className={view === opened ? styles.chosen : undefined}>
          <Link to={`/tasks?view=${view.id}`} onClick={onOpen} aria-current={view === opened ? 'true' : undefined}>
            {view.name}
            {view.sharedWith && (
              <span className={styles.faint}>
                <TeamOutlined aria-hidden />{' '}
                {view.isMine ? t('viewSharedWith', { post: text(view.sharedWith.post.title) }) : t('viewOf', { name: view.owner.name })}
              </span>
            )}
          </Link>
          {view.isMine && (
            <Button
              type="text"
              icon={<EditOutlined aria-hidden />}
              aria-label={t('editView', { name: view.name })}
              onClick={() => onEdit(view)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
