import type { PrintedChart } from '../../domain/reports/printed/printed-report.ts'

/** So wide a label may be on a screen, in pixels, before it is broken. */
const LABEL_PIXELS = 180

/**
 * A chart for a screen, as an option of Apache ECharts: horizontal bars, each label at its bar, whole. What is left out has
 * no bar and its sign in place of the number.
 */
export const chartOption = ({ caption, bars }: PrintedChart) => ({
  aria: {
    enabled: true,
    label: { description: [caption, ...bars.map(({ label, text }) => `${label} ${text}`)].join('; ') },
  },
  title: { text: caption, textStyle: { fontSize: 14, width: 600, overflow: 'break' } },
  grid: { left: 8, right: 48, top: 56, bottom: 8, containLabel: true },
  xAxis: { type: 'value', minInterval: 1 },
  yAxis: {
    type: 'category',
    inverse: true,
    data: bars.map(({ label }) => label),
    axisLabel: { interval: 0, width: LABEL_PIXELS, overflow: 'break' },
  },
  series: [
    {
      type: 'bar',
      label: { show: true, position: 'right' },
      data: bars.map(({ value, text }) => ({ value: value ?? 0, label: { formatter: text } })),
    },
  ],
})
