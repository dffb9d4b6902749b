import { say } from '../../locales/index.ts'
import { profileFields } from '../../server/domain/cases/inputs.ts'
import type { CaseView } from '../../server/domain/disclosure/case-view.ts'
import { roundsOf } from '../../server/domain/disclosure/rounds.ts'
import type { CaseId } from '../../server/domain/kernel/ids.ts'
import { lettersOfCase } from '../../server/domain/letters/case-letters.ts'
import { recordType } from '../codes/record-fields.ts'
import { ConsentRef, ConsentVersionRef } from '../consents/consent.ts'
import { countryField } from '../directory/country.ts'
import { RouteEnum, Side, Stage, StopKind } from '../enums.ts'
import { HandoverRef } from '../handovers/handover-ref.ts'
import { ProcedureRef } from '../instruments/procedure.ts'
import { LetterRef } from '../letters/letter.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { NoteRef } from '../notes/note.ts'
import { languageArgument, speaker, wordsField } from '../text.ts'
import { ActRef } from './act.ts'
import { CaseRef } from './case-ref.ts'
import { DisputeRef } from './dispute.ts'
import { HoldRef } from './hold.ts'
import { PossibleActRef } from './possible-act.ts'
import { RoundRef } from './round.ts'
import { StepRef } from './step.ts'
import { MomentRef } from './timeline.ts'

const Profile = recordType('Profile', 'The person in codes. Nothing here names or points at anybody.', profileFields)
CaseRef.implement({
  description:
    'One person who may return, on one directed corridor. The person is a random code. Read by offices with a part in it; once closed, by the two focal agencies.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Case', ({ id }: CaseView) => id)),
    reference: t.exposeString('reference', {
      description: 'For people: `TH-KH-2026-7Q4M9D`. Issued with the draft, never changed.',
    }),
    version: t.exposeInt('version', {
      description: 'Rises with the acts that the caller may see; give it as `expectedVersion`.',
    }),
    requestingCountry: t.field(countryField('Where the person is.', ({ requestingCountry }) => requestingCountry)),
    countryOfReturn: t.field(
      countryField('Where the person returns to and is received.', ({ countryOfReturn }) => countryOfReturn),
    ),
    route: t.expose('route', { type: RouteEnum, description: 'How it began.' }),
    routeLabel: t.string(wordsField('That in words.', ({ route }) => `labels:route.${route}`)),
    mySide: t.expose('mySide', { type: Side, description: 'The caller’s side of the case.' }),
    stage: t.expose('stage', { type: Stage, description: 'How far it is.' }),
    stageLabel: t.string(wordsField('That in words.', ({ stage }) => `labels:stage.${stage}`)),
    child: t.exposeBoolean('child', { description: 'Whether the person is a child; in doubt they are.' }),
    stopped: t.expose('stopped', {
      type: StopKind,
      nullable: true,
      description: 'Why it goes no further; null while it does.',
    }),
    stoppedLabel: t.string({
      nullable: true,
      description: 'That in words.',
      args: languageArgument(),
      resolve: ({ stopped }, { language }, context) =>
        stopped && say(speaker(context, language), `labels:stop.${stopped}`),
    }),
    hold: t.expose('hold', {
      type: HoldRef,
      nullable: true,
      description: 'The hold it is on, on either side’s word; null when it is on none.',
    }),
    procedure: t.expose('procedure', { type: ProcedureRef, description: 'The procedure and version it is pinned to.' }),
    profile: t.expose('profile', { type: Profile, description: 'The person in codes.' }),
    consent: t.field({
      type: ConsentRef,
      nullable: true,
      description: 'The newest consent; null before one is recorded.',
      resolve: ({ consent }) => consent as object | null,
    }),
    consents: t.field({
      type: [ConsentVersionRef],
      description: 'Every consent that was recorded, the newest first.',
      resolve: ({ consents }) => [...consents],
    }),
    sentAt: t.expose('sentAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was sent; before, it does not exist for the country of return.',
    }),
    steps: t.field({
      type: [StepRef],
      description: 'Every step, in the order of the procedure.',
      resolve: ({ steps }) => [...steps],
    }),
    possible: t.field({
      type: [PossibleActRef],
      description: 'What the caller’s side could do now, and what is missing where the caller cannot.',
      resolve: ({ possible }) => [...possible],
    }),
    questions: t.field({
      type: [RoundRef],
      description: 'Rounds of questions, oldest first.',
      resolve: (view) => [...roundsOf(view)],
    }),
    handover: t.field({
      type: HandoverRef,
      nullable: true,
      description: 'The handover it is on; null before one is proposed.',
      resolve: ({ handover }, _args, { load }) => (handover ? load.handover.load(handover.id) : null),
    }),
    disputes: t.field({
      type: [DisputeRef],
      description: 'What the two countries see differently, the oldest first. An open one holds up the closure alone.',
      resolve: ({ disputes }) => [...disputes],
    }),
    notes: t.field({
      type: [NoteRef],
      description:
        'Free text, the oldest first: all of the caller’s own side; of the other side what a second officer approved.',
      resolve: ({ notes }) => [...notes],
    }),
    linkedPrevious: t.field({
      type: CaseRef,
      nullable: true,
      description: 'The earlier case of the same person, once both focal agencies have said so.',
      resolve: ({ linkedPrevious }, _args, { load }) =>
        linkedPrevious ? load.case.load(linkedPrevious, 'case') : null,
    }),
    missingSince: t.expose('missingSince', {
      type: 'DateTime',
      nullable: true,
      description: 'On a handed-over list but not received, since when: an open incident.',
    }),
    timeline: t.field({
      type: [MomentRef],
      description: 'The history in sentences, oldest first, as far as the caller may see it.',
      resolve: (view) => view.acts.map((act) => ({ view, act })),
    }),
    letters: t.field({
      type: [LetterRef],
      description:
        'Letters that its acts are, oldest first. Of a handover they are about this case alone; the whole list is in `Handover.letters`.',
      resolve: (view, _args, { service }) => [...lettersOfCase(service.world, view)],
    }),
    journal: t.field({
      type: [ActRef],
      description: 'What was done, oldest first, as far as the caller may see it.',
      resolve: ({ acts, procedure }) => acts.map((act) => ({ act, procedure })),
    }),
  }),
})

nodeFinder('Case', (id, { load }) => load.case.load(id as CaseId, 'node'))
