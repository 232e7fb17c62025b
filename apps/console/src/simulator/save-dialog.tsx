import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Example, type Simulation, whereItCame } from '#engine';
import { useSaid } from '../state/failed.tsx';
import type { Names } from './names.ts';
import styles from './simulator.module.css';

interface SaveDialogProps {
  readonly simulation: Simulation;
  readonly names: Names;
  /** Keeps the example; what it rejects with is shown. */
  readonly onSave: (example: Example) => Promise<void>;
  readonly onClose: () => void;
}

/** Makes a run an example: its name, and what it has to come to from now on. */
export function SaveDialog({ simulation, names, onSave, onClose }: SaveDialogProps) {
  const { t } = useTranslation(['simulator', 'frame']);
  const said = useSaid();
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const [isSaving, setSaving] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const expected = whereItCame(simulation);
  const save = async (): Promise<void> => {
    setSaving(true);
    const title = { zh: zh.trim(), ...(en.trim() !== '' && { en: en.trim() }) };
    try {
      await onSave({ title, ...simulation.scene, moves: [...simulation.moves], expected });
      onClose();
    } catch (error) {
      setFailed(error);
      setSaving(false);
    }
  };
  return (
    <Modal
      open
      title={t('saveAs')}
      okText={t('save')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: zh.trim() === '', loading: isSaving }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        <p className={styles.faint}>{t('saveHint')}</p>
        <label>
          {t('exampleTitle')}
          <Input value={zh} maxLength={200} placeholder={t('exampleTitleHint')} onChange={({ target }) => setZh(target.value)} />
        </label>
        <label>
          {t('exampleTitleEn')}
          <Input value={en} maxLength={200} onChange={({ target }) => setEn(target.value)} />
        </label>
        <p>{t('expectedRoute', { route: expected.route.map(names.place).join(' → ') })}</p>
        {failed !== undefined && (
          <p role="alert" className={styles.fault}>
            {said(failed)}
          </p>
        )}
      </div>
    </Modal>
  );
}
