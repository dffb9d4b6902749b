import { PDFiumLibrary } from '@hyzyla/pdfium'

/** What a reader of PDF copies from each page, in the order of the file: with a space where a line ends. */
export const pdfPages = async (pdf: Uint8Array): Promise<readonly string[]> =>
  (await pdfLines(pdf)).map((lines) => lines.join(' '))

/** The same, line by line. */
export async function pdfLines(pdf: Uint8Array): Promise<readonly (readonly string[])[]> {
  const reader = await PDFiumLibrary.init()
  const document = await reader.loadDocument(pdf)
  const pages = [...document.pages()].map((page) => page.getText().split(/\s*[\r\n]+\s*/))
  document.destroy()
  reader.destroy()
  return pages
}
