// Package prose turns the Markdown of an article (CommonMark) into the HTML
// that readers get, and says what is wrong with its links.
//
// Raw HTML is not let through, and what is rendered is sanitised once more.
// [1] refers to the first quote and [A] to the first exhibit; they become links
// to them. The package is pure.
package prose
