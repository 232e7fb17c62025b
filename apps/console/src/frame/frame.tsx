import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration } from 'react-router';
import icon from '../icon.svg';
import { SignInAgain } from '../session/sign-in-again.tsx';
import { OfflineBanner } from '../state/offline.tsx';
import { usePhone } from '../theme/media.ts';
import { BottomBar } from './bottom-bar.tsx';
import styles from './frame.module.css';
import { useLive } from './live.ts';
import { MeMenu } from './me-menu.tsx';
import { NoticesBell } from './notices-bell.tsx';
import { PostSwitcher } from './post-switcher.tsx';
import { Rail } from './rail.tsx';
import { SearchBox } from './search-box.tsx';

/** What stands around every page, for everybody who is signed in. */
export function Frame() {
  const { t } = useTranslation('frame');
  const isPhone = usePhone();
  useLive();
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      <header className={styles.top}>
        <Link to="/" className={styles.mark}>
          <img src={icon} alt="" />
          <span>{t('product')}</span>
        </Link>
        <SearchBox />
        <span className={styles.gap} />
        {!isPhone && <PostSwitcher />}
        <NoticesBell />
        {!isPhone && <MeMenu />}
      </header>
      <OfflineBanner />
      {!isPhone && <Rail />}
      <main id="content" tabIndex={-1} className={styles.content}>
        <Outlet />
      </main>
      {isPhone && <BottomBar />}
      <SignInAgain />
      <ScrollRestoration />
    </div>
  );
}
