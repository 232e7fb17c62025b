import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useSaid } from '../state/failed.tsx';
import { type Session } from './session.ts';

interface SignInFormProps {
  readonly account?: string;
  readonly onSignedIn: (session: Session) => void;
}

/** Said of a password that somebody else knows: one of their own is asked for. */
const oneTime = 'sign-in.password-one-time';

interface Given {
  readonly account: string;
  readonly password: string;
  readonly newPassword?: string;
}

export function SignInForm({ account = '', onSignedIn }: SignInFormProps) {
  const { t } = useTranslation('session');
  const said = useSaid();
  const [isOneTime, setOneTime] = useState(false);
  const signIn = api.useMutation('post', '/api/session', {
    onSuccess: onSignedIn,
    onError: ({ code }) => setOneTime((before) => before || code === oneTime),
  });
  return (
    <Form<Given> layout="vertical" requiredMark={false} initialValues={{ account }} onFinish={(body) => signIn.mutate({ body })}>
      {signIn.error !== null && <Alert type="error" showIcon role="alert" title={said(signIn.error)} style={{ marginBottom: 16 }} />}
      <Form.Item name="account" label={t('account')} rules={[{ required: true, message: t('accountMissing') }]}>
        <Input autoComplete="username" autoFocus={account === ''} autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('passwordMissing') }]}>
        <Input.Password autoComplete="current-password" autoFocus={account !== ''} />
      </Form.Item>
      {isOneTime && (
        <Form.Item name="newPassword" label={t('newPassword')} rules={[{ required: true, min: 10, message: t('newPasswordShort') }]}>
          <Input.Password autoComplete="new-password" autoFocus />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {t('signIn')}
      </Button>
    </Form>
  );
}
