package quote

import (
	"strings"
	"unicode/utf8"
)

// wrapLimit is the widest line, in code points, that is taken to be wrapped by
// hand: beyond it a line is a paragraph.
const wrapLimit = 120

// shape is how the lines of a block hang together.
type shape struct {
	width     int  // the longest line, in code points
	items     int  // lines that open with an item's marker
	sentences bool // every line opens and ends as a sentence does
}

// shapeOf looks over the lines of one block.
func shapeOf(lines []line) shape {
	s := shape{sentences: len(lines) > 1}
	for _, l := range lines {
		s.width = max(s.width, l.length)
		if itemMarker(l.text) {
			s.items++
		}
		s.sentences = s.sentences && endsSentence(l.text) && opensSentence(l.text)
	}
	return s
}

// partsAfter reports whether a passage ends with lines[i], which is not the
// last line.
func (s shape) partsAfter(lines []line, i int) bool {
	here, next := lines[i], lines[i+1]
	if markdownHeading(here.text) || markdownHeading(next.text) {
		return true
	}
	if itemMarker(next.text) {
		return s.opensItem(here)
	}
	if itemMarker(lines[0].text) && s.width <= wrapLimit {
		return false
	}
	if !opensSentence(next.text) {
		return false
	}
	if s.width > wrapLimit {
		return s.partsWide(here)
	}
	if s.sentences {
		return len(lines) > 2 || s.roomFor(here, next)
	}
	return i == 0 && s.headLine(here)
}

// opensItem reports whether a line with a marker, after here, is an item and not
// a wrapped line that happens to begin with a dash or a number.
func (s shape) opensItem(here line) bool {
	wrapped := s.width <= wrapLimit && here.length > 50
	open := !endsSentence(here.text) && !strings.HasSuffix(here.text, ":") && !trailsOff(here.text)
	return s.items > 1 || !wrapped || !open
}

// partsWide settles a block with lines too long to be wrapped ones: a line ends
// a passage when it ends a sentence or stops well short of the others.
func (s shape) partsWide(here line) bool {
	return endsSentence(here.text) || here.length*5 < s.width*4 && !trailsOff(here.text)
}

// roomFor reports whether the next line's first word would have fitted on this
// one: whoever broke the line there meant to.
func (s shape) roomFor(here, next line) bool {
	first, _, _ := strings.Cut(next.text, " ")
	return here.length+1+utf8.RuneCountInString(first) <= s.width
}

// headLine reports whether a wrapped block's first line is a title above it.
func (s shape) headLine(here line) bool {
	return here.length*4 < s.width*3 && s.width > 40 && !endsSentence(here.text) &&
		!trailsOff(here.text) && !strings.HasSuffix(here.text, "-") && opensSentence(here.text)
}
