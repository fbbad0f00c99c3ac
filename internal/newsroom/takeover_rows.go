package newsroom

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// load puts all rows into a new database.
func (p *parcel) load(ctx context.Context, l *store.Loader) error {
	tables, err := l.Tables(ctx)
	if err != nil {
		return err
	}
	wanted := map[string]bool{}
	for _, r := range tables {
		wanted[recordsFolder+r.Name+".jsonl"] = true
	}
	for name := range p.entries {
		if strings.HasPrefix(name, recordsFolder) && !wanted[name] {
			return broken(name, "this program knows no such table: use a newer Claimdesk")
		}
	}
	for _, r := range tables {
		if err := p.table(ctx, l, r); err != nil {
			return err
		}
	}
	return nil
}

// table puts in the rows of one table.
func (p *parcel) table(ctx context.Context, l *store.Loader, r store.Record) (err error) {
	name := recordsFolder + r.Name + ".jsonl"
	if p.entries[name] == nil {
		return broken(name, "it is missing")
	}
	into, err := l.Fill(ctx, r)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, into.Close()) }()
	of := p.about.Tables[r.Name]
	return p.lines(name, func(n int, line []byte) error {
		if n%exportStep == 0 {
			p.progress([]Tally{{Things: "rows of " + r.Name, Done: n, Of: of}})
		}
		row, err := rowOf(line)
		if err == nil {
			err = p.bytesOf(r, row)
		}
		if err == nil {
			err = into.Add(ctx, row)
		}
		if err != nil && ctx.Err() == nil && factcheck.As(err) == nil {
			err = broken(name, "line %d does not fit: %s", n, strings.TrimSuffix(err.Error(), "."))
		}
		p.rows++
		return err
	})
}

// bytesOf puts the bytes of entries in place of their names.
func (p *parcel) bytesOf(r store.Record, row map[string]any) error {
	for column, value := range row {
		if !r.Bytes(column) {
			continue
		}
		name, is := value.(string)
		switch {
		case is && name == "":
			row[column] = []byte{}
		case !is || !strings.HasPrefix(name, filesFolder) || p.entries[name] == nil:
			return fmt.Errorf("%s names no file of the export", column)
		default:
			content, err := p.whole(name)
			if err != nil {
				return err
			}
			if filesFolder+factcheck.HashOf(content) != name {
				return broken(name, "its name is not the hash of what is in it")
			}
			row[column] = content
			p.loaded++
		}
	}
	return nil
}

// rowOf reads a line: one object of texts, whole numbers and nulls, each name
// once.
func rowOf(line []byte) (map[string]any, error) {
	if !utf8.Valid(line) {
		return nil, errors.New("it is not valid UTF-8")
	}
	from := json.NewDecoder(bytes.NewReader(line))
	from.UseNumber()
	if open, err := from.Token(); err != nil || open != json.Delim('{') {
		return nil, errors.New("it is not a JSON object")
	}
	row := map[string]any{}
	for from.More() {
		key, err := from.Token()
		if err != nil {
			return nil, errors.New("it is not a JSON object")
		}
		name, _ := key.(string)
		if _, twice := row[name]; twice {
			return nil, fmt.Errorf("%q is there twice", name)
		}
		if row[name], err = valueOf(from); err != nil {
			return nil, fmt.Errorf("%q %w", name, err)
		}
	}
	if end, err := from.Token(); err != nil || end != json.Delim('}') {
		return nil, errors.New("it is not a JSON object")
	}
	if _, err := from.Token(); err != io.EOF {
		return nil, errors.New("something follows the object")
	}
	return row, nil
}

func valueOf(from *json.Decoder) (any, error) {
	token, err := from.Token()
	if err != nil {
		return nil, errors.New("has no value")
	}
	switch v := token.(type) {
	case nil, string:
		return v, nil
	case json.Number:
		n, err := strconv.ParseInt(v.String(), 10, 64)
		if err == nil {
			return n, nil
		}
	}
	return nil, errors.New("is neither a text nor a whole number")
}
