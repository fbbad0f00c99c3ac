// Package match finds where to look: the passages of one source that bear on a
// claim (Passages), and the claims that a text may repeat (Claims). The measure
// is BM25 over stemmed words in both.
//
// Passages are helped by what a newsroom knows: acronyms and offices that the
// source explains, words that stand for one another, numbers however they are
// written, and the passages around. Claims are asked by posts as they go round:
// links and a signature's date are passed over, tags and handles are opened into
// words, and the claims whose own words are mostly there come first.
//
// It does not say whether a claim is true or whether two are the same, and a
// text in another language is met by names and figures only.
package match
