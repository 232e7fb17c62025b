import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import icon from '../icon.svg';
import { speak, useLanguage } from '../words/language.ts';
import { DemoPanel } from './demo-panel.tsx';
import { useSession } from './session.ts';
import styles from './sign-in.module.css';
import { SignInForm } from './sign-in-form.tsx';

/** Stands at every address until somebody is signed in; then the address is what it was. */
export function SignInPage() {
  const { t } = useTranslation(['session', 'frame']);
  const language = useLanguage();
  const begin = useSession((state) => state.begin);
  useEffect(() => {
    document.title = `${t('title')} · ${t('frame:product')}`;
  }, [t]);
  return (
    <main className={styles.page}>
      <Button type="text" className={styles.language} onClick={() => void speak(language === 'zh' ? 'en' : 'zh')}>
        {t('frame:language')}
      </Button>
      <section aria-labelledby="sign-in-title">
        <div className={styles.head}>
          <img src={icon} alt="" />
          <div>
            <h1 id="sign-in-title">{t('frame:product')}</h1>
            <p className={styles.subtitle}>{t('welcome')}</p>
          </div>
        </div>
        <SignInForm onSignedIn={begin} />
      </section>
      <DemoPanel onSignedIn={begin} />
    </main>
  );
}
