// Package annotation writes a quote in the W3C's Web Annotation Data Model, by
// its words and by its place, so that other programs can find it in their own
// copy of the source.
package annotation

import (
	"encoding/json"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

// Type is the media type that the W3C's Web Annotation Protocol asks for.
const Type = `application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"`

// Proof is a quote and what it was quoted for. Addresses are absolute.
type Proof struct {
	Address  string // of the quote's own page
	ClaimID  string // the claim's address
	Claim    string // its words
	Evidence factcheck.PublicEvidence
	Cached   string // where the whole text can be read; "" where it cannot
}

// annotation is a piece of evidence in the W3C's Web Annotation Data Model.
// Its context knows schema.org as "schema".
type annotation struct {
	Context    string `json:"@context"`
	ID         string `json:"id"`
	Type       string `json:"type"`
	Motivation string `json:"motivation"`
	Body       body   `json:"body"`
	Target     goals  `json:"target"`
}

// body is what the quote does to its claim.
type body struct {
	Type    string `json:"type"`
	Value   string `json:"value"` // supports, refutes or context
	Purpose string `json:"purpose"`
	About   claim  `json:"schema:about"`
}

type claim struct {
	Type string `json:"type"`
	ID   string `json:"id"`
	Text string `json:"schema:text"`
}

// goals are the places of a quote: one object where there is one, a
// list where words were left out.
type goals []goal

// MarshalJSON writes a single place without a list round it.
func (g goals) MarshalJSON() ([]byte, error) {
	if len(g) == 1 {
		return json.Marshal(g[0])
	}
	return json.Marshal([]goal(g))
}

type goal struct {
	Type     string `json:"type"`
	Source   source `json:"source"`
	State    *state `json:"state,omitempty"`
	Selector []any  `json:"selector"`
}

type source struct {
	ID       string `json:"id"`
	Type     string `json:"type"`
	Language string `json:"language,omitempty"`
	Name     string `json:"schema:name,omitempty"`
	SHA256   string `json:"schema:sha256,omitempty"` // of the original bytes
	About    string `json:"schema:description,omitempty"`
}

// state is the copy that the positions count in.
type state struct {
	Type   string `json:"type"`
	Date   string `json:"sourceDate"`
	Cached string `json:"cached,omitempty"`
	SHA256 string `json:"schema:sha256"` // of the normalised text
}

type textQuote struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

type textPosition struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Encode is the proof as JSON. Positions are Unicode code points of the
// normalised text, counted from 0, the end not included. Of a protected source
// only the words are told, and our own page.
func Encode(p Proof) ([]byte, error) {
	e := p.Evidence
	out := annotation{Context: "http://www.w3.org/ns/anno.jsonld", ID: p.Address, Type: "Annotation", Motivation: "assessing",
		Body: body{Type: "TextualBody", Value: string(e.Stance), Purpose: "classifying", About: claim{"schema:Claim", p.ClaimID, p.Claim}}}
	if e.Source.Protected() {
		out.Target = goals{protected(p.Address, e)}
		return json.Marshal(out)
	}
	from := source{ID: e.Source.URL, Type: "Text", Language: e.Source.Language, Name: e.Source.Title, SHA256: e.Source.SHA256}
	if from.ID == "" {
		from.ID = p.Address
	}
	copied := state{Type: "TimeState", Date: e.Source.RetrievedAt.UTC().Format(time.RFC3339), Cached: p.Cached, SHA256: e.Source.TextSHA256}
	spans := e.Spans
	if len(spans) == 0 {
		spans = []quote.Span{{Start: e.Start, End: e.End, Exact: e.Exact}}
	}
	for i, span := range spans {
		words := textQuote{Type: "TextQuoteSelector", Exact: span.Exact}
		if i == 0 {
			words.Prefix = e.Prefix
		}
		if i == len(spans)-1 {
			words.Suffix = e.Suffix
		}
		out.Target = append(out.Target, goal{"SpecificResource", from, &copied,
			[]any{words, textPosition{"TextPositionSelector", span.Start, span.End}}})
	}
	return json.Marshal(out)
}

// protected is where the words of a protected source can be found: on our own
// page, and nowhere else that we tell of.
func protected(address string, e factcheck.PublicEvidence) goal {
	return goal{Type: "SpecificResource", Selector: []any{textQuote{Type: "TextQuoteSelector", Exact: e.Exact}},
		Source: source{ID: address, Type: "Text", Language: e.Source.Language, About: e.Source.Description}}
}
