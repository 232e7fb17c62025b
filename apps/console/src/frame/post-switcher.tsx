import { IdcardOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../session/session.ts';
import { throughOf } from '../session/through.ts';
import { useText } from '../words/language.ts';
import styles from './frame.module.css';
import { useThrough } from './through.ts';

const everything = '';

/** For those who hold several posts: through which of them they look at what waits. */
export function PostSwitcher() {
  const { t } = useTranslation('frame');
  const text = useText();
  const { posts } = useMe();
  const [through, choose] = useThrough();
  if (posts.length < 2) return null;
  return (
    <Select
      className={styles.switcher}
      variant="borderless"
      popupMatchSelectWidth={false}
      prefix={<IdcardOutlined aria-hidden />}
      aria-label={t('throughPost')}
      title={t('throughPost')}
      value={through ?? everything}
      options={[
        { value: everything, label: t('allPosts') },
        ...posts.map((post) => ({ value: throughOf(post), label: `${text(post.title)} · ${post.organisation.name}` })),
        { value: 'own', label: t('throughMyself') },
      ]}
      onChange={(chosen: string) => choose(chosen === everything ? undefined : chosen)}
    />
  );
}
