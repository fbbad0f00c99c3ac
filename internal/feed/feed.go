// Package feed writes what a newsroom published as an RSS 2.0 feed, by the
// RSS Advisory Board's profile, with the whole text of each check.
//
// The same channel always gives the same bytes: no clock is read. Characters
// that XML 1.0 forbids are dropped, whatever an editor pasted.
package feed

import (
	"strings"
	"time"

	"claimdesk/internal/factcheck"
)

// MediaType is that of an RSS feed, as it is sent.
const MediaType = "application/rss+xml; charset=utf-8"

// Most is how many items a main feed lists.
const Most = 50

// Channel is a feed as a whole. Addresses are absolute.
type Channel struct {
	Title       string
	Description string
	Language    string // BCP 47
	Base        string // of the site, without a slash at the end
	Self        string // of this feed
	Rights      string // what others may do with it; empty for nothing said
	Logo        string // of the picture that stands for it; empty for none
	Changed     time.Time
	Items       []Item // newest first
}

// Item is one check as it stands in a feed.
type Item struct {
	Live    factcheck.Live
	Content factcheck.Content
	Body    string // Content.BodyHTML with absolute addresses
	Changes []Change
}

// Change is a revision that readers are told of, newest first.
type Change struct {
	At    time.Time
	Class factcheck.Class
	Note  string
}

// valid drops what may not stand in XML 1.0: all but tab, LF, CR and the
// characters of its production Char; invalid UTF-8 too.
func valid(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return r
		case r < 0x20 || r == 0xFFFE || r == 0xFFFF || r == '\uFFFD':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

// line is s on one line, fit for XML.
func line(s string) string { return strings.Join(strings.Fields(valid(s)), " ") }
