import { actingFor } from '../disclosure/act-rules.ts'
import { days, number } from '../kernel/fields.ts'
import { problem, Refusal } from '../kernel/problem.ts'
import { registerAct, registered } from './act.ts'

const fields = {
  year: number(2000, 2100, 'Gregorian year.'),
  holidays: days('Every public holiday of the year that is a day off.'),
  makeUpDays: days('Days of work on a weekend, declared in place of a day off. None if empty.'),
} as const

/**
 * The table of one year, declared by the country itself; it replaces the one that was there. A holiday declared late
 * applies as if it had always stood: open deadlines are reckoned anew.
 */
export const setHolidays = registerAct({
  name: 'setHolidays',
  kind: 'holidays',
  changes: false,
  fields,
  description:
    'The administrator of a country declares all public holidays and make-up days of a year; open deadlines are reckoned anew.',
  decide: (_entry, { year, holidays, makeUpDays }, { world, by, at }) => {
    const country = actingFor('setHolidays', by)
    if (country instanceof Refusal) return country
    const lists = [
      ['holidays', holidays],
      ['makeUpDays', makeUpDays],
    ] as const
    const problems = lists.flatMap(([name, list]) =>
      list.flatMap((day, position) => {
        const path = [name, String(position)]
        if (!day.startsWith(`${year}-`)) return [problem('DAY_OF_ANOTHER_YEAR', { day, year: String(year) }, path)]
        return list.indexOf(day) < position ? [problem('DAY_REPEATED', { day }, path)] : []
      }),
    )
    if (problems.length > 0) return new Refusal(problems)
    const id = `${country}-${year}`
    const before = world.holidayTables.get(id)?.version ?? null
    return registered('holidays', id, before, { country, year, holidays, makeUpDays, declaredAt: at.now })
  },
})
