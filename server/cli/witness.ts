import { readFileSync } from 'node:fs'
import { verifierOf } from '../adapters/notes.ts'
import { systemClock } from '../clock.ts'
import { Keeper } from '../witness/keeper.ts'
import { serveKeeper } from '../witness/serve.ts'
import { BadUse } from './bad-use.ts'
import type { Command } from './command.ts'
import { listeningOf, makeKey, signerIn, untilStopped } from './keeper-options.ts'

export const witness: Command = {
  help: `mekong-liaison witness --hub FILE [--key FILE] [--state FILE] [--port N] [--host ADDRESS | --socket PATH]
mekong-liaison witness --new-key NAME [--key FILE] [--state FILE]

Watches the log for one country: it keeps the last checkpoint it saw, and puts its name only under one that continues it
(C2SP tlog-witness). Needs no database and no account; it never learns what an entry says. Run it on a machine of the
ministry. --new-key makes the key and a state file that says that nothing was seen, and prints the public key to hand over
to the hub.

  --hub FILE       the hub's public key, as the hub handed it over
  --key FILE       the private key (witness.key)
  --state FILE     the last checkpoint it saw (beside the key: FILE.state). Never put it back to an older one.
                   Without it nothing starts, nor where another witness holds it
  --port N         port (4200)
  --host ADDRESS   where it listens (127.0.0.1)
`,
  options: {
    hub: { type: 'string' },
    key: { type: 'string', default: 'witness.key' },
    state: { type: 'string' },
    port: { type: 'string', default: '4200' },
    host: { type: 'string' },
    socket: { type: 'string' },
    'new-key': { type: 'string' },
  },
  async run(_rest, { hub, key, state, port, host, socket, 'new-key': name }, { result }) {
    const path = String(key)
    const stateFile = state === undefined ? `${path}.state` : String(state)
    if (name !== undefined) {
      const { text } = makeKey(path, String(name), 4, stateFile).verifier
      result({ key: text }, text)
      return 0
    }
    const known = hub === undefined ? null : verifierOf(readFileSync(String(hub), 'utf8'))
    if (known?.type !== 1) throw new BadUse('witness: --hub FILE with the public key of the hub')
    const keeper = new Keeper({ signer: signerIn(path, 4), stateFile, clock: systemClock, hub: known })
    const served = await serveKeeper(keeper, listeningOf(port, host, socket))
    result({ key: keeper.key, url: served.url }, `${keeper.key}\nwatching on ${served.url}`)
    await untilStopped()
    await served.close()
    return 0
  },
}
