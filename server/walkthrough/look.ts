import type { Stage } from '../domain/cases/stage.ts'
import type { CountryCode } from '../domain/kernel/country.ts'
import type { Client } from './client.ts'

interface Named {
  readonly name: string
}
interface Party extends Named {
  readonly code: CountryCode
}

/** A case as the walkthrough asks for it, in the language of who asks. */
export interface Told {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly stage: Stage
  readonly stageLabel: string
  readonly stopped: string | null
  readonly stoppedLabel: string | null
  readonly hold: { readonly reason: { readonly label: string } } | null
  readonly procedure: Named
  readonly requestingCountry: Party
  readonly countryOfReturn: Party
  readonly journal: readonly {
    readonly action: string
    readonly label: string
    readonly resultLabel: string | null
    readonly office: Named
    readonly country: Named
  }[]
  readonly steps: readonly {
    readonly key: string
    readonly status: string
    readonly label: string
    readonly office: Named | null
    readonly country: Named
    readonly deadline: { readonly dueDay: string | null } | null
  }[]
  readonly questions: readonly {
    readonly questions: readonly {
      readonly question: { readonly text: string }
      readonly answer: { readonly text: string } | null
    }[]
  }[]
  readonly handover: {
    readonly id: string
    readonly version: number
    readonly at: string
    readonly crossing: { readonly id: string } | null
  } | null
}

const LOOK = `query ($id: ID!) { viewer { now } case(id: $id) {
  id reference version stage stageLabel stopped stoppedLabel hold { reason { label } } procedure { name }
  requestingCountry { code name } countryOfReturn { code name }
  journal { action label resultLabel office { name } country { name } }
  steps { key status label office { name } country { name } deadline { dueDay } }
  questions { questions { question { text } answer { text } } }
  handover { id version at crossing { id } }
} }`

interface Seen {
  readonly now: string
  /** Null where it does not exist for who asks. */
  readonly told: Told | null
}

/** The case as the focal agency of a country sees it now. */
export async function look(client: Client, country: CountryCode, id: string): Promise<Seen> {
  const { viewer, case: told } = await client.ask<{ viewer: { now: string }; case: Told | null }>(
    `${country.toLowerCase()}-focal`,
    LOOK,
    { id },
  )
  return { now: viewer.now, told }
}

export const dueDayOf = ({ steps }: Told, step: string): string | null =>
  steps.find(({ key }) => key === step)?.deadline?.dueDay ?? null

/** Whether an entry of the journal is of this act. */
export const sameAct = (action: string, act: string): boolean => action.replaceAll('_', '') === act.toUpperCase()
