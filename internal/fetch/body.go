package fetch

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// body reads and unpacks what was answered: at most MaxSize, of what comes as
// well as of what it unpacks to.
func body(answer *http.Response) ([]byte, error) {
	if answer.ContentLength > MaxSize {
		return nil, errTooLarge
	}
	raw := &io.LimitedReader{R: answer.Body, N: MaxSize + 1}
	unpacked, err := unpack(raw, answer.Header)
	var read []byte
	if err == nil {
		read, err = io.ReadAll(io.LimitReader(unpacked, MaxSize+1))
	}
	if raw.N == 0 || len(read) > MaxSize {
		return nil, errTooLarge
	}
	if err != nil && !errors.Is(err, errEncoding) {
		err = fmt.Errorf("%w: %w", errBroken, err)
	}
	return read, err
}

// unpack undoes the one encoding that was asked for.
func unpack(raw io.Reader, header http.Header) (io.Reader, error) {
	switch strings.ToLower(strings.TrimSpace(strings.Join(header.Values("Content-Encoding"), ","))) {
	case "", "identity":
		return raw, nil
	case "gzip", "x-gzip":
		unpacked, err := gzip.NewReader(raw)
		if errors.Is(err, io.EOF) {
			return raw, nil // nothing at all was sent
		}
		return unpacked, err
	}
	return nil, errEncoding
}
