package factcheck

import (
	"slices"
	"time"
	"unicode"
	"unicode/utf8"
)

// Note is a private remark on a claim; the public never sees it.
type Note struct {
	ID, ClaimID int64
	By          string
	At          time.Time
	Text        string
	Mentioned   []Mentionable // whom it names
}

// CheckNote cleans the text of a private remark.
func CheckNote(text string) (string, error) {
	var c checker
	text = c.text("note", text, MaxNote)
	c.need("note", text, "The note is empty. Write something, or leave it.")
	return text, c.err("The note was not saved.")
}

// Mentionable is somebody whom a note can name.
type Mentionable struct {
	ID   int64
	Name string
}

// Mention is a stretch of a note, in bytes from Start (the @) to before End,
// that names colleagues: several when they have the same name.
type Mention struct {
	Start, End int
	Users      []int64
}

// Mentions finds where a text names people: an @ with a name behind it, in
// capitals or not, the longest name that fits. An @ within a word, as in an
// email address, names nobody, and nor does one whose name goes on as a word.
func Mentions(text string, people []Mentionable) []Mention {
	var found []Mention
	before := ' '
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == '@' && !inWord(before) {
			if length, users := longestName(text[i+size:], people); length > 0 {
				found = append(found, Mention{Start: i, End: i + size + length, Users: users})
				i += size + length
				before, _ = utf8.DecodeLastRuneInString(text[:i])
				continue
			}
		}
		before = r
		i += size
	}
	return found
}

// longestName is the longest name that a text begins with, in bytes, and whose
// it is; 0 for none.
func longestName(text string, people []Mentionable) (length int, users []int64) {
	for _, p := range people {
		n := beginsWith(text, p.Name)
		switch {
		case n == 0 || n < length:
		case n > length:
			length, users = n, []int64{p.ID}
		case !slices.Contains(users, p.ID):
			users = append(users, p.ID)
		}
	}
	return length, users
}

// beginsWith is how many bytes of a text a name takes up at its beginning; 0
// when it does not stand there. Any blank stands for any other.
func beginsWith(text, name string) int {
	at := 0
	for _, want := range name {
		r, size := utf8.DecodeRuneInString(text[at:])
		if size == 0 || !alike(r, want) {
			return 0
		}
		at += size
	}
	if next, size := utf8.DecodeRuneInString(text[at:]); at == 0 || size > 0 && inWord(next) {
		return 0
	}
	return at
}

func alike(a, b rune) bool {
	if unicode.IsSpace(a) && unicode.IsSpace(b) {
		return true
	}
	return unicode.ToLower(a) == unicode.ToLower(b) || unicode.ToUpper(a) == unicode.ToUpper(b)
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_'
}
