// Draws the chart with ECharts. This file is its own chunk: only pages with a chart load it.
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart, ChartMark } from '../../api/types';
import { levelOf, type Level } from './level';

use([BarChart, LineChart, ScatterChart, GridComponent, TooltipComponent, SVGRenderer]);

/** Colours of the bars: alarm only around the moments when the bell rang, not at every busy hour. */
const COLOURS: Record<Level, string> = { usual: 'chart-bar', over: 'chart-over', burning: 'alarm' };

export interface Drawing {
  chart: Chart;
  /** Position of the chosen point. */
  chosen: number | null;
  /** The last step is not over yet. */
  running: boolean;
  /** Words of a point, for the tooltip. */
  describe: (index: number) => string;
  /** Label of a point under the axis; null for none. */
  label: (index: number) => string | null;
  number: (value: number) => string;
  onpick: (index: number) => void;
  onmark: ((mark: ChartMark) => void) | undefined;
}

export interface Canvas {
  update: (drawing: Drawing) => void;
  dispose: () => void;
}

/** Makes a chart in the element; it follows the size of the element. */
export function draw(element: HTMLElement): Canvas {
  const chart = init(element, null, { renderer: 'svg' });
  let drawing: Drawing | null = null;
  let markTaken = false;

  chart.on('click', { seriesId: 'marks' }, ({ dataIndex }) => {
    const mark = drawing?.chart.marks[dataIndex];
    if (!mark || !drawing?.onmark) return;
    markTaken = true;
    drawing.onmark(mark);
  });
  // A click anywhere in a column takes its point: a bar of two mentions is too small to hit.
  chart.getZr().on('click', ({ offsetX, offsetY }) => {
    if (markTaken) {
      markTaken = false;
      return;
    }
    if (!drawing || !chart.containPixel('grid', [offsetX, offsetY])) return;
    const [index] = chart.convertFromPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [offsetX, offsetY]) as [number, number];
    if (index >= 0 && index < drawing.chart.points.length) drawing.onpick(index);
  });

  const resize = new ResizeObserver(() => chart.resize());
  resize.observe(element);
  return {
    update: (next) => {
      drawing = next;
      chart.setOption(option(next, element), { notMerge: true });
    },
    dispose: () => {
      resize.disconnect();
      chart.dispose();
    },
  };
}

function option({ chart, chosen, running, describe, label, number }: Drawing, element: HTMLElement) {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const { points } = chart;
  const font = { color: colour('ink-3'), fontFamily: style.fontFamily, fontSize: 12 };
  return {
    animation: false,
    textStyle: { fontFamily: style.fontFamily },
    grid: { left: 8, right: 8, top: 14, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      axisPointer: { type: 'shadow', shadowStyle: { color: colour('ink'), opacity: 0.07 } },
      backgroundColor: colour('raised'),
      borderColor: colour('line-strong'),
      borderWidth: 1,
      padding: [8, 10],
      textStyle: { color: colour('ink'), fontSize: 13, fontFamily: style.fontFamily },
      formatter: (given: { dataIndex: number }[]) => (given[0] ? describe(given[0].dataIndex) : ''),
    },
    xAxis: {
      type: 'category',
      data: points.map((point) => point.at),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('line-strong') } },
      axisLabel: {
        ...font,
        hideOverlap: true,
        interval: (index: number) => label(index) !== null,
        formatter: (_: string, index: number) => label(index) ?? '',
      },
    },
    yAxis: [
      {
        type: 'value',
        minInterval: 1,
        splitNumber: 4,
        // Room above the tallest bar, where the marks hang.
        boundaryGap: [0, '18%'],
        axisLabel: { ...font, formatter: number },
        splitLine: { lineStyle: { color: colour('line') } },
      },
      // Marks hang at the upper edge, whatever the counts are.
      { type: 'value', min: 0, max: 1, show: false },
    ],
    series: [
      { id: 'low', type: 'line', stack: 'band', data: points.map((point) => point.low), ...unseen },
      {
        id: 'band',
        type: 'line',
        stack: 'band',
        data: points.map((point) => Math.max(0, point.high - point.low)),
        areaStyle: { color: colour('chart-band'), opacity: 1 },
        ...unseen,
      },
      {
        id: 'n',
        type: 'bar',
        barCategoryGap: points.length > 120 ? '8%' : '22%',
        barMinHeight: 2,
        z: 3,
        ...steady,
        data: points.map((point, index) => ({
          // A zero has no bar: the minimum height is for small counts beside a great peak.
          value: point.n === 0 ? null : point.n,
          itemStyle: {
            color: colour(COLOURS[levelOf(chart, point)]),
            opacity: chosen === null ? (running && index === points.length - 1 ? 0.6 : 1) : chosen === index ? 1 : 0.4,
            borderRadius: points.length > 120 ? 0 : [2, 2, 0, 0],
          },
        })),
      },
      {
        id: 'expected',
        type: 'line',
        data: points.map((point) => point.expected),
        symbol: 'none',
        silent: true,
        z: 4,
        ...steady,
        lineStyle: { color: colour('chart-expected'), width: 1.5, type: [4, 3] },
      },
      {
        id: 'marks',
        type: 'scatter',
        yAxisIndex: 1,
        z: 6,
        data: chart.marks.map((mark) => ({
          value: [place(chart, mark), mark.kind === 'incident' ? 0.96 : 0.9],
          symbol: mark.kind === 'incident' ? 'pin' : 'triangle',
          symbolRotate: mark.kind === 'incident' ? 0 : 180,
          symbolSize: mark.kind === 'incident' ? 22 : 9,
        })),
        itemStyle: { color: colour('alarm'), opacity: 1 },
        cursor: 'pointer',
        tooltip: { show: false },
        ...steady,
      },
    ],
  };
}

/** Nothing lights up or fades when the pointer moves: only a click changes the picture. */
const steady = { emphasis: { disabled: true } } as const;
const unseen = { symbol: 'none', silent: true, lineStyle: { opacity: 0 }, z: 1, ...steady } as const;

/** The point whose time a mark falls into. */
function place({ points, step_seconds }: Chart, mark: ChartMark): number {
  const first = points[0];
  if (!first) return 0;
  const index = Math.floor((Date.parse(mark.at) - Date.parse(first.at)) / (step_seconds * 1000));
  return Math.max(0, Math.min(points.length - 1, index));
}
