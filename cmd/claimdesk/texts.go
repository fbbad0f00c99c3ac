package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"claimdesk/internal/factcheck"
)

// longestLine is in bytes, with its end.
const longestLine = 64 << 10

// eachText reads lines of an id, a tab and a text, such as a claim, and calls do
// with each and the number of its line. The error says which line cannot be
// read.
func eachText(from io.Reader, do func(line int, id, text string) error) error {
	in := bufio.NewReaderSize(from, longestLine)
	for number := 1; ; number++ {
		raw, err := in.ReadSlice('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return unread(number, err)
		}
		last := err != nil
		line := string(raw)
		if number == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if strings.TrimSpace(line) != "" {
			id, text, err := textOn(line)
			if err != nil {
				return onLine(number, err)
			}
			if err := do(number, id, text); err != nil {
				return err
			}
		}
		if last {
			return nil
		}
	}
}

// unread says why a line did not come in.
func unread(number int, err error) error {
	if errors.Is(err, bufio.ErrBufferFull) {
		return fmt.Errorf("line %d: it is longer than 64 KB: give the text alone", number)
	}
	return fmt.Errorf("reading line %d: %w", number, err)
}

// onLine says which line an error is about.
func onLine(number int, err error) error { return fmt.Errorf("line %d: %w", number, err) }

// textOn takes a line apart. Tabs after the first belong to the text.
func textOn(line string) (id, text string, err error) {
	if at := factcheck.InvalidAt(line); at >= 0 {
		return "", "", fmt.Errorf("it is not UTF-8 at byte %d", at)
	}
	id, text, found := strings.Cut(line, "\t")
	if !found {
		return "", "", errors.New("there is no tab between an id and a text")
	}
	if strings.TrimSpace(id) == "" {
		return "", "", errors.New("there is no id before the tab")
	}
	return id, strings.TrimSpace(text), nil
}
