import { readFileSync } from 'node:fs'
import { say } from '../../locales/index.ts'
import { systemClock } from '../clock.ts'
import { Client, Surprise } from '../walkthrough/client.ts'
import { play } from '../walkthrough/play.ts'
import { stories } from '../walkthrough/stories.ts'
import { BadUse } from './bad-use.ts'
import type { Command } from './command.ts'

export const walkthrough: Command = {
  help: `npm run walkthrough -- [--url URL] [--keys FILE]

Plays three fictitious cases from draft to closure against a running demo, over HTTP, both countries in their own
languages: an adult from Thailand to Lao PDR, a child from Thailand to Cambodia, and a request from China to Viet Nam
that is returned for information. Moves the demo's clock forward. Exit 1 on any surprise.

  --url URL     where the demo listens (http://127.0.0.1:4000)
  --keys FILE   the keys it wrote (data/demo-keys.json)
`,
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4000' },
    keys: { type: 'string', default: 'data/demo-keys.json' },
  },
  async run(_rest, { url, keys: file }, { say: tell, result }) {
    if (!URL.canParse(String(url))) throw new BadUse('--url is an address such as http://127.0.0.1:4000')
    const keys = JSON.parse(readFileSync(String(file), 'utf8')) as Readonly<Record<string, string>>
    const run = systemClock.now().replace(/\D/g, '')
    const client = new Client(String(url), keys, run)
    const lines: string[] = []
    try {
      for (const story of stories) await play(client, story, (line) => lines.push(line) && console.log(line))
    } catch (error) {
      if (!(error instanceof Surprise)) throw error
      tell(`surprise: ${error.message}`)
      return 1
    }
    result(
      { stories: stories.length, lines: lines.length },
      say({ language: 'en', offsetMinutes: 0 }, 'walkthrough:end'),
    )
    return 0
  },
}
