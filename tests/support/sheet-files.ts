import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CellValue, Workbook, type Worksheet } from '@cj-tech-master/excelts'

/** Files that a ministry might send, made for one test; gone with `remove`. */
export class SheetFiles {
  readonly folder = mkdtempSync(join(tmpdir(), 'sheets-'))
  #count = 0
  remove(): void {
    rmSync(this.folder, { recursive: true })
  }
  /** A file with this content; its path. */
  write(content: string | Uint8Array, ending: string): string {
    this.#count += 1
    const path = join(this.folder, `file-${this.#count}.${ending}`)
    writeFileSync(path, content)
    return path
  }
  csv(rows: readonly (readonly (string | number)[])[], delimiter = ','): string {
    return this.write(`${rows.map((row) => row.join(delimiter)).join('\n')}\n`, 'csv')
  }
  /** A workbook of one sheet; `more` may do to it what people do. */
  async xlsx(rows: readonly (readonly CellValue[])[], more: (sheet: Worksheet) => void = () => {}): Promise<string> {
    const workbook = new Workbook()
    const sheet = workbook.addWorksheet('2025')
    for (const row of rows) sheet.addRow([...row])
    more(sheet)
    return this.write(new Uint8Array(await workbook.xlsx.writeBuffer()), 'xlsx')
  }
}
