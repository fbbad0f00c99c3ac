package factcheck

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestAClaimNeedsNothingButItsText(t *testing.T) {
	d, err := ClaimDraft{Text: "Armenia is leaving the CSTO"}.Check(noon)
	if err != nil || d.Text != "Armenia is leaving the CSTO" || d.Language != "en" {
		t.Errorf("%+v, %v", d, err)
	}
	invalid(t, "none", claimErr(ClaimDraft{}), "text")
	invalid(t, "blanks", claimErr(ClaimDraft{Text: " \n\t "}), "text")
}

func TestAllThatIsWrongWithAClaimIsSaidAtOnce(t *testing.T) {
	err := claimErr(ClaimDraft{Language: "?", SaidOn: "1899-01-01", Appearances: []AppearanceDraft{{}, {URL: "x"}}})
	invalid(t, "claim", err, "text", "language", "said_on", "appearances.1.url")
}

func TestClaimantsOfDrafts(t *testing.T) {
	link := []string{"https://example.org/who"}
	for name, c := range map[string]struct {
		draft ClaimantDraft
		want  []string
	}{
		"going round":                       {ClaimantDraft{}, nil},
		"going round as the form sends it":  {ClaimantDraft{Kind: Person, SameAs: []string{"", " "}}, nil},
		"person":                            {ClaimantDraft{Name: "A", SameAs: link}, nil},
		"organisation":                      {ClaimantDraft{Name: "A", Kind: Organisation}, nil},
		"private person":                    {ClaimantDraft{Name: "A", Kind: PrivatePerson}, nil},
		"private person who is linked":      {ClaimantDraft{Name: "A", Kind: PrivatePerson, SameAs: link}, []string{"claimant.same_as"}},
		"addresses of nobody in particular": {ClaimantDraft{SameAs: link}, []string{"claimant.name"}},
	} {
		invalid(t, name, claimErr(ClaimDraft{Text: "c", Claimant: c.draft}), c.want...)
	}
	d, _ := ClaimDraft{Text: "c", Claimant: ClaimantDraft{Name: " A  B ", SameAs: []string{"", link[0]}}}.Check(noon)
	if d.Claimant.Name != "A B" || d.Claimant.Kind != Person || !slices.Equal(d.Claimant.SameAs, link) {
		t.Errorf("the claimant became %+v", d.Claimant)
	}
}

func TestTopicsAreNamedOnce(t *testing.T) {
	d, err := ClaimDraft{Text: "c", Topics: []string{" ՀԱՊԿ ", "", "CSTO", "csto", "հապկ"}}.Check(noon)
	if err != nil || !slices.Equal(d.Topics, []string{"ՀԱՊԿ", "CSTO"}) {
		t.Errorf("%q, %v", d.Topics, err)
	}
	many := make([]string, MaxTopics+1)
	for i := range many {
		many[i] = "topic " + count(i)
	}
	invalid(t, "as many as fit", claimErr(ClaimDraft{Text: "c", Topics: many[1:]}))
	invalid(t, "one more", claimErr(ClaimDraft{Text: "c", Topics: many}), "topics")
}

func TestAppearancesSayWhere(t *testing.T) {
	d, err := ClaimDraft{Text: "c", Appearances: []AppearanceDraft{{}, {Outlet: " A "}, {URL: "https://example.org", SeenOn: "2023-09-10"}}}.Check(noon)
	want := []Appearance{{Outlet: "A"}, {URL: "https://example.org", SeenOn: "2023-09-10"}}
	if err != nil || !reflect.DeepEqual(d.Appearances, want) {
		t.Errorf("%+v, %v", d.Appearances, err)
	}
	invalid(t, "a day alone", claimErr(ClaimDraft{Text: "c", Appearances: []AppearanceDraft{{SeenOn: "2023-09-10"}}}), "appearances.0.url")
	many := make([]AppearanceDraft, MaxAppearances+1)
	for i := range many {
		many[i].Outlet = "o"
	}
	invalid(t, "as many as fit", claimErr(ClaimDraft{Text: "c", Appearances: many[1:]}))
	invalid(t, "one more", claimErr(ClaimDraft{Text: "c", Appearances: many}), "appearances")
}

func TestADraftOfAClaimSavesTheSameClaim(t *testing.T) {
	c := Claim{Text: "c", Language: "hy", SaidOn: "2023-09-01", SourceID: 3, AssigneeID: 4,
		Claimant:    &Claimant{ID: 9, Name: "A", Kind: Organisation, SameAs: []string{"https://example.org"}},
		Appearances: []Appearance{{URL: "https://example.org/a", Outlet: "O", SeenOn: "2023-09-02", ArchivedURL: "https://archive.example/a", Said: "said"}},
		Topics:      []Topic{{1, "csto", "CSTO"}, {2, "nato", "NATO"}}}
	d, err := c.Draft().Check(noon)
	if err != nil {
		t.Fatal(err)
	}
	if d.Text != c.Text || d.Language != "hy" || d.ClaimDraft.SourceID != 3 || d.AssigneeID != 4 || d.SaidOn != c.SaidOn ||
		!reflect.DeepEqual(d.Appearances, c.Appearances) || !slices.Equal(d.Topics, c.TopicNames()) ||
		d.Claimant.Name != "A" || d.Claimant.Kind != Organisation || !slices.Equal(d.Claimant.SameAs, c.Claimant.SameAs) {
		t.Errorf("%+v became %+v", c, d)
	}
}

func TestAPieceIsFoundByItsID(t *testing.T) {
	c := Claim{Evidence: []Evidence{{ID: 5}, {ID: 7}}}
	if p := c.Piece(7); p == nil || p != &c.Evidence[1] {
		t.Errorf("evidence 7 is %v", p)
	}
	if p := c.Piece(6); p != nil {
		t.Errorf("evidence 6 is %v", p)
	}
}

func TestANoteSaysSomething(t *testing.T) {
	for _, empty := range []string{"", " \n ", "\x00"} {
		if _, err := CheckNote(empty); len(fields(err)) != 1 {
			t.Errorf("%q was taken", empty)
		}
	}
	if note, err := CheckNote(" a\n\nb "); err != nil || note != "a\n\nb" {
		t.Errorf("%q, %v", note, err)
	}
}

func TestSourcesNeedATitleAndKnowTheirDefaults(t *testing.T) {
	invalid(t, "no title", sourceErr(SourceDraft{}), "title")
	d, err := SourceDraft{Title: " A\n brief ", Authors: []string{"", " B "}}.Check(noon)
	want := SourceDraft{Title: "A brief", Authors: []string{"B"}, Language: "en", Kind: OtherKind, Level: Secondary, Access: ExcerptAccess}
	if err != nil || !reflect.DeepEqual(d, want) {
		t.Errorf("%+v, %v", d, err)
	}
	invalid(t, "too many authors", sourceErr(SourceDraft{Title: "t", Authors: strings.Fields(strings.Repeat("a ", MaxTopics+1))}), "authors")
}

func TestWhatIsTypedGoesBeforeWhatIsGuessed(t *testing.T) {
	typed := SourceDraft{Title: "typed", Publisher: "  ", Kind: Law}
	guess := SourceDraft{Title: "guess", Publisher: "P", Authors: []string{"A"}, URL: "u", PublishedOn: "d", Language: "hy",
		Kind: Brief, Level: Primary, Interest: "i"}
	want := guess
	want.Title, want.Kind = "typed", Law
	if got := typed.Or(guess); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := (SourceDraft{Authors: []string{"B"}}).Or(guess); !slices.Equal(got.Authors, []string{"B"}) {
		t.Errorf("authors are %q", got.Authors)
	}
}

func TestADraftOfASourceSavesTheSameSource(t *testing.T) {
	d := SourceDraft{Title: "T", Publisher: "P", Authors: []string{"A"}, URL: "https://example.org", PublishedOn: "2023-09-01",
		Language: "hy", Kind: Law, Level: Primary, Access: PublicAccess, Interest: "i", RestsOn: 3,
		ArchivedURL: "https://archive.example/a", Users: []int64{4}, Description: "d", Because: "b"}
	s := Source{Title: d.Title, Publisher: d.Publisher, Authors: d.Authors, URL: d.URL, PublishedOn: Date(d.PublishedOn),
		Language: d.Language, Kind: d.Kind, Level: d.Level, Access: d.Access, Interest: d.Interest, RestsOn: d.RestsOn,
		ArchivedURL: d.ArchivedURL, Users: d.Users, Description: d.Description, Because: d.Because}
	got, err := s.Draft().Check(noon)
	if err != nil || !reflect.DeepEqual(got, d) {
		t.Errorf("%+v, %v", got, err)
	}
}
