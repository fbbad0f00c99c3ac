package ingest

import (
	"bytes"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"claimdesk/internal/factcheck"
)

// marked reads a document in text, Markdown or HTML, in the character set that
// it is in.
func (in incoming) marked(f format) (reading, error) {
	text, name, lost, err := in.decoded(f)
	if err != nil {
		return reading{}, err
	}
	r, err := parse(text, f)
	if err != nil {
		return reading{}, err
	}
	if name != "utf-8" {
		base, _, _ := strings.Cut(r.media, ";")
		r.media = base + "; charset=" + name
	}
	r.lost = append(lost, r.lost...)
	return r, nil
}

// parse makes a reading of text. What the format did not say, it is asked for.
func parse(text string, f format) (reading, error) {
	read := fromText
	switch f {
	case markdownFormat:
		read = fromMarkdown
	case htmlFormat:
		read = fromHTML
	}
	r, err := read(text)
	r.media = medias[f]
	return r, err
}

// decoded is a document in UTF-8, with the name of the character set that it
// came in. A byte order mark settles it. Then come two findings that no header
// outweighs: zero bytes where UTF-16 has them, and letters beyond ASCII that
// are valid UTF-8, which text in no other set is by chance. Only then what the
// server or the page says is tried, and the first that gives text is taken.
// Nothing is guessed from how frequent letters are.
func (in incoming) decoded(f format) (text, name string, lost []string, err error) {
	if as := wide(in.raw); as != nil {
		decoded, err := as.NewDecoder().Bytes(in.raw)
		return string(decoded), as.name, nil, err
	}
	at := factcheck.InvalidAt(string(in.raw))
	if at < 0 && !escaped(in.raw) {
		return string(in.raw), "utf-8", nil, nil
	}
	said := in.charsets(f)
	for _, label := range said {
		if text, name, ok := tried(in.raw, label); ok {
			return text, name, nil, nil
		}
	}
	if at < 0 {
		return string(in.raw), "utf-8", nil, nil
	}
	if text, n := patched(in.raw); n > 0 && len(said) > 0 {
		return text, "utf-8", []string{counted(n, "place was not valid UTF-8 and shows as \uFFFD", "places were not valid UTF-8 and show as \uFFFD")}, nil
	}
	return "", "", nil, in.unknownSet(at, said)
}

func (in incoming) unknownSet(at int, said []string) error {
	save := "Save it as UTF-8 and send it again."
	if in.field == "fetch_url" {
		save = "Open it in a browser, and paste its text."
	}
	if len(said) > 0 {
		return factcheck.Wrong(in.field, "This says that it is written in %s, which does not fit from byte %d on. %s", strings.Join(said, " or "), at, save)
	}
	return factcheck.Wrong(in.field, "This is not valid UTF-8 at byte %d, and does not say in which character set it is written. %s", at, save)
}

// charsets are the names of character sets that are told of a document, the
// one to be tried first at the front: the server's before the page's own, as
// browsers have it. But Latin-1 is what servers say when nobody has told them
// anything, and there the page knows better.
func (in incoming) charsets(f format) []string {
	var said []string
	add := func(label string) {
		if label = strings.ToLower(oneLine(label)); label != "" && len(label) < 40 {
			said = append(said, label)
		}
	}
	own := ""
	if f == htmlFormat {
		own = ownCharset(in.raw)
	}
	if _, name := charset.Lookup(in.charset); name == "windows-1252" {
		add(own)
		add(in.charset)
		return said
	}
	add(in.charset)
	add(own)
	return said
}

// tried decodes a document in a character set that was told; not when it
// leaves something undecodable.
func tried(raw []byte, label string) (text, name string, ok bool) {
	as, name := charset.Lookup(label)
	if as == nil || name == "utf-8" || name == "replacement" || strings.HasPrefix(name, "utf-16") {
		return "", "", false
	}
	decoded, err := as.NewDecoder().Bytes(raw)
	if err != nil || bytes.Contains(decoded, []byte("\uFFFD")) || !utf8.Valid(decoded) {
		return "", "", false
	}
	return string(decoded), name, true
}

// ownCharset is the character set that a page names in its first bytes.
func ownCharset(raw []byte) string {
	head := raw[:min(len(raw), 4_096)]
	if after, is := bytes.CutPrefix(head, []byte("<?xml")); is {
		line, _, _ := bytes.Cut(after, []byte("?>"))
		if _, after, is := bytes.Cut(line, []byte("encoding=")); is && len(after) > 2 {
			name, _, _ := strings.Cut(string(after[1:]), string(after[:1]))
			return name
		}
	}
	tags := html.NewTokenizer(bytes.NewReader(head))
	for {
		switch tags.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			if name := metaCharset(tags.Token()); name != "" {
				return name
			}
		}
	}
}

func metaCharset(t html.Token) string {
	if t.DataAtom != atom.Meta {
		return ""
	}
	name, content, isType := "", "", false
	for _, a := range t.Attr {
		switch a.Key {
		case "charset":
			name = a.Val
		case "content":
			content = a.Val
		case "http-equiv":
			isType = strings.EqualFold(a.Val, "content-type")
		}
	}
	if name == "" && isType {
		if _, params, err := mime.ParseMediaType(content); err == nil {
			name = params["charset"]
		}
	}
	return name
}

// escaped tells whether bytes that are all ASCII switch to other letters by
// escapes, as ISO-2022-JP does.
func escaped(raw []byte) bool { return bytes.Contains(raw, []byte("\x1B$")) }

// mostPatched is how many of a thousand bytes may be broken in a document that
// says that it is UTF-8.
const mostPatched = 2

// patched is text in UTF-8 with a few broken places, each shown as U+FFFD, and
// how many they are; 0 when they are too many for it to be UTF-8 at all.
func patched(raw []byte) (string, int) {
	n, beyond := 0, 0
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			n++
		} else if size > 1 {
			beyond++
		}
		i += size
	}
	if beyond <= 4*n || n*1_000 > len(raw)*mostPatched {
		return "", 0
	}
	return strings.ToValidUTF8(string(raw), "\uFFFD"), n
}
