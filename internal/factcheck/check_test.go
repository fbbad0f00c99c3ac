package factcheck

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// noon is the present of these tests.
var noon = time.Date(2023, 9, 14, 12, 0, 0, 0, time.UTC)

// fields are the names of the fields that an error finds fault with.
func fields(err error) []string {
	var names []string
	for _, p := range Problems(err) {
		names = append(names, p.Field)
	}
	return names
}

func invalid(t *testing.T, name string, err error, want ...string) {
	t.Helper()
	if got := fields(err); !slices.Equal(got, want) {
		t.Errorf("%s: faulty are %q (%v), want %q", name, got, err, want)
	}
}

// drafts are all drafts with one field set, each with what else it needs.
var drafts = []struct {
	field string
	most  int
	check func(value string) error
}{
	{"text", MaxClaim, func(s string) error { return claimErr(ClaimDraft{Text: s}) }},
	{"claimant.name", MaxName, func(s string) error { return claimErr(ClaimDraft{Text: "c", Claimant: ClaimantDraft{Name: s}}) }},
	{"topics", 80, func(s string) error { return claimErr(ClaimDraft{Text: "c", Topics: []string{s}}) }},
	{"appearances.0.outlet", MaxName, func(s string) error {
		return claimErr(ClaimDraft{Text: "c", Appearances: []AppearanceDraft{{Outlet: s}}})
	}},
	{"appearances.1.said", MaxNote, func(s string) error {
		return claimErr(ClaimDraft{Text: "c", Appearances: []AppearanceDraft{{Outlet: "o"}, {Outlet: "o", Said: s}}})
	}},
	{"note", MaxNote, func(s string) error { _, err := CheckNote(s); return err }},
	{"name", 100, func(s string) error { _, err := CheckTokenName(s); return err }},
	{"title", MaxClaim, func(s string) error { return sourceErr(SourceDraft{Title: s}) }},
	{"publisher", MaxName, func(s string) error { return sourceErr(SourceDraft{Title: "t", Publisher: s}) }},
	{"authors", MaxName, func(s string) error { return sourceErr(SourceDraft{Title: "t", Authors: []string{s}}) }},
	{"interest", MaxNote, func(s string) error { return sourceErr(SourceDraft{Title: "t", Interest: s}) }},
	{"exact", 5_000, func(s string) error {
		_, err := EvidenceDraft{SourceID: 1, Exact: s, Stance: Refutes}.Check()
		return err
	}},
	{"speaker", MaxName, func(s string) error { return evidenceErr(EvidenceDraft{Speaker: s}) }},
	{"note", MaxNote, func(s string) error { return evidenceErr(EvidenceDraft{Note: s}) }},
	{"translation", 5_000, func(s string) error { return evidenceErr(EvidenceDraft{Translation: s, Translator: "x"}) }},
	{"translator", MaxName, func(s string) error { return evidenceErr(EvidenceDraft{Translator: s}) }},
	{"explanation", MaxExplanation, func(s string) error { return verdictErr(VerdictDraft{Rating: "false", Explanation: s}) }},
	{"misread.description", MaxSummary, func(s string) error {
		return verdictErr(VerdictDraft{Rating: Misinterpreted, Misread: &Misread{Description: s}})
	}},
	{"headline", MaxHeadline, func(s string) error { return articleErr(ArticleDraft{Headline: s}) }},
	{"summary", MaxSummary, func(s string) error { return articleErr(ArticleDraft{Summary: s}) }},
	{"body", MaxBody, func(s string) error { return articleErr(ArticleDraft{Body: s}) }},
	{"slug", MaxName, func(s string) error { return articleErr(ArticleDraft{Slug: s}) }},
	{"name", MaxName, func(s string) error { return userErr(UserDraft{Email: "a@b.example", Name: s, Role: Editor}) }},
	{"byline", MaxName, func(s string) error {
		return userErr(UserDraft{Email: "a@b.example", Name: "n", Byline: s, Role: Editor})
	}},
	{"site_name", 100, func(s string) error { _, err := Settings{SiteName: s}.Check(); return err }},
	{"about", MaxSummary, func(s string) error { _, err := Settings{SiteName: "s", About: s}.Check(); return err }},
	{"note", MaxExplanation, func(s string) error { _, err := CheckOrderNote(s); return err }},
}

func claimErr(d ClaimDraft) error   { _, err := d.Check(noon); return err }
func sourceErr(d SourceDraft) error { _, err := d.Check(noon); return err }
func articleErr(d ArticleDraft) error {
	_, err := d.Check()
	return err
}
func userErr(d UserDraft) error { _, err := d.Check(); return err }
func evidenceErr(d EvidenceDraft) error {
	d.SourceID, d.Exact, d.Stance = 1, "words", Refutes
	_, err := d.Check()
	return err
}
func verdictErr(d VerdictDraft) error {
	_, err := d.Check(DefaultScale(), &Claim{}, noon)
	return err
}

func TestEachFieldHoldsAsManyCodePointsAsItsLimitAndNoMore(t *testing.T) {
	for _, d := range drafts {
		// Armenian letters: two bytes each, so that bytes are not counted.
		invalid(t, d.field+" at its limit", d.check(strings.Repeat("ա", d.most)))
		err := d.check(strings.Repeat("ա", d.most+1))
		invalid(t, d.field+" one over", err, d.field)
		if err != nil && !strings.Contains(err.Error(), count(d.most+1)) {
			t.Errorf("%s: the message does not say how long it is: %v", d.field, err)
		}
		invalid(t, d.field+" within blanks", d.check("  "+strings.Repeat("ա", d.most)+" \n"))
	}
}

func TestInvalidUTF8IsRefusedWithItsByteOffset(t *testing.T) {
	for _, d := range drafts {
		err := d.check("Երևան\xff!")
		if got := fields(err); len(got) != 1 || got[0] != d.field {
			t.Errorf("%s: faulty are %q (%v)", d.field, got, err)
		} else if !strings.Contains(err.Error(), "at byte 10.") {
			t.Errorf("%s: the message does not name byte 10: %v", d.field, err)
		}
	}
}

func TestInvalidAtIsTheFirstBadByte(t *testing.T) {
	for s, want := range map[string]int{
		"": -1, "abc": -1, "Երևան": -1, "\uFFFD": -1, "\x00": -1, "😀": -1,
		"\xff": 0, "a\xff\xfe": 1, "é\xc3": 2, "\xed\xa0\x80": 0, "ab\xf0\x9f\x98": 2,
	} {
		if got := InvalidAt(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}

func TestControlCharactersAreTakenOut(t *testing.T) {
	d, err := ClaimDraft{Text: " a\x00b\x07 \t c\u0085d\r\ne\uFFFEf\x7f "}.Check(noon)
	if err != nil || d.Text != "ab cd ef" {
		t.Errorf("a line: %q, %v", d.Text, err)
	}
	note, err := CheckNote("\r\n a\x00\tb\r\n\r\nc\rd\x1b \n")
	if err != nil || note != "a\tb\n\nc\nd" {
		t.Errorf("a text: %q, %v", note, err)
	}
	composed, err := CheckNote("e\u0301")
	if err != nil || composed != "é" {
		t.Errorf("a decomposed letter: %q, %v", composed, err)
	}
	invalid(t, "nothing but controls", claimErr(ClaimDraft{Text: "\x00\x01 \n"}), "text")
}

func TestWhatShowsNothingIsEmpty(t *testing.T) {
	for _, nothing := range []string{"\u202e\u200b", "\ufeff", "\u2066 \u2069", "\u3164", "\u2800\ufe0f", "\u00ad", "\U000e0100"} {
		_, err := TopicDraft{Name: nothing}.Check()
		invalid(t, "a topic called "+strconv.QuoteToASCII(nothing), err, "name")
	}
	for _, something := range []string{"\u202bשלום\u202c", "می\u200cخواهم", "❤\ufe0f", "-"} {
		d, err := TopicDraft{Name: something}.Check()
		if err != nil || d.Name != something {
			t.Errorf("%q becomes %q, %v", something, d.Name, err)
		}
	}
}

func TestWebAddressesAreWhole(t *testing.T) {
	for s, want := range map[string]bool{
		"https://example.org/page": true, "http://example.org": true, "https://пример.рф/я?q=ы#x": true,
		"http://[::1]:8080/": true, "HTTPS://EXAMPLE.ORG": true,
		"": false, "example.org": false, "www.example.org": false, "//example.org": false, "/page": false,
		"ftp://example.org": false, "javascript:alert(1)": false, "data:text/html,x": false, "https://": false,
		"https:///x": false, "https://:80/": false, "https://user@example.org": false, "https://u:p@example.org": false,
		"https://example.org/a b": false, "https://example.org/\u00a0": false, "https://exa mple.org": false,
		"https://example.org/%zz": false, "mailto:a@example.org": false,
	} {
		if got := WebAddress(s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
	for field, err := range map[string]error{
		"url":                        sourceErr(SourceDraft{Title: "t", URL: "example.org"}),
		"claimant.same_as":           claimErr(ClaimDraft{Text: "c", Claimant: ClaimantDraft{Name: "n", SameAs: []string{"x"}}}),
		"appearances.0.url":          claimErr(ClaimDraft{Text: "c", Appearances: []AppearanceDraft{{URL: "x"}}}),
		"appearances.0.archived_url": claimErr(ClaimDraft{Text: "c", Appearances: []AppearanceDraft{{Outlet: "o", ArchivedURL: "x"}}}),
	} {
		invalid(t, field, err, field)
	}
	long := "https://example.org/" + strings.Repeat("a", MaxURL-20)
	invalid(t, "an address at its limit", sourceErr(SourceDraft{Title: "t", URL: long}))
	invalid(t, "an address one over", sourceErr(SourceDraft{Title: "t", URL: long + "a"}), "url")
}

func TestLanguageTagsAreBCP47(t *testing.T) {
	for given, want := range map[string]string{"": "en", "hy": "hy", "HY": "hy", "ru-RU": "ru-RU", "zh-hant": "zh-Hant", " en_GB ": "en-GB"} {
		d, err := ClaimDraft{Text: "c", Language: given}.Check(noon)
		if err != nil || d.Language != want {
			t.Errorf("%q: %q, %v; want %q", given, d.Language, err, want)
		}
	}
	for _, bad := range []string{"english language", "x", "und", "en-", "12", "qq-??", strings.Repeat("a", 36)} {
		if got := fields(claimErr(ClaimDraft{Text: "c", Language: bad})); len(got) == 0 || got[0] != "language" {
			t.Errorf("%q: faulty are %q", bad, got)
		}
	}
}

func TestChoicesAreOutOfTheirLists(t *testing.T) {
	for field, err := range map[string]error{
		"claimant.kind": claimErr(ClaimDraft{Text: "c", Claimant: ClaimantDraft{Name: "n", Kind: "bot"}}),
		"kind":          sourceErr(SourceDraft{Title: "t", Kind: "rumour"}),
		"level":         sourceErr(SourceDraft{Title: "t", Level: "third"}),
		"access":        sourceErr(SourceDraft{Title: "t", Access: "secret"}),
		"role":          userErr(UserDraft{Email: "a@b.example", Name: "n", Role: "console"}),
		"reasons":       verdictErr(VerdictDraft{Rating: Misinterpreted, Reasons: []Reason{"lied"}}),
		"misread.kind":  verdictErr(VerdictDraft{Rating: Misinterpreted, Misread: &Misread{Kind: "dream"}}),
	} {
		invalid(t, field, err, field)
	}
}

func TestNumbersAreWrittenForReaders(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 200_000: "200,000", 1234567: "1,234,567"} {
		if got := count(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	if one, many := Plural(1, "quote", "quotes"), Plural(1200, "quote", "quotes"); one != "1 quote" || many != "1,200 quotes" {
		t.Errorf("%q, %q", one, many)
	}
}
