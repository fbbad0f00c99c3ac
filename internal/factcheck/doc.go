// Package factcheck holds the nouns of a newsroom that checks claims, and
// the rules that hold between them: who may do what, which way a claim goes,
// what must hold before it is published, and what was signed by whom.
//
// It is pure: it reads no clock, no file and no database. Times are UTC,
// offsets are Unicode code points of a snapshot's normalised text, and ids are
// positive integers (0 means "none"). Of our own packages it imports quote
// alone.
package factcheck
