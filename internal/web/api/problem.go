package api

import (
	"net/http"
	"reflect"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"
	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

// failure is an error as programs get it (RFC 9457). The server writes it;
// this is its description.
type failure struct {
	Type      string              `json:"type"`
	Title     string              `json:"title"`
	Status    int                 `json:"status"`
	Detail    string              `json:"detail" doc:"What is wrong and what to do, for a person."`
	RequestID string              `json:"request_id,omitempty" doc:"Under which the newsroom's log has this request."`
	Errors    []factcheck.Problem `json:"errors,omitempty" doc:"With 422: the fields that are wrong."`
	Current   *claim              `json:"current,omitempty" doc:"With 409, when If-Match was stale: the claim as it is now."`
	Gate      *gate               `json:"gate,omitempty" doc:"With 409: what is missing."`
	Nearest   *nearest            `json:"nearest,omitempty" doc:"When a quote was refused: the passage that is most like it."`
	Diff      []quote.Diff        `json:"diff,omitempty" doc:"From the words as sent to those of the source."`
	Offers    []offer             `json:"offers,omitempty" doc:"When only quote marks, dashes or other signs differ: the words as the source has them."`
	Matches   []quote.Match       `json:"matches,omitempty" doc:"When the words stand more than once: all places."`
}

// nearest is the passage of a source that is most like a refused quote, whole,
// with its own offsets.
type nearest struct {
	Passage int    `json:"passage" doc:"Its number."`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Text    string `json:"text"`
}

// Members are what the answer to an error holds besides the members of every
// problem: the claim as it is now, the gate, why a quote was refused. Nil for
// most errors.
func Members(err error, site func(path string) string) map[string]any {
	e := factcheck.As(err)
	if e == nil {
		return nil
	}
	members := map[string]any{}
	if e.Current != nil {
		members["current"] = claimOf(*e.Current, site)
	}
	if e.Gate != nil {
		members["gate"] = gateOf(*e.Gate)
	}
	if n := e.Nearest; n != nil {
		members["nearest"] = nearest{n.Passage.Number, n.Passage.Start, n.Passage.End, n.Passage.Text}
		members["diff"] = n.Diff
	}
	if len(e.Offers) > 0 {
		members["offers"] = page(e.Offers, "", offerOf).Items
	}
	if len(e.Matches) > 0 {
		members["matches"] = e.Matches
	}
	return members
}

// problem describes the answer to every error.
func (a *api) problem() *huma.Response {
	schema := a.huma.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[failure](), true, "")
	return &huma.Response{Description: "A problem", Content: map[string]*huma.MediaType{"application/problem+json": {Schema: schema}}}
}

// refused takes what huma finds wrong with a request as an error like any
// other. The answer that huma then writes is dropped.
func refused(ctx huma.Context, _ string, answer any) (any, error) {
	model, wrong := answer.(*huma.ErrorModel)
	k, ok := ctx.Context().Value(callKey{}).(*call)
	if wrong && ok && k.err == nil {
		k.err = refusal(model)
	}
	return answer, nil
}

func refusal(model *huma.ErrorModel) error {
	switch model.Status {
	case http.StatusBadRequest:
		if len(model.Errors) == 0 {
			return echo.NewHTTPError(model.Status, "The body is missing. Send an object of JSON.")
		}
		return echo.NewHTTPError(model.Status, "The body cannot be read as JSON. Mend it and send it again.")
	case http.StatusUnsupportedMediaType:
		return echo.NewHTTPError(model.Status, "Send the body as application/json.")
	case http.StatusUnprocessableEntity:
		return invalid(model.Errors)
	}
	return echo.NewHTTPError(model.Status, model.Detail)
}

// invalid names the fields that are of the wrong type, unknown or missing. A
// path that holds no number leads nowhere.
func invalid(details []*huma.ErrorDetail) error {
	err := &factcheck.Error{Kind: factcheck.Invalid, Message: "This could not be taken: look at its fields."}
	for _, d := range details {
		place, field, _ := strings.Cut(d.Location, ".")
		if place == "path" {
			return factcheck.NoSuch("page at this address")
		}
		if field == "" {
			field = "body"
		}
		err.Fields = append(err.Fields, factcheck.Problem{Field: index.ReplaceAllString(field, ".$1"), Message: plain(d.Message)})
	}
	return err
}

// index is how huma writes a place in a list; we write appearances.0.url.
var index = regexp.MustCompile(`\[(\d+)\]`)

// plain says in our words what huma finds.
func plain(message string) string {
	switch {
	case message == "unexpected property":
		return "There is no such field. Take it out, or look how it is written."
	case strings.HasPrefix(message, "json: "):
		return "One of the numbers is not written as a whole number."
	case strings.HasPrefix(message, "expected number <="):
		return "This number is too large."
	case strings.HasPrefix(message, "expected number >="):
		return "This number is below zero."
	}
	first, size := utf8.DecodeRuneInString(message)
	return string(unicode.ToUpper(first)) + message[size:] + "."
}
