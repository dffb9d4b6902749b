export const walkthrough: import('./command.ts').Command = { help: '', options: {}, run: async () => 0 }
