import { FileUnknownOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../frame/page.tsx';
import { Place } from './place.tsx';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation('states');
  return (
    <Page title={t('notFound')}>
      <NotFound />
    </Page>
  );
}

export function NotFound({ hint }: { readonly hint?: string }) {
  const { t } = useTranslation('states');
  return (
    <Place icon={<FileUnknownOutlined aria-hidden />} title={t('notFound')} hint={hint ?? t('notFoundHint')}>
      <Link to="/">{t('home')}</Link>
    </Place>
  );
}
