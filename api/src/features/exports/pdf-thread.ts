import { parentPort, workerData } from 'node:worker_threads'
import pdfmake from 'pdfmake'
import { type PdfReport, pdfDocument } from './pdf-document.ts'
import { fonts } from './pdf-fonts.ts'

// of the whole machine it may open these fonts, and of the network nothing
const files = new Set(Object.values(fonts).flatMap(({ normal, bold }) => [normal, bold]))
pdfmake.setLocalAccessPolicy((path) => files.has(path))
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setFonts(fonts)

// what it is given is what writePdf sends
const report = workerData as PdfReport
const pdf = await pdfmake.createPdf(pdfDocument(report)).getBuffer()
parentPort?.postMessage(pdf)
