import { freeJob, letGoWrite, progressWrite, type ReportJob, takeWrite } from '../../../db/report-job-queries.ts'
import { ProcessDied } from '../../adapters/apart.ts'
import { type Instant, MINUTE, plus } from '../../domain/kernel/instant.ts'
import type { Service } from '../service.ts'
import { doJob } from './do-job.ts'
import { fail } from './end-job.ts'
import type { WriteFile } from './make-file.ts'
import { GivenUp, type Progress } from './progress.ts'

/** So long whoever took a job up has it for itself without a sign of life; then somebody else may. */
const HELD = MINUTE
/** How often it gives a sign of life, and looks whether the job is still wanted. */
const BEAT_MS = 1000
/** A job whose maker died is taken up again so often in all; then it has failed. */
const ATTEMPTS = 2

/**
 * Makes the figures and files that were asked for, one after another, behind the acts. Several processes may: each job is
 * held by one of them at a time.
 */
export class ReportWork {
  #write: WriteFile | null = null
  #service: Service | null = null
  #failed: ((error: unknown) => void) | null = null
  #running: Promise<void> | null = null
  #again = false
  #stop = new AbortController()

  /** How files are written. */
  connect(write: WriteFile): void {
    this.#write = write
  }

  /** From now on jobs are done as soon as they are asked for; each failure is told. */
  start(service: Service, failed: (error: unknown) => void): void {
    this.#service = service
    this.#failed = failed
    this.wake()
  }

  /** Something was asked for, here or elsewhere. */
  wake(): void {
    // What fails was told where it failed.
    if (this.#service && this.#failed) this.run(this.#service).catch(() => {})
  }

  /** All that is to be done now. What breaks holds up nothing else; of what broke the first is thrown at the end. */
  run(service: Service): Promise<void> {
    this.#again = true
    this.#running ??= this.#all(service)
    return this.#running
  }

  /** Lets go of what is being made; whoever starts next takes it up. */
  async stop(): Promise<void> {
    this.#failed = null
    this.#stop.abort()
    await this.#running?.catch(() => {})
  }

  async #all(service: Service): Promise<void> {
    const broken: unknown[] = []
    const breaks = (error: unknown) => {
      broken.push(error)
      this.#failed?.(error)
    }
    try {
      while (this.#again) {
        this.#again = false
        for (let job = await this.#next(service); job; job = await this.#next(service))
          await this.#one(service, job).catch(breaks)
      }
    } catch (error) {
      breaks(error)
    } finally {
      // At once: whoever asks after the last look begins anew.
      this.#running = null
    }
    if (broken.length > 0) throw broken[0]
  }

  /** The oldest free job, now held by this process. */
  async #next({ engine, clock }: Service): Promise<ReportJob | null> {
    while (!this.#stop.signal.aborted) {
      const free = await freeJob(engine, clock.now())
      if (!free) return null
      const job = { ...free, attempt: free.attempt + 1 }
      if ((await engine.commit([takeWrite(free, heldUntil(clock.now()))])) !== null) continue
      if (!this.#stop.signal.aborted) return job
      // Stopped while it was taken.
      await engine.commit([letGoWrite(job)])
    }
    return null
  }

  async #one(service: Service, job: ReportJob): Promise<void> {
    if (job.attempt > ATTEMPTS) return fail(service, job, 'worker-died', null)
    const held = new HeldJob(service, job, this.#stop.signal)
    try {
      if (!this.#write) throw new Error('nobody writes the files of reports')
      await doJob(service, job, this.#write, held)
    } catch (error) {
      held.end()
      // A service that stops lets go of it, and that is nobody’s fault: whoever starts next takes it up at once.
      if (this.#stop.signal.aborted) await service.engine.commit([letGoWrite(job)])
      if (error instanceof GivenUp || this.#stop.signal.aborted) return
      if (error instanceof ProcessDied && job.attempt < ATTEMPTS) {
        const again = { ...job, attempt: job.attempt + 1 }
        if ((await service.engine.commit([takeWrite(job, heldUntil(service.clock.now()))])) === null)
          await this.#one(service, again)
        return
      }
      await fail(service, job, error instanceof ProcessDied ? 'worker-died' : 'not-made', null)
      if (!(error instanceof ProcessDied)) throw error
    } finally {
      held.end()
    }
  }
}

const heldUntil = (now: Instant): Instant => plus(now, HELD)

/** A job in hand: gives signs of life, and ends what is being made once it is wanted no more. */
class HeldJob implements Progress {
  readonly #service: Service
  #job: ReportJob
  readonly #over = new AbortController()
  readonly #timer: NodeJS.Timeout
  readonly #stop: AbortSignal
  constructor(service: Service, job: ReportJob, stop: AbortSignal) {
    this.#service = service
    this.#job = job
    this.#stop = stop
    this.#timer = setInterval(() => void this.#beat().catch(() => this.#over.abort(new GivenUp())), BEAT_MS)
    stop.addEventListener('abort', this.#stopped)
  }

  get signal(): AbortSignal {
    return this.#over.signal
  }

  async at(stage: ReportJob['stage'], percent: number): Promise<void> {
    this.#job = { ...this.#job, stage, percent }
    await this.#beat()
    this.#over.signal.throwIfAborted()
  }

  end(): void {
    clearInterval(this.#timer)
    this.#stop.removeEventListener('abort', this.#stopped)
  }

  readonly #stopped = () => this.#over.abort(new GivenUp())

  async #beat(): Promise<void> {
    const { engine, clock } = this.#service
    const lost = await engine.commit([progressWrite(this.#job, heldUntil(clock.now()))])
    if (lost !== null) this.#over.abort(new GivenUp())
  }
}
