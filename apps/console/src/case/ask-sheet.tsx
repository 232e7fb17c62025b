import { Button, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../words/language.ts';
import { AskPanel } from './ask-panel.tsx';
import styles from './case.module.css';
import type { Case, OwnTask } from './form-fields.ts';

interface AskSheetProps {
  readonly of: Case;
  readonly tasks: readonly OwnTask[];
  readonly onDecided?: (() => void) | undefined;
}

/** On a phone what is asked stands at the bottom, the form above it; a touch raises it as a sheet. */
export function AskSheet({ of, tasks, onDecided }: AskSheetProps): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const [first] = tasks;
  if (first === undefined) return null;
  return (
    <>
      <div className={styles.askBar}>
        <span>{text(first.step.title)}</span>
        <Button type="primary" size="large" onClick={() => setOpen(true)}>
          {t('asked')}
        </Button>
      </div>
      <Drawer
        open={isOpen}
        onClose={() => setOpen(false)}
        placement="bottom"
        size="min(80vh, 620px)"
        title={text(of.title)}
        classNames={{ body: styles.sheet ?? '' }}
      >
        {tasks.map((task) => (
          <AskPanel
            key={task.id}
            of={of}
            task={task}
            onDecided={() => {
              setOpen(false);
              onDecided?.();
            }}
          />
        ))}
      </Drawer>
    </>
  );
}
