import { getPriority } from 'node:os'
import { answerApart } from '../../server/adapters/answer-apart.ts'

answerApart((task: 'priority' | 'abort' | 'fail') => {
  if (task === 'abort') process.abort()
  if (task === 'fail') throw new Error('a fault of the tests')
  return getPriority()
})
