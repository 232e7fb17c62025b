import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../frame/page.tsx';
import { Answer } from '../state/answer.tsx';
import { Loading } from '../state/loading.tsx';
import { useWide } from '../theme/media.ts';
import { usePreferences } from '../theme/preferences.ts';
import { columnsOf, columnsText } from './columns.ts';
import { Filters, type LookingProps, QueueSearch } from './filters.tsx';
import { type ListName, listNames, unfiltered, useLooking } from './looking.ts';
import { OpenList } from './open-list.tsx';
import { CopiedList, DecidedList, StartedList } from './other-lists.tsx';
import styles from './queue.module.css';
import { ShapeMenu } from './shape-menu.tsx';
import { useOpening } from './views.ts';
import { ViewsMenu } from './views-menu.tsx';

/** What waits for me, what I decided, what I started, what was copied to me. */
export function QueuePage() {
  const { t } = useTranslation('queue');
  const [looking, look] = useLooking();
  const opening = useOpening();
  useTitle(t(looking.list));
  if (opening === undefined) return <Lists looking={looking} look={look} />;
  return (
    <>
      <h1 className="unseen">{t('views')}</h1>
      <Answer of={opening}>{() => <Loading />}</Answer>
    </>
  );
}

function Lists({ looking, look }: LookingProps) {
  const { t } = useTranslation('queue');
  const isCompact = usePreferences((state) => state.isCompact);
  const isWide = useWide();
  const isTable = isWide && looking.columns !== undefined;
  const remembered = usePreferences((state) => state.columnsOf);
  const shape = isWide ? (isTable ? 'asTable' : 'beside') : 'alone';
  const props = { looking, look, isWide, isTable };
  const change = (list: ListName): void => {
    const columns = isTable ? columnsText(columnsOf(list, remembered[list])) : undefined;
    // Whose posts I look through stays; what narrowed the other list does not.
    look({ ...unfiltered, through: looking.through, list, columns, view: undefined });
  };
  return (
    <div className={styles[shape]} data-density={isCompact ? 'compact' : 'comfortable'}>
      <div className={styles.head}>
        <h1 className="unseen">{t(looking.list)}</h1>
        <Segmented<ListName>
          block
          value={looking.list}
          aria-label={t('lists')}
          onChange={change}
          options={listNames.map((name) => ({ value: name, label: t(name) }))}
        />
        <Tools looking={looking} look={look} />
      </div>
      {looking.list === 'open' && <OpenList {...props} />}
      {looking.list === 'decided' && <DecidedList {...props} />}
      {looking.list === 'started' && <StartedList {...props} />}
      {looking.list === 'copied' && <CopiedList {...props} />}
    </div>
  );
}

function Tools(props: LookingProps) {
  const isWide = useWide();
  return (
    <>
      <div className={styles.tools}>
        <QueueSearch key={props.looking.list} {...props} />
        <ViewsMenu {...props} />
        {isWide && <ShapeMenu {...props} />}
      </div>
      <Filters {...props} />
    </>
  );
}
