import { showNamed } from '../../../locales/show.ts'
import type { Conference, MeetingDocument } from '../../domain/meetings/meeting.ts'
import type { PrintedBlock, PrintedItem, PrintedTable } from '../../domain/reports/printed/printed-report.ts'
import { figure, list, NOTHING, paragraph, words } from './blocks.ts'
import { plainTable } from './plain-table.ts'
import { asHeading, codeName, countryName, type Telling, tell } from './teller.ts'
import { inlineOf, itemOf, ownItem } from './worded.ts'

/** What was adopted or presented, paragraph by paragraph; what the source does not give is shown as a gap. */
export const documentsInWords = (telling: Telling, { documents }: Conference): readonly PrintedBlock[] =>
  documents.flatMap((document, place) => [
    paragraph(titleOf(telling, document)),
    ...(document.items.length > 0 ? [list(itemsOf(telling, document))] : []),
    ...(document.items.some(({ actions }) => actions !== null) ? [actionsOf(telling, document, place)] : []),
  ])

const titleOf = (telling: Telling, { kind, title }: MeetingDocument): string =>
  showNamed(telling.to, asHeading(codeName(telling, 'meeting-document', kind)), inlineOf(telling, title))

const itemsOf = (telling: Telling, { items }: MeetingDocument): readonly PrintedItem[] =>
  items.map(({ number, text }) =>
    text ? itemOf(telling, text, String(number)) : ownItem(tell(telling, 'report:missing'), String(number)),
  )

const actionsOf = (telling: Telling, { items }: MeetingDocument, place: number): PrintedTable =>
  plainTable(
    telling,
    { id: `actions-${place + 1}`, caption: tell(telling, 'report:table.actions') },
    [
      { head: tell(telling, 'report:head.activity'), cell: ({ number }) => words(String(number)) },
      { head: tell(telling, 'report:head.actions'), numeric: true, cell: ({ actions }) => figure(actions) },
    ],
    items,
  )

/** Who signed what: a country and an office. */
export const signatures = (telling: Telling, conference: Conference): readonly PrintedBlock[] => {
  if (conference.signatures.length === 0) return []
  const document = (place: number) => conference.documents[place]
  const titled = (place: number) => {
    const found = document(place)
    return found ? inlineOf(telling, found.title) : NOTHING
  }
  return [
    plainTable(
      telling,
      { id: 'signatures', caption: tell(telling, 'report:section.signatures') },
      [
        { head: tell(telling, 'report:head.document'), cell: (one) => words(titled(one.document)) },
        { head: tell(telling, 'report:head.country'), cell: ({ country }) => words(countryName(telling, country)) },
        {
          head: tell(telling, 'report:head.office'),
          cell: ({ office }) => words(office ? inlineOf(telling, office) : NOTHING),
        },
        { head: tell(telling, 'report:head.day'), cell: ({ day }) => words(day) },
      ],
      conference.signatures,
    ),
  ]
}
