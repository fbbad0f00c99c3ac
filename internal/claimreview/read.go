package claimreview

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/lines"
)

// Found is a check as somebody's file has it, before it was looked at whether
// it holds.
type Found struct {
	Line    int // in which it ends, from 1
	Element int // which of the file's records it is, from 1
	factcheck.OtherReview

	Retracted bool   // its publisher says that it no longer stands
	AuthorURL string // of the publisher, or ""
	Speaker   factcheck.ClaimantDraft
	Seen      []factcheck.AppearanceDraft // where the claim was seen
}

// Reading goes through a file of checks.
type Reading struct {
	from    *lines.Reader
	json    *json.Decoder
	each    func(Found) error
	Element int // records seen so far
	Skipped int // of them, those that are no checks
	names   map[string]string
	waiting []Found // name their publisher by an id that has not come yet
}

// At most so many publishers of a file, and checks that wait for the name of
// theirs, are remembered.
const mostRemembered = 10_000

// Read calls each for every check in a file: a ClaimReview, an array or a
// @graph of them, JSON Lines, a DataFeed, or an answer of claims:search. No
// more than one of them is in memory. It fails with an Invalid error about the
// field "file" that names the line where the file is no JSON, and with whatever
// each fails with.
func Read(from *lines.Reader, each func(Found) error) (*Reading, error) {
	r := &Reading{from: from, json: json.NewDecoder(from), each: each, names: map[string]string{}}
	r.json.UseNumber()
	for {
		err := r.top()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return r, r.explained(err)
		}
	}
	for _, f := range r.waiting {
		if err := each(r.named(f)); err != nil {
			return r, err
		}
	}
	return r, nil
}

// top reads one value of the outermost level; io.EOF at the end.
func (r *Reading) top() error {
	token, err := r.json.Token()
	if err != nil {
		return err
	}
	switch token {
	case json.Delim('['):
		return within(r.elements(r.element))
	case json.Delim('{'):
		return within(r.object())
	}
	return r.wrong("it is a single value, and not an object or a list of objects")
}

// within makes an end inside of a value a fault, where the end between values
// is none.
func within(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// lists are the keys of an object below which there can be many checks.
var lists = map[string]func(*Reading, json.RawMessage) error{
	"dataFeedElement": (*Reading).element,
	"itemListElement": (*Reading).element,
	"@graph":          (*Reading).element,
	"claims":          (*Reading).searched,
}

// object reads an object whose beginning was read: what lies in its lists, or
// else itself.
func (r *Reading) object() error {
	own := bytes.NewBufferString("{")
	inLists := false
	for r.json.More() {
		token, err := r.json.Token()
		if err != nil {
			return err
		}
		key, _ := token.(string)
		if take, many := lists[key]; many {
			inLists = true
			if err := r.list(take); err != nil {
				return err
			}
			continue
		}
		if err := r.keep(own, key); err != nil {
			return err
		}
	}
	if _, err := r.json.Token(); err != nil {
		return err
	}
	if inLists {
		return nil
	}
	own.WriteByte('}')
	return r.element(own.Bytes())
}

// keep adds a key and its value to an object that is read as a whole.
func (r *Reading) keep(own *bytes.Buffer, key string) error {
	var value json.RawMessage
	if err := r.json.Decode(&value); err != nil {
		return err
	}
	if own.Len()+len(value) > factcheck.MaxReview+len(key) {
		return r.wrong("“" + key + "” makes a check longer than 1 MB")
	}
	if own.Len() > 1 {
		own.WriteByte(',')
	}
	name, err := json.Marshal(key)
	own.Write(name)
	own.WriteByte(':')
	own.Write(value)
	return err
}

// list reads what lies below a key: a list, or a single thing in place of one.
func (r *Reading) list(take func(*Reading, json.RawMessage) error) error {
	token, err := r.json.Token()
	if err != nil {
		return err
	}
	one := func(raw json.RawMessage) error { return take(r, raw) }
	switch token {
	case json.Delim('['):
		return r.elements(one)
	case json.Delim('{'):
		own := bytes.NewBufferString("{")
		for r.json.More() {
			key, err := r.json.Token()
			if err != nil {
				return err
			}
			name, _ := key.(string)
			if err := r.keep(own, name); err != nil {
				return err
			}
		}
		own.WriteByte('}')
		if _, err := r.json.Token(); err != nil {
			return err
		}
		return one(own.Bytes())
	}
	return nil
}

// elements reads a list whose beginning was read.
func (r *Reading) elements(take func(json.RawMessage) error) error {
	for r.json.More() {
		var raw json.RawMessage
		if err := r.json.Decode(&raw); err != nil {
			return err
		}
		if err := take(raw); err != nil {
			return err
		}
	}
	_, err := r.json.Token()
	return err
}

// line is where the reading is.
func (r *Reading) line() int { return r.from.Line(r.json.InputOffset()) }

func (r *Reading) wrong(why string) error {
	return factcheck.Wrong("file", "Line %d: the file cannot be read there: %s.", r.line(), why)
}

// explained says of an error of the decoder where the file is no JSON.
func (r *Reading) explained(err error) error {
	if failure := r.from.Failure(); failure != nil {
		return failure
	}
	if factcheck.As(err) != nil {
		return err
	}
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		return r.wrong("it is no JSON from there on (" + syntax.Error() + ")")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return r.wrong("it ends in the middle, so a part of it is missing")
	}
	return err
}
