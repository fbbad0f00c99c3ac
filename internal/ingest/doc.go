// Package ingest turns the bytes of a source into a factcheck.Document: the
// normalised text with its passages, and what the document itself tells of its
// title, authors, date and language.
//
// Nothing is guessed that does not stand in the document: an editor fills in
// the rest. Whatever bytes come in, the answer is a Document or an Invalid
// error for the person who sent them; no parser's panic gets out.
package ingest
