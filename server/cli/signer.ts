import { systemClock } from '../clock.ts'
import { Keeper } from '../witness/keeper.ts'
import { serveKeeper } from '../witness/serve.ts'
import { BadUse } from './bad-use.ts'
import type { Command } from './command.ts'
import { listeningOf, makeKey, signerIn, untilStopped } from './keeper-options.ts'

export const signer: Command = {
  help: `mekong-liaison signer [--port N | --socket PATH] [--state FILE]
mekong-liaison signer --new-key NAME [--state FILE]

Signs checkpoints of the log for the service on this machine, in a process of its own and best under a user of its own: it
alone reads SIGNING_KEY_FILE. It signs only a tree that continues the one it signed last. NAME is the name of the log for
ever, such as log.hub.example; --new-key makes SIGNING_KEY_FILE, a state file that says that
nothing was signed, and prints the public key to hand over to the countries.

  --port N        port on 127.0.0.1 (4100)
  --socket PATH   instead: a socket that only its owner and group may use; SIGNER_URL is then unix:PATH
  --state FILE    the last checkpoint it signed (beside the key: SIGNING_KEY_FILE.state). Never put it back to an older one.
                  Without it nothing starts, nor where another signer holds it

Without it work goes on, and receipts stay pending.
`,
  options: {
    port: { type: 'string', default: '4100' },
    socket: { type: 'string' },
    state: { type: 'string' },
    'new-key': { type: 'string' },
  },
  async run(_rest, { port, socket, state, 'new-key': name }, { result }) {
    const path = process.env['SIGNING_KEY_FILE']
    if (!path) throw new BadUse('SIGNING_KEY_FILE says where the key is')
    const stateFile = state === undefined ? `${path}.state` : String(state)
    if (name !== undefined) {
      const { text } = makeKey(path, String(name), 1, stateFile).verifier
      result({ key: text }, text)
      return 0
    }
    const keeper = new Keeper({ signer: signerIn(path, 1), stateFile, clock: systemClock, hub: null })
    const served = await serveKeeper(keeper, listeningOf(port, undefined, socket))
    result({ key: keeper.key, url: served.url }, `${keeper.key}\nsigning on ${served.url}`)
    await untilStopped()
    await served.close()
    return 0
  },
}
