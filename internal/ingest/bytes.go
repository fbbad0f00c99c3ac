package ingest

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest/docx"
	"claimdesk/internal/ingest/pdf"
)

// sound refuses bytes that are not UTF-8.
func sound(raw []byte, field string) error {
	at := factcheck.InvalidAt(string(raw))
	switch {
	case at < 0:
		return nil
	case wide(raw) != nil:
		return factcheck.Wrong(field, "This is not valid UTF-8 at byte %d: it looks like UTF-16. Send it as a file, or save it as UTF-8.", at)
	}
	return factcheck.Wrong(field, "This is not valid UTF-8 at byte %d. Save it as UTF-8 and send it again.", at)
}

// within refuses more bytes than fit.
func within(size, most int, field string) error {
	if size <= most {
		return nil
	}
	return factcheck.Wrong(field, "This has %s bytes; at most %s fit. Bring it in in parts.", thousands(size), thousands(most))
}

// legible tells whether there is anything to read: one letter, digit or sign.
func legible(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) })
}

// errSlow is why a document is given up that takes too long.
var errSlow = errors.New("reading the document takes too long")

// refusals are what is said of documents that their own format does not let be
// read.
var refusals = []struct {
	cause error
	says  string
}{
	{pdf.ErrEncrypted, "This PDF is locked with a password. Open it with the password, print it to a new PDF, and bring that in; or paste its text."},
	{pdf.ErrNoText, "This PDF holds pictures of pages and no text. Run OCR on it and bring in the result, or paste the text."},
	{pdf.ErrEmpty, "This PDF has no pages. Save it again where it came from, or paste its text."},
	{pdf.ErrTruncated, "This PDF breaks off before its end. Fetch or save it again; it was probably not transferred to the end."},
	{pdf.ErrBroken, "This PDF is broken and cannot be read. Open it in a PDF viewer and print it to a new PDF, or paste its text."},
	{pdf.ErrTooManyPages, "This PDF has more than " + thousands(pdf.MaxPages) + " pages. Bring in the pages that matter."},
	{docx.ErrTooLarge, "This Word document unpacks to more than " + thousands(docx.MaxUnpacked>>20) + " MB of text. Bring it in in parts, or paste its text."},
	{docx.ErrTooDeep, "This Word document is nested too deeply to be read. Paste its text instead."},
	{docx.ErrNotDOCX, "This is not a Word document (.docx). Open it, save it as .docx, and bring that in."},
	{docx.ErrBroken, "This Word document is broken and cannot be read. Open it in Word or LibreOffice, save it again as .docx, or paste its text."},
	{pdf.ErrSlow, "Reading this took longer than 30 seconds, and was given up. Bring it in in parts, or paste its text."},
	{errSlow, "Reading this took longer than 30 seconds, and was given up. Bring it in in parts, or paste its text."},
}

// unreadable is the error of a document that its own format does not let be
// read. A fault that is not the document's stays Internal.
func unreadable(field string, cause error) error {
	if factcheck.As(cause) != nil || errors.Is(cause, pdf.ErrEngine) {
		return cause
	}
	says := "This document cannot be read: it is nested too deeply or broken. Paste its text instead."
	for _, r := range refusals {
		if errors.Is(cause, r.cause) {
			says = r.says
			break
		}
	}
	wrong := factcheck.Wrong(field, "%s", says)
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
