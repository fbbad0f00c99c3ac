package factcheck

import (
	"errors"
	"fmt"
	"strings"

	"claimdesk/internal/quote"
)

// Kind says whose fault an Error is and what its receiver can do about it.
type Kind int

// The kinds of error. Internal is also what any error of another type is.
const (
	Internal     Kind = iota // ours: logged with an id
	Invalid                  // a field is wrong: mend it and send again (422)
	Unidentified             // log in first (401)
	Forbidden                // this person may not (403)
	NotFound                 // there is no such thing (404)
	Conflict                 // the thing has changed, or is in another state (409)
	TooMany                  // wait and try again (429)
)

// ErrOccupied ends a write that has waited in vain for another one, such as an
// import of very many records beside a running server. Nothing was written.
var ErrOccupied = errors.New("somebody else is writing for longer than one can wait")

// Problem is one thing that is wrong with one field of what was sent.
type Problem struct {
	Field   string `json:"field"`
	Message string `json:"message"`
}

// Error is the one error type that people get to see. Message is written for
// whoever caused it; Cause is for the log and is never shown.
type Error struct {
	Kind    Kind
	Message string
	Fields  []Problem // for Invalid: at least one
	Cause   error

	// Current is the claim as it stands now, when a stale version was saved.
	Current *Claim
	// Gate is what is missing, when an act was stopped by the gate.
	Gate *Gate
	// Nearest, Offers and Matches explain a refused quote.
	Nearest *quote.Nearest
	Offers  []quote.Offer
	Matches []quote.Match
	// RetryAfter is in seconds, for TooMany.
	RetryAfter int
}

// Error is the message, with the fields that are wrong.
func (e *Error) Error() string {
	if len(e.Fields) == 0 {
		return e.Message
	}
	parts := make([]string, len(e.Fields))
	for i, f := range e.Fields {
		parts[i] = f.Field + ": " + f.Message
	}
	return e.Message + " " + strings.Join(parts, "; ")
}

// Unwrap is the cause, or nil.
func (e *Error) Unwrap() error { return e.Cause }

// KindOf is the kind of err: Internal for nil and for errors of other types.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// As is err as an *Error, or nil when it is none.
func As(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return nil
}

// Problems are the fields that an Invalid error names; nil for other errors.
func Problems(err error) []Problem {
	if e := As(err); e != nil && e.Kind == Invalid {
		return e.Fields
	}
	return nil
}

// Wrong is an Invalid error about one field.
func Wrong(field, format string, args ...any) *Error {
	return &Error{Kind: Invalid, Message: "This could not be saved.",
		Fields: []Problem{{Field: field, Message: fmt.Sprintf(format, args...)}}}
}

// Together is one error of two that may be nil: about the fields of both, or the
// first that is not about fields.
func Together(first, second error) error {
	switch {
	case first == nil:
		return second
	case second == nil || Problems(first) == nil:
		return first
	case Problems(second) == nil:
		return second
	}
	all := *As(first)
	all.Fields = append(all.Fields[:len(all.Fields):len(all.Fields)], Problems(second)...)
	return &all
}

// NoSuch is a NotFound error about a thing, such as "claim 7".
func NoSuch(format string, args ...any) *Error {
	return &Error{Kind: NotFound, Message: "There is no " + fmt.Sprintf(format, args...) + "."}
}

// Refused is a Forbidden error with its reason.
func Refused(format string, args ...any) *Error {
	return &Error{Kind: Forbidden, Message: fmt.Sprintf(format, args...)}
}

// Clash is a Conflict error with its reason.
func Clash(format string, args ...any) *Error {
	return &Error{Kind: Conflict, Message: fmt.Sprintf(format, args...)}
}
