package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"claimdesk/internal/factcheck"
)

// readPassword takes the first line of stdin, without its end.
func readPassword(stdin io.Reader) (string, error) {
	most := int64(factcheck.MaxPassword*4 + 2) // bytes of UTF-8, and a line end
	line, err := bufio.NewReader(io.LimitReader(stdin, most)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("reading the password from stdin: %w", err)
	}
	password := strings.TrimRight(line, "\r\n")
	if password == "" {
		return "", errors.New("there is no password on stdin: send one, as one line")
	}
	return password, nil
}
