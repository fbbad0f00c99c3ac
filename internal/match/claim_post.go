package match

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// part is what a stretch of a post is, for what its words weigh.
type part uint8

const (
	body   part = iota
	tag         // the words of a #HashTag
	handle      // the words of an @Handle
	author      // the name of who signed the post
)

// post is a text as it goes round, with what says nothing of its claim taken
// out. The author's name and handle stand at its end.
type post struct {
	text    string
	parts   []stretch // in order; what lies between them is body
	picture bool      // links to a picture or a film
}

// stretch is a part of a post's text: bounds in bytes.
type stretch struct {
	start, end int
	part       part
}

// at is what the byte at an offset is part of.
func (p *post) at(offset int) part {
	i, found := slices.BinarySearchFunc(p.parts, offset, func(s stretch, at int) int { return cmp.Compare(s.start, at) })
	if !found {
		i--
	}
	if i < 0 || offset >= p.parts[i].end {
		return body
	}
	return p.parts[i].part
}

// Links as they stand in posts, where they are often glued to the word before.
var (
	pictureLinks = regexp.MustCompile(`(?i)(?:https?://)?pic\.(?:twitter|x)\.com/\S*`)
	links        = regexp.MustCompile(`(?i)(?:https?://|www\.)\S+`)
	bareLinks    = regexp.MustCompile(`(?i)\b(?:[a-z0-9-]+\.)+[a-z]{2,}/\S*`)
)

// clean takes the links out of a text and the date out of its signature, and
// opens #HashTags and @handles into words. The author's name is kept.
func clean(text string) *post {
	p := &post{picture: pictureLinks.MatchString(text)}
	for _, l := range []*regexp.Regexp{pictureLinks, links, bareLinks} {
		text = l.ReplaceAllString(text, " ")
	}
	said, name, by := signed(text)
	w := &postWriter{post: p}
	w.open(said, body)
	w.out.WriteString("\n")
	w.open(name, author)
	w.out.WriteString("\n")
	w.unfold(by, handle)
	p.text = w.out.String()
	return p
}

// postWriter puts a post together.
type postWriter struct {
	post *post
	out  strings.Builder
}

// note says what has been written since an offset.
func (w *postWriter) note(from int, as part) {
	if as != body && w.out.Len() > from {
		w.post.parts = append(w.post.parts, stretch{from, w.out.Len(), as})
	}
}

// open writes a text with its tags and handles as words. What else is in it
// is part of what is given.
func (w *postWriter) open(text string, as part) {
	from, last := 0, 0
	before := ' '
	plain := func(to int) {
		at := w.out.Len()
		w.out.WriteString(text[from:to])
		w.note(at, as)
	}
	for at := 0; at < len(text); at = last {
		r, size := utf8.DecodeRuneInString(text[at:])
		last = at + size
		kind, n := marked(r, before, text[last:])
		before = r
		if n == 0 {
			continue
		}
		plain(at)
		w.out.WriteByte(' ')
		w.unfold(text[last:last+n], kind)
		w.out.WriteByte(' ')
		last += n
		from = last
		before, _ = utf8.DecodeLastRuneInString(text[:last])
	}
	plain(len(text))
}

// unfold writes the words that a tag or a handle is made of.
func (w *postWriter) unfold(name string, as part) {
	from := w.out.Len()
	w.out.WriteString(strings.Join(camel(name), " "))
	w.note(from, as)
}

// marked reports whether r begins a tag or a handle, and the length in bytes of
// the name that comes after it, 0 for none. The @ of a mail address begins no
// handle.
func marked(r, before rune, rest string) (kind part, n int) {
	switch r {
	case '#', '＃':
		return tag, nameRun(rest)
	case '@', '＠':
		n = nameRun(rest)
		address := strings.HasPrefix(rest[n:], ".") && nameRun(rest[n+1:]) > 0
		if n > 0 && address && (unicode.IsLetter(before) || unicode.IsDigit(before)) {
			return body, 0
		}
		return handle, n
	}
	return body, 0
}

// nameRun is the length of the letters, digits and underscores that s begins
// with.
func nameRun(s string) int {
	for i, r := range s {
		if r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) || r == utf8.RuneError {
			return i
		}
	}
	return len(s)
}

// camel parts a name at its underscores, between letters and digits, before a
// large letter that follows a small one, and before the last of several large
// ones where a small one comes next, as in NYTimes.
func camel(name string) []string {
	var words []string
	letters := []rune(name)
	from := 0
	for i, r := range letters {
		if r == '_' || i > from && parts(letters, i) {
			words = append(words, string(letters[from:i]))
			from = i
		}
		if r == '_' {
			from = i + 1
		}
	}
	words = append(words, string(letters[from:]))
	return slices.DeleteFunc(words, func(word string) bool { return word == "" })
}

// parts reports whether a word begins at the letter i, which is not the first.
func parts(letters []rune, i int) bool {
	r, before := letters[i], letters[i-1]
	if unicode.IsDigit(r) != unicode.IsDigit(before) {
		return !unicode.Is(unicode.M, r)
	}
	small := i+1 < len(letters) && unicode.IsLower(letters[i+1])
	return unicode.IsUpper(r) && (unicode.IsLower(before) || unicode.IsUpper(before) && small)
}
