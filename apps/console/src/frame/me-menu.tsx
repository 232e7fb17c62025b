import { DownOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Popover, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/client.ts';
import { queries } from '../api/query-client.ts';
import { type Session, useMe, useSession } from '../session/session.ts';
import { throughOf } from '../session/through.ts';
import { usePreferences } from '../theme/preferences.ts';
import { speak, useLanguage, useText } from '../words/language.ts';
import styles from './frame.module.css';
import { StepInto } from './step-into.tsx';

/** Who is signed in and by which post, and behind it what is theirs to set. */
export function MeMenu() {
  const { t } = useTranslation('frame');
  const text = useText();
  const { person, posts } = useMe();
  const [first] = posts;
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      placement="bottomRight"
      arrow={false}
      content={<MySettings onGone={() => setOpen(false)} />}
    >
      <Button type="text" className={styles.me} icon={<UserOutlined />} aria-label={t('me', { name: person.name })}>
        <span className={styles.myPost}>{first ? text(first.title) : person.name}</span>
        <DownOutlined />
      </Button>
    </Popover>
  );
}

/** @param onGone what covers the page that a link has led to may go. */
export function MySettings({ onGone }: { readonly onGone?: () => void }) {
  const { t } = useTranslation('frame');
  const text = useText();
  const language = useLanguage();
  const { person, posts } = useMe();
  const { isCompact, setCompact } = usePreferences();
  const { begin, end } = useSession();
  const navigate = useNavigate();
  const forget = (): void => {
    queries.clear();
    end();
  };
  const signOut = api.useMutation('delete', '/api/session', { onSettled: forget });
  const stepInto = (session: Session): void => {
    queries.clear();
    begin(session);
    void navigate('/');
  };
  return (
    <div className={styles.settings}>
      <h2>{person.name}</h2>
      <ul aria-label={t('myPosts')} title={t('myPostsHint')}>
        {posts.map((post) => (
          <li key={throughOf(post)}>
            <Link to={`/tasks?through=${throughOf(post)}`} onClick={onGone}>
              {text(post.title)} <span className={styles.faint}>{post.organisation.name}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Link to="/me/absences" onClick={onGone}>
        {t('absences')}
      </Link>
      <StepInto onSignedIn={stepInto} />
      <label className={styles.setting}>
        {t('density')} <Switch size="small" checked={isCompact} onChange={setCompact} />
      </label>
      <div className={styles.settingButtons}>
        <Button onClick={() => void speak(language === 'zh' ? 'en' : 'zh')}>{t('language')}</Button>
        <Button onClick={() => signOut.mutate({})} loading={signOut.isPending}>
          {t('signOut')}
        </Button>
      </div>
    </div>
  );
}
