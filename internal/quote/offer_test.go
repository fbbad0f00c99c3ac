package quote

import (
	"errors"
	"strings"
	"testing"
)

// offersFor looks for words that are not there letter for letter.
func offersFor(t *testing.T, text, typed string) []Offer {
	t.Helper()
	_, err := NewDocument(text).Find(Selector{Exact: typed})
	var missing *NotFound
	if !errors.As(err, &missing) {
		t.Fatalf("%q: %v", typed, err)
	}
	return missing.Offers
}

func TestAnOfferHasTheSourcesWordsAndSaysWhatDiffers(t *testing.T) {
	tests := []struct{ name, text, typed, exact, differs, changes string }{
		{"quote marks", signy, `is "turn"`, "", "", ""},
		{"quote marks and dashes", signy, `"turn" - not`, "“turn” – not", "quote marks, dashes", "[-\"-]{+“+}turn[-\" --]{+” –+} not"},
		{"an apostrophe", signy, "Armenia's", "Armenia’s", "quote marks", "[-Armenia's-]{+Armenia’s+}"},
		{"spaces", "from May—June on", "May — June", "May—June", "spaces", "May[- -]—[- -]June"},
		{"dots", "Well… yes.", "Well... yes", "Well… yes", "dots", "Well[-...-]{+…+} yes"},
		{"a soft hyphen", signy, "withdrawal… The", "with\u00ADdrawal… The", "invisible signs", "[-withdrawal-]{+with\u00ADdrawal+}… The"},
		{"a ligature", signy, "The final", "The ﬁnal", "ligatures", "The [-final-]{+ﬁnal+}"},
		{"capitals", signy, "the ﬁnal", "The ﬁnal", "capital letters", "[-the-]{+The+} ﬁnal"},
		{"vowels", arab, "قال الوزير:", "قالَ الوزيرُ:", "vowel or stress marks", "[-قال الوزير-]{+قالَ الوزيرُ+}:"},
		{"stress", "В Москве́ тихо.", "Москве тихо", "Москве́ тихо", "vowel or stress marks", "[-Москве-]{+Москве́+} тихо"},
		{"ё", rus, "Еще", "Ещё", "ё and е", "[-Еще-]{+Ещё+}"},
		{"punctuation of the script", arms, "չի գալիս:", "չի գալիս։", "punctuation", "չի գալիս[-:-]{+։+}"},
		{"the ends", "He left, they said.", "“He left.”", "He left", "signs at the ends", "[-“-]He left[-.”-]"},
		{"the ends and more", "He’s left, they said.", "He's left.", "He’s left", "quote marks, signs at the ends", "[-He's-]{+He’s+} left[-.-]"},
		{"a sign twice", "a ``b'' c", `a "b" c`, "a ``b'' c", "quote marks", "a [-\"b\"-]{+``b''+} c"},
		{"each part", signy, `"turn" [...] final`, "“turn” […] ﬁnal", "quote marks, ligatures", "[-\"-]{+“+}turn[-\" […] final-]{+” […] ﬁnal+}"},
	}
	for _, tt := range tests {
		offers := offersFor(t, tt.text, tt.typed)
		if tt.exact == "" {
			if len(offers) != 0 {
				t.Errorf("%s: %+v", tt.name, offers)
			}
			continue
		}
		if len(offers) != 1 {
			t.Errorf("%s: %d offers", tt.name, len(offers))
			continue
		}
		o := offers[0]
		if o.Anchor.Exact != tt.exact || strings.Join(o.Differs, ", ") != tt.differs || show(o.Changes) != tt.changes {
			t.Errorf("%s: %q, %q, %s; want %q, %q, %s", tt.name, o.Anchor.Exact, o.Differs, show(o.Changes), tt.exact, tt.differs, tt.changes)
		}
	}
}

func TestAnOfferIsTakenByItsPlace(t *testing.T) {
	d := NewDocument(signy + "\n\n" + signy)
	for _, typed := range []string{`Armenia's "turn"`, `"turn" [...] final`, "FORMAL WITHDRAWAL"} {
		offers := offersFor(t, d.Text(), typed)
		if len(offers) < 2 {
			t.Errorf("%q: %d offers", typed, len(offers))
		}
		for _, o := range offers {
			a, err := d.FindAt(o.Anchor.Exact, o.Anchor.Start, o.Anchor.End)
			if err != nil || places(a) != places(o.Anchor) || d.Verify(a) != nil {
				t.Errorf("%q: %+v, %v", typed, a, err)
			}
		}
	}
}

func TestFindAtOffersOnlyWhatStandsThere(t *testing.T) {
	d := NewDocument("“No”, he said.\n\n“No”, she said.")
	tests := []struct {
		exact      string
		start, end int
		want       string
	}{
		{`"No"`, 0, 4, "offer 0-4"},
		{`"No"`, 16, 20, "offer 16-20"},
		{`"No"`, 6, 12, "not found"},
		{"“No”", 1, 4, "offer 0-4"},
		{"“Yes”", 0, 4, "not found"},
	}
	for _, tt := range tests {
		a, err := d.FindAt(tt.exact, tt.start, tt.end)
		if got := outcome(a, err); got != tt.want {
			t.Errorf("%q at %d: %s; want %s", tt.exact, tt.start, got, tt.want)
		}
	}
	_, err := d.FindAt("“No”", 1, 4)
	var missing *NotFound
	if !errors.As(err, &missing) || missing.Offers[0].Differs[0] != "the place" {
		t.Errorf("%+v", missing)
	}
}
