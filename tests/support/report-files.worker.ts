import { hash } from 'node:crypto'
import { docxOf } from '../../server/documents/reports/docx.ts'
import { xlsxOf } from '../../server/documents/reports/xlsx.ts'
import { printed, setting, wildContent } from './sample-content.ts'

// Another process, in whatever zone it was started: the hashes of the files that it makes.
const content = wildContent()
const report = printed(content, ['km', 'my'])
const files = [await docxOf(report), await xlsxOf(setting, content, report)]
console.log(JSON.stringify(files.map((bytes) => hash('sha256', bytes, 'hex'))))
