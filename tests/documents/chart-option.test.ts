import * as echarts from 'echarts'
import { expect, test } from 'vitest'
import { chartOf } from '../../server/documents/reports/chart-of.ts'
import { chartOption } from '../../server/documents/reports/chart-option.ts'
import { tellerIn } from '../../server/documents/reports/teller.ts'
import { languages } from '../../server/domain/kernel/language.ts'
import { sampleTables } from '../support/report-tables.ts'
import { world } from '../support/report-text.ts'

/** As a screen draws it, without one. */
function drawn(option: object): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 720, height: 720 })
  chart.setOption({ ...option, animation: false })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

test.each(languages)('bars on a screen have every label and every number of their table, in %s', (language) => {
  const charts = sampleTables().flatMap((table) => chartOf(tellerIn({ world }, language), table) ?? [])
  expect(charts.length).toBeGreaterThan(5)
  for (const chart of charts) {
    const svg = drawn(chartOption(chart))
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '')
    const all = words.join('').replaceAll(/\s/g, '')
    for (const { label, text } of chart.bars) {
      expect(all).toContain(label.replaceAll(/\s/g, ''))
      expect(words).toContain(text)
    }
  }
})

test('labels stand apart, however many bars there are', () => {
  const bars = Array.from({ length: 20 }, (_, place) => ({ label: `row ${place}`, text: `${place}`, value: place }))
  const svg = drawn(chartOption({ kind: 'chart', caption: 'rows', table: 'rows', bars }))
  const heights = [...svg.matchAll(/translate\([\d.]+ ([\d.]+)\)"[^>]*>row \d+</g)].map(([, y]) => Number(y))
  expect(heights).toHaveLength(20)
  const gaps = heights.slice(1).map((y, place) => y - (heights[place] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThan(14)
})
