#!/usr/bin/env node
// JavaScript, so that the executable npm links needs nothing; the commands are in server/cli.
import '../server/cli/main.ts'
