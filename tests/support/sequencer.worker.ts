import { openDatabase } from '../../db/open.ts'
import { systemClock } from '../../server/clock.ts'
import { Sequencer } from '../../server/services/log/sequencer.ts'

// A process that places whatever waits in the store of its argument; a test kills it amid that.
const engine = openDatabase(process.argv[2] ?? '')
await new Sequencer(engine, systemClock).run()
await engine.close()
