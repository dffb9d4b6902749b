import { PDFiumLibrary } from '@hyzyla/pdfium'

/** In points, from the lower left corner of the page. */
export interface Box {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

export interface PageBoxes {
  readonly page: Box
  /** One for each run of letters in a line. */
  readonly texts: readonly (Box & { readonly text: string })[]
  /** What is drawn: lines, frames, bars. */
  readonly shapes: readonly Box[]
}

/** What PDFium tells of a page, beyond what its package describes. */
interface Pdfium {
  readonly wasmExports: { malloc(size: number): number; free(at: number): void }
  readonly HEAPU8: Uint8Array
  _FPDF_LoadMemDocument(at: number, size: number, password: number): number
  _FPDF_CloseDocument(document: number): void
  _FPDF_GetPageCount(document: number): number
  _FPDF_LoadPage(document: number, index: number): number
  _FPDF_ClosePage(page: number): void
  _FPDF_GetPageWidth(page: number): number
  _FPDF_GetPageHeight(page: number): number
  _FPDFText_LoadPage(page: number): number
  _FPDFText_ClosePage(text: number): void
  _FPDFText_CountRects(text: number, from: number, count: number): number
  _FPDFText_GetRect(text: number, index: number, left: number, top: number, right: number, bottom: number): number
  _FPDFText_GetBoundedText(
    text: number,
    left: number,
    top: number,
    right: number,
    bottom: number,
    into: number,
    size: number,
  ): number
  _FPDFPage_CountObjects(page: number): number
  _FPDFPage_GetObject(page: number, index: number): number
  _FPDFPageObj_GetType(object: number): number
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number
}

const PATH = 2

/** What `look` finds in where everything stands on each page. A text is read when it is asked for, as reading it takes long. */
export async function lookAtBoxes<T>(pdf: Uint8Array, look: (pages: readonly PageBoxes[]) => T): Promise<T> {
  const reader = await PDFiumLibrary.init()
  const pdfium: Pdfium = Reflect.get(reader, 'module')
  const at = pdfium.wasmExports.malloc(pdf.length)
  pdfium.HEAPU8.set(pdf, at)
  const document = pdfium._FPDF_LoadMemDocument(at, pdf.length, 0)
  const opened = Array.from({ length: pdfium._FPDF_GetPageCount(document) }, (_, index) =>
    openPage(pdfium, pdfium._FPDF_LoadPage(document, index)),
  )
  const found = look(opened.map(({ boxes }) => boxes))
  for (const { close } of opened) close()
  pdfium._FPDF_CloseDocument(document)
  pdfium.wasmExports.free(at)
  reader.destroy()
  return found
}

function openPage(pdfium: Pdfium, page: number): { readonly boxes: PageBoxes; readonly close: () => void } {
  const text = pdfium._FPDFText_LoadPage(page)
  const memory = pdfium.wasmExports.malloc(4096)
  const view = () => new DataView(pdfium.HEAPU8.buffer, memory)
  const texts = Array.from({ length: pdfium._FPDFText_CountRects(text, 0, -1) }, (_, index) => {
    pdfium._FPDFText_GetRect(text, index, memory, memory + 8, memory + 16, memory + 24)
    const [left = 0, top = 0, right = 0, bottom = 0] = [0, 8, 16, 24].map((place) => view().getFloat64(place, true))
    return {
      ...{ left, bottom, right, top },
      get text() {
        const length = pdfium._FPDFText_GetBoundedText(text, left, top, right, bottom, memory, 2048)
        const said = Array.from({ length }, (_, place) => String.fromCharCode(view().getUint16(place * 2, true)))
        return said.join('').replaceAll('\0', '')
      },
    }
  })
  const shapes = Array.from({ length: pdfium._FPDFPage_CountObjects(page) }, (_, index) =>
    pdfium._FPDFPage_GetObject(page, index),
  )
    .filter((object) => pdfium._FPDFPageObj_GetType(object) === PATH)
    .map((object): Box => {
      pdfium._FPDFPageObj_GetBounds(object, memory, memory + 4, memory + 8, memory + 12)
      const [left = 0, bottom = 0, right = 0, top = 0] = [0, 4, 8, 12].map((place) => view().getFloat32(place, true))
      return { left, bottom, right, top }
    })
  const [right, top] = [pdfium._FPDF_GetPageWidth(page), pdfium._FPDF_GetPageHeight(page)]
  const close = () => {
    pdfium.wasmExports.free(memory)
    pdfium._FPDFText_ClosePage(text)
    pdfium._FPDF_ClosePage(page)
  }
  return { boxes: { page: { left: 0, bottom: 0, right, top }, texts, shapes }, close }
}
