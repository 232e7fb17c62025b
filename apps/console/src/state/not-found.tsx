import { FileUnknownOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Place } from './place.tsx';

export function NotFound({ hint }: { readonly hint?: string }) {
  const { t } = useTranslation('states');
  return (
    <Place icon={<FileUnknownOutlined aria-hidden />} title={t('notFound')} hint={hint ?? t('notFoundHint')}>
      <Link to="/">{t('home')}</Link>
    </Place>
  );
}
