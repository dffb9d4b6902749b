import { parseArgs } from 'node:util'
import { verifierOf } from '../adapters/notes.ts'
import { signerIn, untilStopped } from '../cli/keeper-options.ts'
import { systemClock } from '../clock.ts'
import { Keeper } from '../witness/keeper.ts'
import { serveKeeper } from '../witness/serve.ts'

// Started by keepers.ts: the demo's signer, or (with --hub) its six witnesses in one process, to be small. In earnest each
// is a process on a machine of its own: `mekong-liaison signer`, `mekong-liaison witness`.
const { values, positionals } = parseArgs({ options: { hub: { type: 'string' } }, allowPositionals: true })
const hub = values.hub === undefined ? null : verifierOf(values.hub)
const served = await Promise.all(
  positionals.map(async (path) => {
    const keeper = new Keeper({
      signer: signerIn(path, hub ? 4 : 1),
      stateFile: `${path}.state`,
      clock: systemClock,
      hub,
    })
    return { key: keeper.key, ...(await serveKeeper(keeper, { port: 0 })) }
  }),
)
process.send?.(served.map(({ key, url }) => ({ key, url })))
await untilStopped()
await Promise.all(served.map(({ close }) => close()))
process.disconnect?.()
