import { MenuOutlined } from '@ant-design/icons';
import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './frame.module.css';
import { MySettings } from './me-menu.tsx';
import { usePlaces } from './places.tsx';
import { PostSwitcher } from './post-switcher.tsx';
import { PlaceLink } from './rail.tsx';

const shown = 4;

/** On phones: four places, and a menu of the others. */
export function BottomBar() {
  const { t } = useTranslation('frame');
  const [isOpen, setOpen] = useState(false);
  const places = usePlaces();
  return (
    <>
      <nav className={styles.bottom} aria-label={t('places')}>
        {places.slice(0, shown).map((place) => (
          <PlaceLink key={place.path} place={place} />
        ))}
        <button type="button" className={styles.place} onClick={() => setOpen(true)} aria-haspopup="dialog">
          <span aria-hidden>
            <MenuOutlined />
          </span>
          {t('menu')}
        </button>
      </nav>
      <Drawer
        open={isOpen}
        onClose={() => setOpen(false)}
        placement="bottom"
        size="auto"
        title={t('menu')}
        closable={{ 'aria-label': t('close') }}
      >
        <div className={styles.others} onClickCapture={() => setOpen(false)}>
          {places.slice(shown).map((place) => (
            <PlaceLink key={place.path} place={place} />
          ))}
        </div>
        <PostSwitcher />
        <MySettings />
      </Drawer>
    </>
  );
}
