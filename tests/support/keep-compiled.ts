import { subscribe } from 'node:diagnostics_channel'
import { flushCompileCache } from 'node:module'

// Loaded before a service that a test will kill: what it compiled is kept once it listens, as its end is not in good order.
subscribe('tracing:net.server.listen:asyncEnd', () => flushCompileCache())
