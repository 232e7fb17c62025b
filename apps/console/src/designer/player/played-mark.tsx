import { CheckOutlined, EnvironmentFilled, StopFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { PlayMark } from './marks.ts';
import styles from './player.module.css';

const signs = {
  here: <EnvironmentFilled aria-hidden />,
  been: <CheckOutlined aria-hidden />,
  stuck: <StopFilled aria-hidden />,
} as const;

/** Of a state, while something is played: that it stands here, has been here, is stuck here. */
export function PlayedMark({ mark }: { readonly mark: PlayMark | undefined }) {
  const { t } = useTranslation('designer');
  if (mark === undefined) return null;
  return (
    <span className={styles.mark} data-mark={mark}>
      {signs[mark]} {t(`mark-${mark}`)}
    </span>
  );
}
