import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '../../server/domain/kernel/language.ts'
import { engineKinds } from '../support/engines.ts'
import { everyRow } from '../support/every-row.ts'
import { JobsDesk } from '../support/jobs-desk.ts'
import { codesOf, factsIn, line } from '../support/report-desk.ts'
import { stored } from '../support/stored.ts'
import { wholeMeeting } from '../support/whole-meeting.ts'
import { worded } from '../support/worded.ts'

const CODE = 'CHARACTER_NOT_PRINTABLE'

describe.each(engineKinds)('a character that no font has, on %s', (kind) => {
  let desk: JobsDesk
  let secretariat: string
  beforeAll(async () => {
    desk = await JobsDesk.inSmallWorld(kind)
    secretariat = desk.secretariatKey
  })
  afterAll(() => desk.api.close())

  test('is refused in the part of a country: each character once, with its place, and nothing is stored', async () => {
    const report = await desk.report()
    const reportPartId = await desk.part(report, 'TH')
    const key = await desk.key('TH')
    const expectedVersion = await desk.way.version(key, reportPartId)
    const lines = [line('Two courses.'), line('Courses ᚠ were 😀 held ᚠ.'), line('ยอด ཀ')]
    const before = await stored(desk.api.engine)
    const refused = await desk.api.act(key, 'editReportPart', { reportPartId, expectedVersion, lines, struck: [] })
    const at = (place: number) => `${CODE} lines.${place}.wording.texts.0.note.text`
    expect(codesOf(refused)).toEqual([at(1), at(1), at(2)])
    expect(refused.problems.map(factsIn)).toEqual([
      { character: 'ᚠ', codePoint: 'U+16A0', at: 9 },
      { character: '😀', codePoint: 'U+1F600', at: 16 },
      { character: 'ཀ', codePoint: 'U+0F40', at: 5 },
    ])
    expect(await stored(desk.api.engine)).toEqual(before)
    expect(JSON.stringify(await everyRow(desk.api.engine))).not.toContain('ᚠ')
  })

  test('is named in the language of whoever wrote it, with what can be done', async () => {
    const key = await desk.key('LA')
    const said = new Set<string>()
    const input = { ...wholeMeeting('TASKFORCE'), theme: worded('On the ᚠ way') }
    for (const language of languages) {
      const { problems } = await desk.api.act(key, 'recordMeeting', input, { 'accept-language': language })
      expect(problems).toMatchObject([{ code: CODE, field: ['theme', 'texts', '0', 'note', 'text'] }])
      for (const part of ['ᚠ', 'U+16A0']) expect(problems[0].message).toContain(part)
      expect(problems[0].message).toMatch(language === 'my' ? /၈/ : /8/)
      said.add(problems[0].message).add(problems[0].next)
    }
    expect(said.size).toBe(2 * languages.length)
  })

  test('is refused in a meeting that is told anew, in what is said of national figures, in a note and when it is tried', async () => {
    const meetingId = await desk.way.must(secretariat, 'recordMeeting', wholeMeeting('SOM'))
    const expectedVersion = await desk.way.version(secretariat, meetingId)
    const anew = { ...wholeMeeting('SOM', { outcomes: [worded('Adopted ᚠ')] }), meetingId, expectedVersion }
    expect(codesOf(await desk.api.act(secretariat, 'updateMeeting', anew))).toEqual([
      `${CODE} outcomes.0.texts.0.note.text`,
    ])
    const figures = [{ year: 2024, indicator: 'identified', total: 7 }]
    const said = { definition: { text: 'Each once.' }, coverage: { text: 'All ᚠ' }, source: { text: 'Report.' } }
    const handedIn = { ...said, sourceDay: '2026-02-01', figures }
    expect(codesOf(await desk.api.act(await desk.key('TH'), 'importAggregates', handedIn))).toEqual([
      `${CODE} coverage.text`,
    ])
    const caseId = await desk.way.send('TH', 'LA')
    const focal = await desk.key('LA', 'focal')
    const hold = {
      caseId,
      reason: 'legal',
      note: { text: 'Wait ᚠ' },
      expectedVersion: await desk.way.version(focal, caseId),
    }
    expect(codesOf(await desk.api.act(focal, 'placeOnHold', hold))).toEqual([`${CODE} note.text`])
    const query = `query ($input: NoteInput!) { checkText(input: $input) { accepted text problems { code } } }`
    const tried = await desk.api.ask(focal, query, { input: { text: 'Wait \u202eᚠ' } })
    expect(tried.data.checkText).toEqual({ accepted: false, text: 'Wait ᚠ', problems: [{ code: CODE }] })
  })

  test('what all six scripts write is taken, with marks that show nothing', async () => {
    const report = await desk.report()
    const texts = ['ការវិលត្រឡប់', 'ການກັບຄືນ', 'ပြန်လည်ဝင်ဆံ့ရေး', 'การกลับคืนสู่สังคม', 'Tái hòa nhập “Ệ” – 5 €', '重返社会①\ufe0f']
    await desk.edit(
      report,
      'VN',
      texts.map((text) => line(text)),
    )
    const file = await desk.file(await desk.key('VN'), report, 'PDF', ['vi'])
    expect((await desk.lookAtFile(await desk.key('VN'), file)).making).toMatchObject({ state: 'MADE' })
  })
})
