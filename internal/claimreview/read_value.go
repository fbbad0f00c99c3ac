package claimreview

import (
	"encoding/json"
	"html"
	"strings"
	"time"

	"golang.org/x/text/language"

	"claimdesk/internal/factcheck"
)

// node is an object of somebody else's JSON.
type node map[string]any

// object is a value as an object; nil, of which all fields are absent, for any
// other.
func object(value any) node {
	n, _ := value.(map[string]any)
	return n
}

// list is a value as a list: itself where it is one, none where it is absent.
func list(value any) []any {
	switch v := value.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{value}
}

// first is a value, or the first of a list.
func first(value any) any {
	if all := list(value); len(all) > 0 {
		return all[0]
	}
	return nil
}

// texts are the texts in a value: itself, those of a list, or what an object
// stands for.
func texts(value any) []string {
	var all []string
	for _, v := range list(value) {
		switch v := v.(type) {
		case string:
			all = append(all, v)
		case json.Number:
			all = append(all, v.String())
		case map[string]any:
			for _, key := range []string{"@value", "url", "@id", "name"} {
				if s, is := v[key].(string); is {
					all = append(all, s)
					break
				}
			}
		}
	}
	return all
}

// text is the first text in a value, or "".
func text(value any) string {
	for _, s := range texts(value) {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}

// plain is text for people: without the escapes that some systems put in by
// hand.
func plain(value any) string {
	s := html.UnescapeString(text(value))
	return strings.TrimSpace(strings.NewReplacer(`\"`, `"`, `\'`, `'`, `\/`, `/`).Replace(s))
}

// nameOf is what a person or an organisation is called, who may be given by a
// name alone.
func nameOf(value any) string {
	if n := object(value); n != nil {
		return plain(n["name"])
	}
	name := plain(value)
	if factcheck.WebAddress(name) {
		return ""
	}
	return name
}

// linksIn are the web addresses in a value. Some systems write several into
// one text.
func linksIn(value any) []string {
	var all []string
	for _, s := range texts(value) {
		for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t\r\n|<>\"", r) }) {
			for _, one := range apart(part) {
				if one = strings.TrimRight(one, ",;"); factcheck.WebAddress(one) && len(one) <= factcheck.MaxURL {
					all = append(all, one)
				}
			}
		}
	}
	return all
}

// apart cuts a text where another address begins after a comma or a semicolon.
func apart(s string) []string {
	for i := 1; i < len(s); i++ {
		if (s[i-1] == ',' || s[i-1] == ';') && (strings.HasPrefix(s[i:], "http://") || strings.HasPrefix(s[i:], "https://")) {
			return append([]string{s[:i-1]}, apart(s[i:])...)
		}
	}
	return []string{s}
}

// linkIn is the first web address in a value, or "".
func linkIn(value any) string {
	if all := linksIn(value); len(all) > 0 {
		return all[0]
	}
	return ""
}

// layouts are the ways in which days are written, the usual ones first.
var layouts = []string{time.DateOnly, time.RFC3339, "2006-01-02T15:04:05", time.DateTime, "2006-01-02T15:04:05-0700", "January 2, 2006", "2 January 2006", time.RFC1123Z, time.RFC1123, "02.01.2006"}

// day is when something happened; "" when that cannot be read, or is before
// newspapers.
func day(value any) factcheck.Date {
	s := text(value)
	for _, layout := range layouts {
		t, err := time.Parse(layout, s)
		if err == nil && t.Year() >= 1900 && t.Year() < 3000 {
			return factcheck.Date(t.Format(time.DateOnly))
		}
	}
	if len(s) > len(time.DateOnly) && s[4] == '-' {
		return day(s[:len(time.DateOnly)])
	}
	return ""
}

// tongue is a language as BCP 47 writes it; "" when that cannot be told.
func tongue(value any) string {
	v := first(value)
	s := text(v)
	if n := object(v); n != nil {
		if s = text(n["alternateName"]); s == "" {
			s = text(n["identifier"])
		}
	}
	if s == "" {
		return ""
	}
	tag, err := language.Parse(strings.ReplaceAll(s, "_", "-"))
	if err != nil || tag == language.Und {
		return ""
	}
	return tag.String()
}
