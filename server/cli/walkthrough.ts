import { readFileSync } from 'node:fs'
import { say } from '../../locales/index.ts'
import { systemClock } from '../clock.ts'
import { Client, Surprise } from '../walkthrough/client.ts'
import { Countries } from '../walkthrough/countries.ts'
import { play } from '../walkthrough/play.ts'
import { allStories, firstStories } from '../walkthrough/stories/index.ts'
import { BadUse } from './bad-use.ts'
import type { Command } from './command.ts'

export const walkthrough: Command = {
  help: `npm run walkthrough -- [--all] [--url URL] [--keys FILE]

Plays three fictitious cases from draft to closure against a running demo, over HTTP, both countries in their own
languages: an adult from Thailand to Lao PDR, a request from China to Viet Nam that is returned for information, and a
child from Thailand to Cambodia with all visits after the return. Moves the demo's clock forward, by two years. Exit 1 on
any surprise; a refusal that belongs to a story is none.

  --all         one story of every branch as well, on corridors of all six countries; the clock goes on by years
  --url URL     where the demo listens (http://127.0.0.1:4000)
  --keys FILE   the keys it wrote (data/demo-keys.json)
`,
  options: {
    all: { type: 'boolean', default: false },
    url: { type: 'string', default: 'http://127.0.0.1:4000' },
    keys: { type: 'string', default: 'data/demo-keys.json' },
  },
  async run(_rest, { all, url, keys: file }, { say: tell, result }) {
    if (!URL.canParse(String(url))) throw new BadUse('--url is an address such as http://127.0.0.1:4000')
    const keys = JSON.parse(readFileSync(String(file), 'utf8')) as Readonly<Record<string, string>>
    const run = systemClock.now().replace(/\D/g, '')
    const client = new Client(String(url), keys, run)
    const countries = new Countries(client)
    const stories = all ? allStories : firstStories
    const lines: string[] = []
    try {
      for (const story of stories) await play(client, countries, story, (line) => lines.push(line) && console.log(line))
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
