import SchemaBuilder from '@pothos/core'
import './access/second-look.ts'
import type { Context } from './context.ts'

interface Text {
  Input: string
  Output: string
}

/** Fields are non-null unless they say otherwise; every element of the schema has a description. */
export const builder = new SchemaBuilder<{
  Context: Context
  DefaultFieldNullability: false
  Scalars: { ID: Text; Code: Text; Date: Text; DateTime: Text }
}>({ defaultFieldNullability: false, plugins: ['secondLook'] })

builder.queryType({ description: 'Everything that can be read. What the caller may not see does not exist.' })
builder.mutationType({
  description:
    'Every act of the procedures. A refusal is a problem in the payload, never an error; nothing is then stored.',
})
builder.subscriptionType({ description: 'What is told as it happens, each time to whoever may still see it.' })

/** A reference to an object type whose values are T. */
export type Ref<T> = ReturnType<ReturnType<typeof builder.objectRef<T>>['implement']>
