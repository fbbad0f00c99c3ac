package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
)

// failure is an error as it is answered.
type failure struct {
	status int
	text   string // for whoever caused it; empty: as the status has it
	fields []factcheck.Problem
	retry  int            // seconds; 0: not said
	more   map[string]any // what programs get besides
}

// statuses of the kinds of error.
var statuses = map[factcheck.Kind]int{
	factcheck.Internal:     http.StatusInternalServerError,
	factcheck.Invalid:      http.StatusUnprocessableEntity,
	factcheck.Unidentified: http.StatusUnauthorized,
	factcheck.Forbidden:    http.StatusForbidden,
	factcheck.NotFound:     http.StatusNotFound,
	factcheck.Conflict:     http.StatusConflict,
	factcheck.TooMany:      http.StatusTooManyRequests,
}

func statusOf(kind factcheck.Kind) int { return statuses[kind] }

// failureOf reads an error: ours, one of Echo's, or any other, which is our
// fault and says nothing of its cause.
func failureOf(err error) failure {
	if large := tooLarge(err); large != nil {
		return failure{status: http.StatusRequestEntityTooLarge,
			text: "What was sent is too large: at most " + size(large.Limit) + " can be taken here, with everything around the text. Shorten it, or send it in parts."}
	}
	if errors.Is(err, factcheck.ErrOccupied) {
		return occupied
	}
	if e := factcheck.As(err); e != nil {
		f := failure{status: statusOf(e.Kind), text: e.Message, fields: factcheck.Problems(err), retry: e.RetryAfter}
		if e.Kind == factcheck.Internal {
			f.text = ""
		}
		return f
	}
	if he := echoError(err); he != nil {
		f := failure{status: he.Code}
		if text, ours := he.Message.(string); ours && text != http.StatusText(he.Code) && he.Code < 500 {
			f.text = text
		}
		return f
	}
	return failure{status: http.StatusInternalServerError}
}

// echoError finds Echo's error; a BindingError holds one without unwrapping
// to it.
func echoError(err error) *echo.HTTPError {
	var he *echo.HTTPError
	if errors.As(err, &he) {
		return he
	}
	var binding *echo.BindingError
	if errors.As(err, &binding) {
		return binding.HTTPError
	}
	return nil
}

// brokenOff is a request whose client has left, or has only stopped sending.
var brokenOff = failure{status: http.StatusBadRequest,
	text: "The request was broken off before it could be answered. Look whether it was done; if not, send it again."}

// occupied is a write that waited in vain for another one.
var occupied = failure{status: http.StatusServiceUnavailable, retry: 60,
	text: "Very many records are being brought in just now, and nothing else can be saved until that is done. Nothing of yours was. Go back, and send it again in a minute."}

// left tells whether the client went away before it was answered.
func left(c echo.Context, err error) bool {
	return errors.Is(err, context.Canceled) && c.Request().Context().Err() != nil
}

// size writes a number of bytes with its unit.
func size(bytes int64) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("%d kB", bytes>>10)
	}
	return fmt.Sprintf("%d MB", bytes>>20)
}

// words are the title of a status, and what is said when an error says
// nothing itself.
type words struct{ title, text string }

var wordsOf = map[int]words{
	http.StatusBadRequest:   {"This request cannot be read", "Part of it is missing or badly written. Go back and send it again."},
	http.StatusUnauthorized: {"Log in first", "This page is for the newsroom."},
	http.StatusForbidden:    {"This is not allowed", "Your role does not allow this."},
	http.StatusNotFound: {"There is nothing at this address", "The address may be mistyped, or the page was never public. " +
		"We do not delete what we have published: a withdrawn check stays at its address, with the reason."},
	http.StatusMethodNotAllowed:      {"This cannot be done here", "The address exists, but it does not take this kind of request."},
	http.StatusConflict:              {"It is not as it was", "Somebody has changed it meanwhile. Go back, load the page again and look."},
	http.StatusRequestEntityTooLarge: {"This is too large", "Shorten it, or send it in parts."},
	http.StatusUnsupportedMediaType:  {"This kind of content is not taken here", "Send it in another form."},
	http.StatusUnprocessableEntity:   {"This could not be saved", "Go back, mend it and send it again."},
	http.StatusTooManyRequests:       {"Too many attempts", "Wait a little and try again."},
	http.StatusInternalServerError:   {"Something went wrong on our side", "It is not your fault. Try again in a moment; if it stays, tell us and give the number below."},
	http.StatusServiceUnavailable:    {"This is not available just now", "Try again in a moment."},
}

// saidOf is the title and the text of a failure.
func saidOf(f failure) (title, text string) {
	w, known := wordsOf[f.status]
	if !known {
		w = words{http.StatusText(f.status), "The request could not be answered."}
	}
	if f.text != "" {
		w.text = f.text
	}
	return w.title, w.text
}
