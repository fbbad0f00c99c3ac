// Package match ranks the passages of one source by how much they bear on a
// claim. The measure is BM25 over stemmed words, helped by what a newsroom
// knows: acronyms and offices that the source explains, words that stand for
// one another, numbers however they are written, and the passages around. It
// finds where to look; it does not say whether the claim is true, and a claim
// in another language than the source is met by names and figures only.
package match
