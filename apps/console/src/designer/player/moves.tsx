import { StopFilled } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { saidOf } from '#engine';
import { useCounterWords } from '../../simulator/counter-words.ts';
import { type Names, useNames } from '../../simulator/names.ts';
import { useText } from '../../words/language.ts';
import { isShown, marksOf, type Playing } from './marks.ts';
import styles from './player.module.css';
import { goToMove } from './player.ts';

/** The moves in words, the last one marked, each a way to it; and what came of them. */
export function Moves({ playing }: { readonly playing: Playing }) {
  const { t } = useTranslation('designer');
  const { workflow, moves, stages, at } = playing;
  const names = useNames(workflow);
  const said = useCounterWords(names);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <>
      {at === stages.length - 1 && <Outcome playing={playing} names={names} />}
      <ol ref={list} className={styles.moves} aria-label={t('playMoves')}>
        {moves.map((move, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same move may come twice, and the order never changes
          <li key={index} aria-current={index === at ? 'step' : undefined} data-made={index <= at}>
            <button type="button" disabled={index >= stages.length} onClick={() => goToMove(() => index)}>
              {said(workflow, move)}
              <small>{stands(index)}</small>
            </button>
          </li>
        ))}
      </ol>
      <output className="unseen">
        {t('playSaid', {
          number: at + 1,
          count: stages.length,
          said: moves[at] === undefined ? '' : said(workflow, moves[at]),
          places: stands(at),
        })}
      </output>
    </>
  );

  function stands(index: number): string {
    const places = stages[index]?.stands ?? moves[index]?.to ?? [];
    return t('playStands', { places: places.map(names.place).join(t('playComma')) });
  }
}

/** Where it has come to, with what was found. */
function Outcome({ playing, names }: { readonly playing: Playing; readonly names: Names }) {
  const { t } = useTranslation('designer');
  const text = useText();
  const { finding, stages } = playing;
  const last = stages.at(-1);
  if (last === undefined) return null;
  const stuck = [...marksOf(playing)].flatMap(([path, mark]) => (mark === 'stuck' ? [path] : []));
  const places = (stuck.length > 0 ? stuck : last.stands).map(names.place).join(t('playComma'));
  return (
    <output className={styles.outcome}>
      <strong>
        <StopFilled aria-hidden /> {t(isShown(playing) ? 'playStuck' : 'playStops', { places })}
      </strong>
      <span>{text(finding.message)}</span>
      {last.refused !== undefined && <span>{t('playRefused', { reason: text(saidOf(last.refused)) })}</span>}
      {!isShown(playing) && <span>{t('playElsewhere')}</span>}
    </output>
  );
}
