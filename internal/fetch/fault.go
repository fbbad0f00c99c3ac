package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"

	"claimdesk/internal/factcheck"
)

// What can go wrong on the way, besides the errors of net and net/http.
var (
	errForbidden = errors.New("forbidden target")
	errRedirects = errors.New("too many redirects")
	errInsecure  = errors.New("no secure connection")
	errTooLarge  = errors.New("too large")
	errEncoding  = errors.New("unknown content encoding")
	errBroken    = errors.New("broken off")
)

// statusError is an answer other than a page.
type statusError int

func (e statusError) Error() string { return fmt.Sprintf("status %d", int(e)) }

// sentences are what is said of these errors. None tells an address: it might
// be that of a machine in the newsroom's own network.
var sentences = []struct {
	about error
	text  string
}{
	{errForbidden, "This address cannot be fetched from here: only public web pages on the usual ports can. Save the page in a browser and upload the file."},
	{errRedirects, "The address leads on more than five times. Open it in a browser and write the address where it ends, or upload the file."},
	{errTooLarge, "The page is larger than 10 MB. Save the part that is needed and upload it as a file."},
	{errEncoding, "The server sent the page packed in a way that was not asked for. Save it in a browser and upload the file."},
	{errInsecure, "No secure connection to the server could be made: it speaks no https, or its certificate is not valid. Save the page in a browser and upload the file."},
}

// notFetched is the error for whoever wanted a page.
func notFetched(err error) error {
	return fault("fetch_url", "The page was not fetched.", sentence(err), err)
}

// fault is an Invalid error about one field.
func fault(field, message, text string, cause error) error {
	return &factcheck.Error{Kind: factcheck.Invalid, Message: message,
		Fields: []factcheck.Problem{{Field: field, Message: text}}, Cause: cause}
}

// sentence says what went wrong and what to do.
func sentence(err error) string {
	for _, s := range sentences {
		if errors.Is(err, s.about) {
			return s.text
		}
	}
	var typed addressError
	var status statusError
	var lookup *net.DNSError
	switch {
	case errors.As(err, &typed):
		return string(typed)
	case errors.As(err, &status):
		return answered(int(status))
	case errors.As(err, &lookup) && lookup.IsNotFound:
		return "There is no host of this name. Check the address for a slip."
	case slow(err):
		return "The server took too long to answer. Try again later, or save the page in a browser and upload the file."
	case errors.Is(err, errBroken):
		return "The page broke off before it was whole. Try again, or save it in a browser and upload the file."
	}
	return "The server could not be reached. Check the address, try again later, or save the page in a browser and upload the file."
}

// slow tells whether time ran out.
func slow(err error) bool {
	var waited net.Error
	return errors.Is(err, context.DeadlineExceeded) || errors.As(err, &waited) && waited.Timeout()
}

// answered is the sentence for a status that brings no page.
func answered(status int) string {
	switch {
	case status == http.StatusNotFound || status == http.StatusGone:
		return fmt.Sprintf("The server has no page at this address (status %d). Check it, or fetch an archived copy.", status)
	case status == http.StatusUnauthorized || status == http.StatusForbidden || status == http.StatusUnavailableForLegalReasons:
		return fmt.Sprintf("The server does not show the page to programs (status %d). Save it in a browser and upload the file.", status)
	case status == http.StatusTooManyRequests || status >= 500:
		return fmt.Sprintf("The server could not answer just now (status %d). Try again later, or save the page in a browser and upload the file.", status)
	}
	return fmt.Sprintf("The server answered without a page (status %d). Save it in a browser and upload the file.", status)
}
