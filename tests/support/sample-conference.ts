import type { SafeText } from '../../server/domain/confidentiality/safe-text.ts'
import type { Code, OfficeId } from '../../server/domain/kernel/ids.ts'
import type { Day, Instant } from '../../server/domain/kernel/instant.ts'
import type { Wording } from '../../server/domain/kernel/wording.ts'
import type { Conference } from '../../server/domain/meetings/meeting.ts'

/** Written in Chinese, and in part in English too. */
const said = (zh: string, en?: string): Wording => [
  { language: 'zh', text: zh as SafeText },
  ...(en ? [{ language: 'en' as const, text: en as SafeText }] : []),
]

/** A meeting of which everything was recorded, with gaps where a source has them; all of it invented. */
export const sampleConference: Conference = {
  series: 'som',
  number: 25,
  country: null,
  firstDay: '2026-12-12' as Day,
  lastDay: '2026-12-14' as Day,
  host: 'CN',
  place: said('北京', 'Beijing'),
  theme: said('加强合作'),
  organisers: [
    { role: 'host' as Code, name: said('公安部', 'Ministry of Public Security') },
    { role: 'supporter' as Code, name: said('联合国机构') },
  ],
  agenda: [said('通过联合宣言', 'Adoption of the joint declaration'), said('各国报告')],
  delegations: [
    { country: 'KH', led: said('内政部'), persons: 9 },
    { country: 'CN', led: null, persons: null },
  ],
  others: [{ group: said('国际组织', 'international organisations'), persons: 34 }],
  documents: [
    {
      kind: 'declaration' as Code,
      title: said('联合宣言', 'Joint Declaration'),
      items: [
        { number: 15, text: said('举行双边磋商'), actions: null },
        { number: 16, text: null, actions: null },
      ],
    },
    {
      kind: 'plan' as Code,
      title: said('行动计划'),
      items: [
        { number: 1, text: said('培训', 'Training'), actions: 5 },
        { number: 3, text: null, actions: null },
      ],
    },
  ],
  outcomes: [said('六国同意继续合作')],
  decisions: [
    { text: said('设立联络点', 'Contact points are set up'), countries: ['KH', 'TH'], due: '2027-06-30' as Day },
    { text: said('每年报告'), countries: [], due: null },
  ],
  signatures: [
    { document: 0, country: 'KH', office: said('内政部'), day: '2026-12-14' as Day },
    { document: 0, country: 'CN', office: null, day: '2026-12-14' as Day },
  ],
  next: [{ series: 'imm', number: null, firstDay: null, host: 'LA' }],
  recordedBy: 'cn-joint-conference' as OfficeId,
  recordedAt: '2026-12-15T02:00:00.000Z' as Instant,
}
