package site

import (
	"encoding/json"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/quote"
)

// annotationType is the media type that the W3C's Web Annotation Protocol
// asks for.
const annotationType = `application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"`

// annotation is a piece of evidence in the W3C's Web Annotation Data Model.
// Its context knows schema.org as "schema".
type annotation struct {
	Context    string          `json:"@context"`
	ID         string          `json:"id"`
	Type       string          `json:"type"`
	Motivation string          `json:"motivation"`
	Body       annotationBody  `json:"body"`
	Target     annotationGoals `json:"target"`
}

// annotationBody is what the quote does to its claim.
type annotationBody struct {
	Type    string          `json:"type"`
	Value   string          `json:"value"` // supports, refutes or context
	Purpose string          `json:"purpose"`
	About   annotationClaim `json:"schema:about"`
}

type annotationClaim struct {
	Type string `json:"type"`
	ID   string `json:"id"`
	Text string `json:"schema:text"`
}

// annotationGoals are the places of a quote: one object where there is one, a
// list where words were left out.
type annotationGoals []annotationGoal

// MarshalJSON writes a single place without a list round it.
func (g annotationGoals) MarshalJSON() ([]byte, error) {
	if len(g) == 1 {
		return json.Marshal(g[0])
	}
	return json.Marshal([]annotationGoal(g))
}

type annotationGoal struct {
	Type     string           `json:"type"`
	Source   annotationSource `json:"source"`
	State    *annotationState `json:"state,omitempty"`
	Selector []any            `json:"selector"`
}

type annotationSource struct {
	ID       string `json:"id"`
	Type     string `json:"type"`
	Language string `json:"language,omitempty"`
	Name     string `json:"schema:name,omitempty"`
	SHA256   string `json:"schema:sha256,omitempty"` // of the original bytes
	About    string `json:"schema:description,omitempty"`
}

// annotationState is the copy that the positions count in.
type annotationState struct {
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

// annotationOf encodes a proof. Positions are Unicode code points of the
// normalised text, counted from 0, the end not included.
func annotationOf(base string, page newsroom.EvidencePage) ([]byte, error) {
	e, address := page.Evidence, evidenceAddress(base, page.Evidence)
	out := annotation{Context: "http://www.w3.org/ns/anno.jsonld", ID: address, Type: "Annotation", Motivation: "assessing",
		Body: annotationBody{Type: "TextualBody", Value: string(e.Stance), Purpose: "classifying",
			About: annotationClaim{"schema:Claim", base + page.Check.Live.Path() + "#claim", page.Check.Content.Claim}}}
	if e.Source.Protected() {
		out.Target = annotationGoals{protectedGoal(address, e)}
		return json.Marshal(out)
	}
	source := annotationSource{ID: e.Source.URL, Type: "Text", Language: e.Source.Language, Name: e.Source.Title, SHA256: e.Source.SHA256}
	state := annotationState{Type: "TimeState", Date: e.Source.RetrievedAt.UTC().Format(time.RFC3339), SHA256: e.Source.TextSHA256}
	if page.FullText {
		state.Cached = address + "/text"
	}
	if source.ID == "" {
		source.ID = address
	}
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
		out.Target = append(out.Target, annotationGoal{"SpecificResource", source, &state,
			[]any{words, textPosition{"TextPositionSelector", span.Start, span.End}}})
	}
	return json.Marshal(out)
}

// protectedGoal is where the words of a protected source can be found: on our
// own page, and nowhere else that we tell of.
func protectedGoal(address string, e factcheck.PublicEvidence) annotationGoal {
	return annotationGoal{Type: "SpecificResource", Selector: []any{textQuote{Type: "TextQuoteSelector", Exact: e.Exact}},
		Source: annotationSource{ID: address, Type: "Text", Language: e.Source.Language, About: e.Source.Description}}
}
