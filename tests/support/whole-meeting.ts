import { worded } from './worded.ts'

/** A meeting of which everything is told; the date is before the tests begin. Invented. */
export const wholeMeeting = (series: 'SOM' | 'IMM' | 'TASKFORCE', more: object = {}) => ({
  series,
  number: 9,
  firstDay: '2026-02-10',
  lastDay: '2026-02-11',
  host: 'LA',
  place: worded('Capital of the host country'),
  theme: worded('Returns that are safe and on time'),
  organisers: [{ role: 'host', name: worded('Ministry of the host country') }],
  agenda: [worded('Report on the past year'), worded('Plan for the next year')],
  delegations: [{ country: 'TH', led: worded('Ministry in charge'), persons: 4 }],
  others: [{ group: worded('International organisations'), persons: 12 }],
  documents: [
    {
      kind: 'plan',
      title: worded('Work plan'),
      items: [
        { number: 1, text: worded('Training'), actions: 3 },
        { number: 2, text: null },
      ],
    },
  ],
  outcomes: [worded('The work plan was adopted.')],
  decisions: [{ text: worded('Name a contact point'), countries: ['KH', 'TH'], due: '2026-12-31' }],
  signatures: [{ document: 0, country: 'TH', office: worded('Ministry in charge'), day: '2026-02-11' }],
  next: [{ series: 'IMM', number: 10, firstDay: '2027-02-09', host: 'KH' }],
  ...more,
})
