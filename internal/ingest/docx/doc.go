// Package docx takes the text out of Word documents (Office Open XML,
// ISO/IEC 29500): paragraphs, lists, tables and notes, as a reader sees them
// when all changes are accepted.
//
// Nothing in the file is believed: what is unpacked is counted as it comes,
// and the XML is read as a stream, with a limit on how deep it may go.
package docx
