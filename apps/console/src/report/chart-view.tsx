import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../state/empty.tsx';
import { percentage, useWritten } from '../time/formats.ts';
import { useLanguage } from '../words/language.ts';
import styles from './monitoring.module.css';
import type { Schools } from './schools.ts';
import { type Part, parts, type Share, sharesOf } from './shares.ts';

echarts.use([BarChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

const words = { kept: 'legendKept', late: 'legendLate', missed: 'legendMissed', exempted: 'legendExempted' } as const;

const colours: Readonly<Record<Part, string>> = { kept: '--kept', late: '--filed-late', missed: '--missed', exempted: '--excused' };

/** How the reports of each period came in, to look at; and the same as a table. */
export function ChartView({ of }: { readonly of: Schools }) {
  const { t } = useTranslation('reports');
  const shares = sharesOf(of);
  if (shares.length === 0) return <Empty title={t('chartEmpty')} hint={t('chartEmptyHint')} />;
  return (
    <div className={styles.paper}>
      <h2>{t('chartTitle')}</h2>
      <Chart shares={shares} />
      <details open>
        <summary>{t('chartTable')}</summary>
        <Table shares={shares} />
      </details>
    </div>
  );
}

function Chart({ shares }: { readonly shares: readonly Share[] }) {
  const { t } = useTranslation('reports');
  const written = useWritten();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const chart = echarts.init(element, undefined, { renderer: 'svg' });
    const colourOf = (name: string): string => getComputedStyle(element).getPropertyValue(name);
    const textStyle = { fontFamily: getComputedStyle(element).fontFamily };
    chart.setOption({
      animation: false,
      textStyle,
      aria: { enabled: true, label: { description: t('chartSummary') }, decal: { show: true } },
      legend: { bottom: 0, textStyle },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      grid: { top: 16, right: 8, bottom: 40, left: 8, containLabel: true },
      xAxis: { type: 'category', data: shares.map(({ due }) => written(due, 'day')), axisTick: { show: false } },
      yAxis: { type: 'value', minInterval: 1 },
      series: parts.map((part) => ({
        name: t(words[part]),
        type: 'bar',
        stack: 'all',
        barMaxWidth: 56,
        itemStyle: { color: colourOf(colours[part]) },
        data: shares.map(({ counts }) => counts[part]),
      })),
    });
    const fitting = new ResizeObserver(() => chart.resize());
    fitting.observe(element);
    return () => {
      fitting.disconnect();
      chart.dispose();
    };
  });
  return <figure ref={place} className={styles.chart} aria-label={t('chartSummary')} />;
}

function Table({ shares }: { readonly shares: readonly Share[] }) {
  const { t } = useTranslation(['reports', 'states']);
  const written = useWritten();
  const language = useLanguage();
  return (
    <section className={styles.scroll} tabIndex={0} aria-label={t('chartTitle')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('due')}</th>
            {parts.map((part) => (
              <th key={part} scope="col" className={styles.figure}>
                {t(words[part])}
              </th>
            ))}
            <th scope="col" className={styles.figure}>
              {t('share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ key, due, counts, onTime }) => (
            <tr key={key}>
              <th scope="row">{written(due, 'date')}</th>
              {parts.map((part) => (
                <td key={part} className={styles.figure}>
                  {counts[part]}
                </td>
              ))}
              <td className={styles.figure}>{onTime === undefined ? t('states:none') : percentage(onTime, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
