package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"claimdesk/internal/factcheck"
)

// sound refuses bytes that no format can read.
func sound(raw []byte, field string) error {
	if err := within(len(raw), field); err != nil {
		return err
	}
	at := factcheck.InvalidAt(string(raw))
	switch {
	case at < 0:
		return nil
	case wide(raw):
		return factcheck.Wrong(field, "This is not valid UTF-8 at byte %d: it looks like UTF-16. Save it as UTF-8 and send it again.", at)
	}
	return factcheck.Wrong(field, "This is not valid UTF-8 at byte %d. Save it as UTF-8 and send it again.", at)
}

// within refuses more bytes than a source may have.
func within(size int, field string) error {
	if size <= factcheck.MaxSourceText {
		return nil
	}
	return factcheck.Wrong(field, "This has %s bytes; at most %s fit. Bring it in in parts.",
		thousands(size), thousands(factcheck.MaxSourceText))
}

// wide tells whether bytes begin with the mark of UTF-16.
func wide(raw []byte) bool {
	return bytes.HasPrefix(raw, []byte{0xFF, 0xFE}) || bytes.HasPrefix(raw, []byte{0xFE, 0xFF})
}

// legible tells whether there is anything to read: one letter, digit or sign.
func legible(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) })
}

// unreadable is the error of a document that its own format does not let be
// read.
func unreadable(field string, cause error) error {
	if factcheck.KindOf(cause) == factcheck.Invalid {
		return cause
	}
	wrong := factcheck.Wrong(field, "This document cannot be read: it is nested too deeply or broken. Paste its text instead.")
	wrong.Cause = cause
	return wrong
}

// broken is the error of a document on which a parser gave up.
func broken(field string, fault any) error {
	err, ok := fault.(error)
	if !ok {
		err = errors.New(fmt.Sprint(fault))
	}
	return unreadable(field, fmt.Errorf("reading the document: %w", err))
}

// thousands writes a number with commas: 5,242,880.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
