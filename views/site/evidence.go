package site

import (
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

// pieces are the evidence of one stance, under a heading.
type pieces struct {
	Heading string
	List    []factcheck.PublicEvidence
}

// byStance parts the evidence. What decided the verdict comes first: the
// support for a claim that holds, what speaks against any other.
func byStance(c factcheck.Content) []pieces {
	refutes := pieces{"Against the claim", of(c, factcheck.Refutes)}
	supports := pieces{"What is right in it", of(c, factcheck.Supports)}
	order := []*pieces{&refutes, &supports}
	if c.Rating.Number > 3 {
		supports.Heading = "For the claim"
		order = []*pieces{&supports, &refutes}
	}
	order = append(order, &pieces{"Context", of(c, factcheck.Context)})
	var list []pieces
	for _, p := range order {
		if len(p.List) > 0 {
			list = append(list, *p)
		}
	}
	return list
}

func of(c factcheck.Content, stance factcheck.Stance) []factcheck.PublicEvidence {
	var list []factcheck.PublicEvidence
	for _, e := range c.Evidence {
		if e.Stance == stance {
			list = append(list, e)
		}
	}
	return list
}

// original is the address of the quoted words in the original; empty when the
// source has none.
func original(e factcheck.PublicEvidence) string {
	if e.Source.URL == "" {
		return ""
	}
	return quote.TextFragment(e.Source.URL, e.Anchor())
}

func proofPath(e factcheck.PublicEvidence) string {
	return "/evidence/" + strconv.FormatInt(e.ID, 10)
}

// place says where the quote was found in the normalised text.
func place(e factcheck.PublicEvidence) string {
	return "characters " + grouped(e.Start) + " to " + grouped(e.End)
}

// foundAt says how we know that the words stand in the source.
func foundAt(e factcheck.PublicEvidence) string {
	if e.Source.Protected() {
		return "Found word for word in a stored copy that we do not show"
	}
	return "Found word for word at " + place(e)
}

// marked tells whether the text has a mark that leads to this piece, to which
// there is a way back.
func marked(c factcheck.Content, position int) bool {
	return strings.Contains(c.BodyHTML, `id="mark-`+strconv.Itoa(position)+`"`)
}

// level says how near a source is to the matter.
func level(s factcheck.PublicSource) string {
	if s.Level == factcheck.Primary {
		return " (primary source)."
	}
	return " (secondary source)."
}

// comma is s with a comma and a blank when more follows.
func comma(s string, more bool) string {
	if more {
		return s + ", "
	}
	return s
}
