package factcheck

import (
	"slices"
	"strings"
	"testing"
)

// published is content as it was published first.
func published() *Content {
	return &Content{Claim: "c", Claimant: &Claimant{ID: 1, Name: "A", Kind: Person}, Rating: Rating{Slug: Misinterpreted},
		Reasons: []Reason{Overstated}, Misread: &PublicMisread{Misread: Misread{Kind: MisreadEvent}}, AsOf: "2023-09-14",
		Headline: "h", Summary: "s", Body: "b", Explanation: "e",
		Evidence: []PublicEvidence{{ID: 5, Position: 1, Stance: Refutes, Exact: "x"}, {ID: 6, Position: 2, Stance: Context, Exact: "y"}}}
}

func TestClassesFitTheChange(t *testing.T) {
	wording := func(c *Content) { c.Headline, c.Summary, c.Body, c.Explanation = "h2", "s2", "b2", "e2" }
	rating := func(c *Content) { c.Rating.Slug, c.Reasons, c.Misread = "false", nil, nil }
	facts := map[string]func(*Content){
		"claim":               func(c *Content) { c.Claim = "d" },
		"claimant":            func(c *Content) { c.Claimant = nil },
		"claimant's kind":     func(c *Content) { c.Claimant = &Claimant{Kind: PrivatePerson} },
		"reasons":             func(c *Content) { c.Reasons = []Reason{CutQuote} },
		"misread":             func(c *Content) { c.Misread = nil },
		"as of":               func(c *Content) { c.AsOf = "2023-09-15" },
		"the day it was said": func(c *Content) { c.SaidOn = "2023-09-15" },
		"a quote more":        func(c *Content) { c.Evidence = append(slices.Clone(c.Evidence), PublicEvidence{ID: 7}) },
		"a quote less":        func(c *Content) { c.Evidence = c.Evidence[:1] },
		"another quote":       func(c *Content) { c.Evidence = []PublicEvidence{{ID: 5}, {ID: 7}} },
		"stance":              func(c *Content) { c.Evidence = slices.Clone(c.Evidence); c.Evidence[0].Stance = Supports },
		"speaker of a quote":  func(c *Content) { c.Evidence = slices.Clone(c.Evidence); c.Evidence[0].Speaker = "x" },
		"quotation marks":     func(c *Content) { c.Verbatim = true },
		"the words as said":   func(c *Content) { c.Appearances = []Appearance{{URL: "https://example.org/post", Said: "x"}} },
		"the copy of a post":  func(c *Content) { c.Appearances = []Appearance{{Capture: &Capture{ID: 1, TextSHA256: "h"}}} },
		"its picture":         func(c *Content) { c.Appearances = []Appearance{{Capture: &Capture{ID: 1, File: &File{SHA256: "h"}}}} },
	}
	all := map[Class]bool{Minor: true, Update: true, ReRated: true, Substantial: true}
	check := func(name string, change func(*Content), open map[Class]bool) {
		t.Helper()
		live, next := published(), published()
		change(next)
		for class := range all {
			err := CheckClass(class, "What changed.", live, next)
			if open[class] != (err == nil) || err != nil && !slices.Equal(fields(err), []string{"class"}) {
				t.Errorf("%s changed, called %s: %v", name, class, err)
			}
		}
	}
	check("nothing", func(*Content) {}, map[Class]bool{Minor: true, Update: true, Substantial: true})
	check("wording", wording, map[Class]bool{Minor: true, Update: true, Substantial: true})
	check("order of the evidence", func(c *Content) { slices.Reverse(c.Evidence) }, map[Class]bool{Minor: true, Update: true, Substantial: true})
	check("note of a quote", func(c *Content) { c.Evidence[0].Note = "n" }, map[Class]bool{Minor: true, Update: true, Substantial: true})
	check("address of a post", func(c *Content) {
		c.Appearances = []Appearance{{URL: "https://example.org/post", ArchivedURL: "https://example.net/"}}
	},
		map[Class]bool{Minor: true, Update: true, Substantial: true})
	check("rating", rating, map[Class]bool{ReRated: true, Substantial: true})
	for name, change := range facts {
		check(name, change, map[Class]bool{Update: true, Substantial: true})
	}
}

func TestEveryClassButMinorNeedsANote(t *testing.T) {
	live, next := published(), published()
	for class, want := range map[Class][]string{Minor: nil, Update: {"note"}, Substantial: {"note"}, "": {"class", "note"}, "tiny": {"class", "note"}} {
		err := CheckClass(class, "", live, next)
		invalid(t, "class "+string(class), err, want...)
	}
	next.Rating.Slug = "false"
	invalid(t, "re-rated", CheckClass(ReRated, "", live, next), "note")
	invalid(t, "minor with a note", CheckClass(Minor, "A typo.", live, published()))
}

func TestAFirstPublicationHasNoClass(t *testing.T) {
	invalid(t, "none", CheckClass("", "", nil, published()))
	for _, class := range Classes {
		invalid(t, string(class), CheckClass(class, "note", nil, published()), "class")
	}
}

func TestPublicNotesAreCleaned(t *testing.T) {
	note, err := CheckOrderNote("\r\n We wrote\x00 x. \r\nIt is y. ")
	if err != nil || note != "We wrote x. \nIt is y." {
		t.Errorf("%q, %v", note, err)
	}
}

func TestThePathOfACheck(t *testing.T) {
	if p := (Live{Slug: "csto"}).Path(); p != "/fact-checks/csto" {
		t.Errorf("%q", p)
	}
	if p := (Claim{ID: 7}).Path(); p != "/desk/claims/7" {
		t.Errorf("%q", p)
	}
	if h := HashOf([]byte("abc")); !strings.HasPrefix(h, "ba7816bf") || len(h) != 64 {
		t.Errorf("the SHA-256 of abc is not %s", h)
	}
}
