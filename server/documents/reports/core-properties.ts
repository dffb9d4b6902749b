import type { Language } from '../../domain/kernel/language.ts'
import { fileText } from './file-text.ts'

const escapes: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' }
const escaped = (text: string): string => fileText(text).replace(/[<>&"]/g, (one) => escapes[one] ?? one)

/** `docProps/core.xml`: what the file is; neither when it was made, nor where or by whom. */
export const coreProperties = (of: {
  readonly title: string
  readonly reference: string
  readonly language: Language
}) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier>${escaped(of.reference)}</dc:identifier><dc:language>${of.language}</dc:language><dc:title>${escaped(of.title)}</dc:title></cp:coreProperties>
`
