import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guardTools } from '../../server/adapters/guard-tools.ts'
import { countryCodes } from '../../server/domain/kernel/country.ts'
import { checkWording, type TypedWording } from '../../server/domain/kernel/wording.ts'
import { reportAreas } from '../../server/domain/reports/report.ts'
import { areaLines } from '../fixtures/meetings-2007/area-lines.ts'
import { declaration } from '../fixtures/meetings-2007/declaration.ts'
import { imm2, som5 } from '../fixtures/meetings-2007/meetings.ts'
import { plan } from '../fixtures/meetings-2007/plan.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'

const TEXT = '(language: $language) { language text }'
const WHOLE = `query ($id: ID!, $language: Language) { node(id: $id) { ... on Meeting {
  series number heldOn firstDay lastDay host { code } countries { code } place${TEXT} theme${TEXT} agenda${TEXT} outcomes${TEXT}
  organisers { role { code label(language: en) } name${TEXT} } delegations { country { code } led${TEXT} persons }
  others { group${TEXT} persons } documents { kind { code } title${TEXT} items { number text${TEXT} isMissing actions } }
  decisions { text${TEXT} countries { code } due } signatures { document title${TEXT} country { code } office { text } day }
  next { series number firstDay host { code } } itemCount items { disputes } } } }`

/** A statement as a reader of this language is shown it. */
const shown = ({ texts }: TypedWording, language: string) => ({
  language,
  text: texts.find((one) => one.language === language)?.note.text,
})

describe.each(engineKinds)('the meetings of 2007 in Beijing, on %s', (kind) => {
  let api: Api
  let key: string
  const ids: Record<string, string> = {}
  const whole = async (id: string | undefined, language: string): Promise<Looked> =>
    (await api.ask(key, WHOLE, { id, language })).data.node
  beforeAll(async () => {
    api = await Api.open(kind)
    key = await api.keyOf('secretariat')
    for (const [name, input] of Object.entries({ som5, imm2 })) {
      const { noun, problems } = await api.act(key, 'recordMeeting', input)
      expect(problems).toEqual([])
      ids[name] = noun.id
    }
  })
  afterAll(() => api.close())

  test.each(['en', 'zh'])('the fifth Senior Officials Meeting is read back whole, in %s', async (language) => {
    const say = (one: TypedWording) => shown(one, language)
    const read = await whole(ids['som5'], language)
    expect(read).toMatchObject({
      series: 'SOM',
      number: 5,
      heldOn: '2007-12-12',
      firstDay: '2007-12-12',
      lastDay: '2007-12-14',
      host: { code: 'CN' },
      countries: countryCodes.map((code) => ({ code })),
      place: say(som5.place),
      theme: say(som5.theme),
      agenda: som5.agenda.map(say),
      organisers: som5.organisers.map(({ role, name }) => ({ role: { code: role }, name: say(name) })),
      delegations: countryCodes.map((code) => ({ country: { code }, led: null, persons: null })),
      others: som5.others.map(({ group }) => ({ group: say(group), persons: null })),
      outcomes: som5.outcomes.map(say),
      decisions: [],
      signatures: [],
      next: [
        { series: 'IMM', number: 3, firstDay: null, host: null },
        { series: 'SOM', number: 6 },
        { series: 'SOM', number: 7 },
      ],
      itemCount: 0,
      items: [],
    })
    expect(read.agenda).toHaveLength(5)
    const [adopted, presented] = read.documents
    expect(adopted).toMatchObject({ kind: { code: 'declaration' }, title: say(declaration.title), items: [] })
    expect(presented).toMatchObject({ kind: { code: 'plan' }, title: say(plan.title) })
    expect(presented.items).toEqual(
      plan.items.map(({ text, ...one }) => ({ ...one, text: text && say(text), isMissing: text === null })),
    )
    expect(presented.items.map(({ actions }: Looked) => actions)).toEqual([5, 4, 5, 8, 4, 6, 2, 5])
    expect(presented.items.filter(({ isMissing }: Looked) => isMissing)).toMatchObject([{ number: 3, text: null }])
  })

  test.each(['en', 'zh'])(
    'what the ministers signed has 19 paragraphs, and the gap is shown as one, in %s',
    async (language) => {
      const read = await whole(ids['imm2'], language)
      const [signed] = read.documents
      expect(read).toMatchObject({ series: 'IMM', number: 2, agenda: imm2.agenda.map((one) => shown(one, language)) })
      expect(signed.items).toEqual(
        declaration.items.map(({ number, text }) => ({
          number,
          text: text && shown(text, language),
          isMissing: number === 16,
          actions: null,
        })),
      )
      expect(signed.items).toHaveLength(19)
      expect(read.signatures).toEqual(
        countryCodes.map((code) => ({
          document: 0,
          title: shown(declaration.title, language),
          country: { code },
          office: null,
          day: '2007-12-14',
        })),
      )
      expect(read.decisions).toMatchObject([{ countries: [], due: '2010-12-31' }])
    },
  )

  test('a reader of another language gets it as it was written, and hears in which', async () => {
    const { theme } = await whole(ids['imm2'], 'lo')
    expect(theme).toEqual(shown(imm2.theme, 'en'))
  })

  test('what the countries reported names no person, in any of the six areas', () => {
    const setting = { world: api.service.world, now: START, offsetMinutes: 0, guardTools }
    const refused = areaLines.filter(({ wording }) => 'problems' in checkWording(wording, [], setting))
    expect(refused).toEqual([])
    expect(new Set(areaLines.map(({ area }) => area))).toEqual(new Set(reportAreas))
    expect(new Set(areaLines.map(({ country }) => country))).toEqual(new Set([...countryCodes, 'ALL']))
  })
})
