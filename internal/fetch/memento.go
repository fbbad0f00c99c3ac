package fetch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
)

// Memento is a copy of a page in an archive (the word of RFC 7089).
type Memento struct {
	URL string
	At  time.Time // when the copy was taken, in UTC
}

// availability is what a Wayback availability API answers, as described at
// https://archive.org/help/wayback_api.php. Snapshots is {} where there is no
// copy.
type availability struct {
	Snapshots json.RawMessage `json:"archived_snapshots"`
}

type snapshots struct {
	Closest *struct {
		Available bool            `json:"available"`
		URL       string          `json:"url"`
		Timestamp string          `json:"timestamp"`
		Status    json.RawMessage `json:"status"` // a number, or one in a string
	} `json:"closest"`
}

// errNoCopy is an archive that has none, errHomely an address that none can
// have, errOff an archive that nobody is to ask.
var (
	errNoCopy = errors.New("no archived copy")
	errHomely = errors.New("an address of one's own network")
	errOff    = errors.New("archive switched off")
)

// Memento asks the archive for the copy of an address that was taken nearest
// to a time; the zero time asks for the latest. It fails with NotFound when
// there is no copy, which is also said, without asking, of an address that
// only the newsroom's own network knows; with Invalid on the field url for
// what is no web address, and on archived_url when the archive cannot be
// asked; when ctx was cancelled, with its error.
func (c *Client) Memento(ctx context.Context, address string, near time.Time) (Memento, error) {
	page, err := parse(address)
	var typed addressError
	if errors.As(err, &typed) {
		return Memento{}, fault("url", noMemento, string(typed), err)
	}
	if err != nil || homely(page.Hostname()) {
		return Memento{}, unarchived(errHomely)
	}
	patient, cancel := context.WithTimeout(ctx, c.patience)
	defer cancel()
	found, err := c.lookUp(patient, page, near)
	if err != nil && errors.Is(ctx.Err(), context.Canceled) {
		return Memento{}, fmt.Errorf("asking the archive: %w", ctx.Err())
	}
	if err != nil {
		return Memento{}, unarchived(err)
	}
	return found, nil
}

const noMemento = "No archived copy was looked up."

// unarchived is the error for whoever wanted a copy.
func unarchived(err error) error {
	switch {
	case errors.Is(err, errNoCopy):
		return &factcheck.Error{Kind: factcheck.NotFound, Message: "The Internet Archive has no copy of this address."}
	case errors.Is(err, errHomely):
		return &factcheck.Error{Kind: factcheck.NotFound, Message: "This address belongs to a network of one's own: no public archive can have a copy, and none was asked."}
	case errors.Is(err, errOff):
		return fault("archived_url", noMemento, "Archived copies are not looked up here; write the address by hand.", err)
	}
	return fault("archived_url", noMemento, "The archive could not be reached; try later, or write the address by hand.", err)
}

// lookUp asks the archive.
func (c *Client) lookUp(ctx context.Context, page *url.URL, near time.Time) (Memento, error) {
	if c.archive == "" {
		return Memento{}, errOff
	}
	at, err := parse(c.archive)
	if err != nil {
		return Memento{}, err
	}
	query := at.Query()
	query.Set("url", page.String())
	if !near.IsZero() {
		query.Set("timestamp", near.UTC().Format("20060102"))
	}
	at.RawQuery = query.Encode()
	answer, err := c.follow(ctx, at, "application/json")
	if err != nil {
		return Memento{}, err
	}
	return closest(answer.Body)
}

// closest is the copy that an answer of the archive names.
func closest(answer []byte) (Memento, error) {
	var whole availability
	if err := json.Unmarshal(answer, &whole); err != nil {
		return Memento{}, fmt.Errorf("reading the archive's answer: %w", err)
	}
	if whole.Snapshots == nil {
		return Memento{}, errors.New("the archive's answer says nothing of copies")
	}
	var known snapshots
	if !bytes.Equal(whole.Snapshots, []byte("[]")) {
		if err := json.Unmarshal(whole.Snapshots, &known); err != nil {
			return Memento{}, fmt.Errorf("reading the archive's answer: %w", err)
		}
	}
	copied := known.Closest
	if copied == nil || !copied.Available || !ofPage(copied.Status) {
		return Memento{}, errNoCopy
	}
	at, err := time.Parse("20060102150405", copied.Timestamp)
	if err != nil {
		return Memento{}, fmt.Errorf("reading the time of a copy: %w", err)
	}
	address, err := secured(copied.URL)
	return Memento{URL: address, At: at}, err
}

// ofPage tells whether a copy is of a page, and not of an error. A status
// that was not recorded is taken for a page.
func ofPage(status json.RawMessage) bool {
	text := strings.Trim(string(status), `"`)
	return text == "" || text == "null" || text == "-" || len(text) == 3 && text[0] == '2'
}

// secured is the address of a copy, by https where the archive is known to
// speak it. The address is kept as it is otherwise: the page's own address
// is a part of it.
func secured(address string) (string, error) {
	if !factcheck.WebAddress(address) {
		return "", errors.New("the archive names a copy without a web address")
	}
	if rest, plain := strings.CutPrefix(address, "http://web.archive.org/"); plain {
		return "https://web.archive.org/" + rest, nil
	}
	return address, nil
}
