import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useStartable } from './startable.ts';

/** For those who may start anything. */
export function StartLink() {
  const { t } = useTranslation('start');
  const navigate = useNavigate();
  const { data = [] } = useStartable();
  if (data.length === 0) return null;
  return (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      href="/start"
      onClick={(event) => {
        event.preventDefault();
        void navigate('/start');
      }}
    >
      {t('title')}
    </Button>
  );
}
