import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useSaid } from '../state/failed.tsx';
import { type Session } from './session.ts';

interface SignInFormProps {
  readonly account?: string;
  readonly onSignedIn: (session: Session) => void;
}

interface Given {
  readonly account: string;
  readonly password: string;
}

export function SignInForm({ account = '', onSignedIn }: SignInFormProps) {
  const { t } = useTranslation('session');
  const said = useSaid();
  const signIn = api.useMutation('post', '/api/session', { onSuccess: onSignedIn });
  return (
    <Form<Given> layout="vertical" requiredMark={false} initialValues={{ account }} onFinish={(body) => signIn.mutate({ body })}>
      {signIn.error !== null && <Alert type="error" showIcon role="alert" title={said(signIn.error)} style={{ marginBottom: 16 }} />}
      <Form.Item name="account" label={t('account')} rules={[{ required: true, message: t('accountMissing') }]}>
        <Input autoComplete="username" autoFocus={account === ''} autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('passwordMissing') }]}>
        <Input.Password autoComplete="current-password" autoFocus={account !== ''} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {t('signIn')}
      </Button>
    </Form>
  );
}
