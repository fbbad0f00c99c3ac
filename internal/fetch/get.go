package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"sync/atomic"
	"time"

	"claimdesk/internal/factcheck"
)

// Page is what an address answered with. Its addresses are as they were asked
// for: hosts in ASCII, without fragments. Header lacks what is nobody's
// business, such as cookies, and what would make it too long.
type Page struct {
	factcheck.Retrieval
	Body      []byte    // unpacked, otherwise as it came
	MediaType string    // the Content-Type header as it came; "" for none
	At        time.Time // in UTC, to the millisecond
}

const acceptPage = "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.8"

// Get fetches the page at an address, through at most five redirects. It fails
// with an Invalid error on the field fetch_url, which says in one sentence
// what is wrong and what to do; when ctx was cancelled, with its error.
func (c *Client) Get(ctx context.Context, address string) (*Page, error) {
	from, err := parse(address)
	if err != nil {
		return nil, notFetched(err)
	}
	patient, cancel := context.WithTimeout(ctx, c.patience)
	defer cancel()
	page, err := c.follow(patient, from, acceptPage)
	if err != nil && errors.Is(ctx.Err(), context.Canceled) {
		return nil, fmt.Errorf("fetching a page: %w", ctx.Err())
	}
	if err != nil {
		return nil, notFetched(err)
	}
	return page, nil
}

// follow asks at one address after the other until a page comes.
func (c *Client) follow(ctx context.Context, at *url.URL, accept string) (*Page, error) {
	page := &Page{Retrieval: factcheck.Retrieval{URL: at.String()}}
	for {
		answer, err := c.ask(ctx, at, accept)
		if err != nil {
			return nil, err
		}
		if !leadsOn(answer) {
			page.FinalURL = at.String()
			return page, c.fill(page, answer)
		}
		answer.Body.Close()
		if len(page.Redirects) == maxRedirects {
			return nil, errRedirects
		}
		if at, err = target(answer, at); err != nil {
			return nil, err
		}
		page.Redirects = append(page.Redirects, at.String())
	}
}

// ask sends one request. The body of the answer must be closed.
func (c *Client) ask(ctx context.Context, at *url.URL, accept string) (*http.Response, error) {
	var insecure atomic.Bool
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		TLSHandshakeDone: func(_ tls.ConnectionState, err error) { insecure.Store(err != nil) },
	})
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return nil, noWeb
	}
	request.Header.Set("User-Agent", c.agent)
	request.Header.Set("Accept", accept)
	request.Header.Set("Accept-Encoding", "gzip")
	answer, err := c.transport.RoundTrip(request)
	if err != nil && insecure.Load() && !slow(err) {
		err = fmt.Errorf("%w: %w", errInsecure, err)
	}
	return answer, err
}

// leadsOn tells whether an answer is a redirect.
func leadsOn(answer *http.Response) bool {
	switch answer.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return answer.Header.Get("Location") != ""
	}
	return false
}

// target is where a redirect leads. One that leads out of the web is refused
// like one that leads to a forbidden place.
func target(answer *http.Response, from *url.URL) (*url.URL, error) {
	to, err := from.Parse(answer.Header.Get("Location"))
	if err != nil {
		return nil, errForbidden
	}
	to, err = tidy(to)
	if err != nil {
		return nil, errForbidden
	}
	return to, nil
}

// fill puts an answer into the page, and closes it.
func (c *Client) fill(page *Page, answer *http.Response) error {
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK && answer.StatusCode != http.StatusNonAuthoritativeInfo {
		return statusError(answer.StatusCode)
	}
	read, err := body(answer)
	if err != nil {
		return err
	}
	page.Status, page.Header, page.Body = answer.StatusCode, kept(answer.Header), read
	page.MediaType = legible(answer.Header.Get("Content-Type"))
	page.At = c.now().UTC().Truncate(time.Millisecond)
	return nil
}
