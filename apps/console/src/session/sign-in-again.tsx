import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/query-client.ts';
import { type Session, useMe, useSession } from './session.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Over the page when its session has run out: what was typed stands underneath, untouched. */
export function SignInAgain() {
  const { t } = useTranslation('session');
  const me = useMe();
  const { isExpired, begin } = useSession();
  const goOn = (session: Session): void => {
    // Somebody else must not see what the one before was looking at.
    if (session.person.id !== me.person.id) queries.clear();
    begin(session);
    void queries.invalidateQueries();
  };
  return (
    <Modal
      open={isExpired}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={null}
      title={t('expired')}
      width={400}
      destroyOnHidden
    >
      <p style={{ marginBottom: 16 }}>{t('expiredHint')}</p>
      <SignInForm account={me.person.account} onSignedIn={goOn} />
    </Modal>
  );
}
