package ingest

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"claimdesk/internal/factcheck"
)

// longestTitle is the most code points that a line may have to be a title.
const longestTitle = 200

// oneLine makes every run of white space one blank and drops control
// characters.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\uFEFF' {
			return -1
		}
		return r
	}, s)
}

// titled tells whether a document's first line reads as a title: short, and
// not a sentence.
func titled(line string) bool {
	if utf8.RuneCountInString(line) > longestTitle || !strings.ContainsFunc(line, unicode.IsLetter) || factcheck.WebAddress(line) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, `"'”’»)]`))
	return !strings.ContainsRune(".,;:։۔。", last)
}

// nameLike tells whether words can be somebody's name: a few, begun with a
// capital or in a script without capitals, and not a sentence.
func nameLike(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return len(strings.Fields(s)) <= 8 && utf8.RuneCountInString(s) <= factcheck.MaxName &&
		unicode.IsLetter(first) && !unicode.IsLower(first) && !strings.HasSuffix(s, ".") &&
		!strings.ContainsAny(s, "/@:;!?")
}

// people parts a line of names. One that cannot be a name spoils them all: the
// line was not a byline then.
func people(s string) []string {
	s = strings.NewReplacer(" and ", ",", " & ", ",", " և ", ",", " и ", ",", ";", ",").Replace(s)
	var names []string
	for name := range strings.SplitSeq(s, ",") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		if !nameLike(name) || len(strings.Fields(name)) > 5 || len(names) == factcheck.MaxTopics {
			return nil
		}
		names = append(names, name)
	}
	return names
}

// presentable leaves of a guess what a source can take as it is, so that what
// nobody typed is never a reason to refuse the document.
func presentable(g factcheck.SourceDraft) factcheck.SourceDraft {
	out := factcheck.SourceDraft{
		Title:     fitting(g.Title, factcheck.MaxClaim),
		Publisher: fitting(g.Publisher, factcheck.MaxName),
		URL:       fitting(g.URL, factcheck.MaxURL),
	}
	for _, a := range g.Authors {
		if a = fitting(a, factcheck.MaxName); a != "" && len(out.Authors) < factcheck.MaxTopics {
			out.Authors = append(out.Authors, a)
		}
	}
	if !factcheck.WebAddress(out.URL) {
		out.URL = ""
	}
	if tag, err := language.Parse(g.Language); err == nil && tag != language.Und {
		out.Language = tag.String()
	}
	checked, err := factcheck.SourceDraft{Title: "-", PublishedOn: g.PublishedOn}.Check(time.Now())
	if err == nil {
		out.PublishedOn = checked.PublishedOn
	}
	return out
}

// fitting is s on one line, or empty when it is longer than most code points.
func fitting(s string, most int) string {
	if s = oneLine(strings.ToValidUTF8(s, "")); utf8.RuneCountInString(s) > most {
		return ""
	}
	return s
}
