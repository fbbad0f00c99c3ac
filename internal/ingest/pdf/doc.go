// Package pdf takes the text out of PDF: paragraphs in reading order, with the
// label of the page on which each begins.
//
// The pages are read by PDFium, which runs as WebAssembly: it sees no file, no
// network and no clock of ours, has a limit on its memory, and can be stopped
// at any time. Each document gets an instance of its own, which is thrown away
// after it.
package pdf
