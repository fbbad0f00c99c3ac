package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"claimdesk/internal/config"
	"claimdesk/internal/factcheck"
)

// The codes with which the program ends.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// usageError is that the command was typed wrongly.
type usageError struct{ error }

// Unwrap is the error itself.
func (e *usageError) Unwrap() error { return e.error }

// misuse is a usageError with the given text.
func misuse(format string, args ...any) error {
	return &usageError{fmt.Errorf(format, args...)}
}

// exitCode tells how the program ends, and writes one line to stderr when
// something went wrong.
func exitCode(err error, stderr io.Writer) int {
	if err == nil {
		return exitDone
	}
	fmt.Fprintln(stderr, "claimdesk: "+sentence(err))
	var usage *usageError
	var setting *config.Error
	if errors.As(err, &usage) || errors.As(err, &setting) {
		return exitUsage
	}
	return exitFailed
}

// sentence is an error in one line. The cause of what is our own fault, which
// pages keep to themselves, is told here.
func sentence(err error) string {
	text := err.Error()
	if e := factcheck.As(err); e != nil && e.Kind == factcheck.Internal && e.Cause != nil {
		text += ": " + e.Cause.Error()
	}
	return strings.ReplaceAll(strings.TrimSpace(text), "\n", "; ")
}
