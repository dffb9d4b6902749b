import { getPriority } from 'node:os'
import { answerApart } from '../../server/adapters/answer-apart.ts'

answerApart((task: 'priority' | 'abort' | 'fail') => {
  // As where V8 itself gives up.
  if (task === 'abort') process.kill(process.pid, 'SIGABRT')
  if (task === 'fail') throw new Error('a fault of the tests')
  return getPriority()
})
