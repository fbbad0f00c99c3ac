// Package quote is the text side of evidence: it normalises what a source
// says, parts it into passages, finds a quote in it word for word, and says
// what differs when a quote is not there.
//
// Every position is counted in Unicode code points of the normalised text,
// from 0, with the end exclusive, as the W3C Web Annotation model's
// TextPositionSelector has it. Never bytes, never UTF-16 units.
//
// The package is pure: it reads nothing, writes nothing and knows no other
// package of ours. A Document may be used by several goroutines at once.
package quote
