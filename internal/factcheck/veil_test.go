package factcheck

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"claimdesk/internal/quote"
)

// secret is a protected source with something in every field.
func secret() Source {
	return Source{ID: 7, Version: 3, Title: "Title", Publisher: "Publisher", Authors: []string{"Author"}, URL: "https://secret.example",
		PublishedOn: "2023-01-02", Language: "en", Kind: Law, Level: Primary, Access: ProtectedAccess, Interest: "Interest", RestsOn: 2,
		ArchivedURL: "https://archive.example", ArchivedAt: noon, Users: []int64{1, 2}, Description: "Described", Because: "Because",
		Snapshot: Snapshot{ID: 9, SHA256: "hash", Text: "text", RetrievedAt: noon}, Quotes: 1, CreatedBy: 1, CreatedAt: noon, UpdatedAt: noon}
}

func TestAProtectedSourceIsSeenByWhoIsNamedAndTheConsole(t *testing.T) {
	s := secret()
	for _, test := range []struct {
		by   Actor
		sees bool
	}{{Actor{ID: 1, Role: Reporter}, true}, {Actor{ID: 2, Role: Editor}, true}, {Actor{ID: 3, Role: Admin}, false},
		{Actor{ID: 3, Role: Reporter}, false}, {Actor{}, false}, {ByConsole(), true}} {
		if got := s.SeenBy(test.by); got != test.sees {
			t.Errorf("%+v sees it: %v", test.by, got)
		}
	}
	if s.Access = ExcerptAccess; !s.SeenBy(Actor{ID: 3, Role: Reporter}) {
		t.Error("what is not protected is not seen by everybody")
	}
}

func TestAVeiledClaimHoldsTheQuoteAndWhatReadersAreTold(t *testing.T) {
	anchor := quote.Anchor{Exact: "words", Prefix: "before", Suffix: "behind", Start: 5, End: 10, Spans: []quote.Span{{Start: 5, End: 10, Exact: "words"}}}
	fresh := func() Claim {
		return Claim{SourceID: 7, SourceTitle: "Title", Origin: secret(),
			Evidence: []Evidence{{ID: 1, SourceID: 7, SnapshotID: 9, Position: 1, Stance: Refutes, Anchor: anchor, Passage: 4, Note: "Note", Source: secret(), Root: 2, Fate: &Fate{}}}}
	}
	c := fresh()
	c.Veil(Actor{ID: 1, Role: Reporter})
	if !reflect.DeepEqual(c, fresh()) {
		t.Errorf("who is named gets %+v", c)
	}
	for range 2 { // what is veiled already stays so
		c.Veil(Actor{ID: 3, Role: Admin})
	}
	told := Source{ID: 7, Language: "en", Level: Primary, Access: ProtectedAccess, Users: []int64{1, 2}, Description: "Described", Because: "Because"}
	want := Claim{SourceID: 7, SourceTitle: ProtectedTitle, SourceVeiled: true, Origin: told, Evidence: []Evidence{{ID: 1, SourceID: 7, Position: 1,
		Stance: Refutes, Anchor: quote.Anchor{Exact: "words"}, Note: "Note", Source: told, Root: 2, Veiled: true}}}
	if !reflect.DeepEqual(c, want) {
		t.Errorf("who is not named gets %+v, want %+v", c, want)
	}
}

func TestAVeiledPageTellsNothingThatAProtectedSourceCanBeKnownBy(t *testing.T) {
	open := PublicSource{ID: 8, Title: "Open", Access: ExcerptAccess}
	n := Content{Misread: &PublicMisread{Misread{MisreadSource, 7, "Our words"}, "Title"}, Evidence: []PublicEvidence{
		{ID: 1, Position: 1, Stance: Refutes, Exact: "words", Prefix: "before", Suffix: "behind", Start: 5, End: 10, Spans: []quote.Span{{}}, Before: "b", After: "a",
			Passage: 4, Speaker: "Speaker", Note: "Note", Translation: "T", Translator: "Us", Later: true,
			Source: PublicSource{ID: 7, Title: "Title", Publisher: "P", Authors: []string{"A"}, URL: "https://secret.example", PublishedOn: "2023-01-02",
				Language: "en", Kind: Law, Level: Primary, Access: PublicAccess, Interest: "I", ArchivedURL: "https://archive.example", SnapshotID: 9,
				SHA256: "h", TextSHA256: "h", MediaType: "m", RetrievedAt: time.Now(), Length: 4}},
		{ID: 2, Position: 2, Exact: "others", Source: open}}}
	if got := n.Sources(); len(got) != 2 || got[0] != 7 || got[1] != 8 {
		t.Errorf("its sources are %v", got)
	}
	before := n.Evidence
	n.Veil(map[int64]Source{7: secret()})
	want := PublicEvidence{ID: 1, Position: 1, Stance: Refutes, Exact: "words", Speaker: "Speaker", Note: "Note", Translation: "T", Translator: "Us",
		Source: PublicSource{ID: 7, Language: "en", Level: Primary, Access: ProtectedAccess, Description: "Described", Because: "Because"}}
	if !reflect.DeepEqual(n.Evidence[0], want) || n.Evidence[1].Source.Title != "Open" {
		t.Errorf("the evidence is %+v, want %+v", n.Evidence, want)
	}
	if n.Misread.Title != "Described" || n.Misread.Description != "Our words" {
		t.Errorf("misread is %+v", n.Misread)
	}
	if before[0].Exact == "" || before[0].Source.Title != "Title" {
		t.Error("a page that somebody else holds was changed")
	}
}

func TestAProtectedSourceNeedsADescription(t *testing.T) {
	d, err := SourceDraft{Title: "T", Access: ProtectedAccess}.Check(noon)
	if p := Problems(err); len(p) != 1 || p[0].Field != "public_description" {
		t.Errorf("the draft %+v is wrong in %+v", d, p)
	}
	if _, err := (SourceDraft{Title: "T", Access: ProtectedAccess, Description: "Notes"}).Check(noon); err != nil {
		t.Error(err)
	}
	if _, err := (SourceDraft{Title: "T", Users: make([]int64, MaxUsers+1)}).Check(noon); len(Problems(err)) != 1 {
		t.Errorf("too many people: %v", err)
	}
}

func TestSourcesThatRestOnOneAnotherCountOnce(t *testing.T) {
	for _, test := range []struct {
		evidence []Evidence
		ok       bool
		says     string
	}{
		{[]Evidence{{SourceID: 1, Root: 1}, {SourceID: 2, Root: 2}}, true, "2 independent sources"},
		{[]Evidence{{SourceID: 1, Root: 1}, {SourceID: 2, Root: 1}}, false, "rests on one source in the end"},
		{[]Evidence{{SourceID: 1, Root: 3}, {SourceID: 2, Root: 3}}, false, "rests on one source in the end"},
		{[]Evidence{{SourceID: 1, Root: 1}, {SourceID: 1, Root: 1}}, false, "comes from one source"},
	} {
		c := Claim{Evidence: test.evidence}
		for _, r := range c.Judge(GateFacts{}).Reminders {
			if r.Rule == RuleIndependent && (r.OK != test.ok || !strings.Contains(r.Message, test.says)) {
				t.Errorf("%+v: %v %q", test.evidence, r.OK, r.Message)
			}
		}
	}
}

func TestReadersAreToBeToldWhyASourceIsProtected(t *testing.T) {
	reminded := func(because string) bool {
		c := Claim{Evidence: []Evidence{{Position: 2, Source: Source{Access: ProtectedAccess, Because: because}}}}
		for _, r := range c.Judge(GateFacts{}).Reminders {
			if r.Rule == RuleProtected {
				return true
			}
		}
		return false
	}
	if !reminded("") || reminded("They would lose their work.") {
		t.Error("the reminder stands at the wrong time")
	}
}
