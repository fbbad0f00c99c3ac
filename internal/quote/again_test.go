package quote

import (
	"strings"
	"testing"
)

const (
	first  = "Armenia has frozen its membership in the alliance, the prime minister said in Yerevan on Friday."
	second = "The council will meet in June. Twelve people were hurt in the clashes, and 15 were detained."
	third  = "Nobody has asked for the base in Gyumri to be closed. The minister said no."
	fourth = "«Решение ещё не принято», — сообщил министр. Հայաստանը դուրս չի գալիս։ 亚美尼亚没有退出联盟。"
	before = first + "\n\n" + second + "\n\n" + third + "\n\n" + fourth
)

func TestAgainTellsWhatBecameOfAQuote(t *testing.T) {
	tests := []struct {
		name, typed, old, now string // old in the text becomes now
		want                  FateKind
		shown                 string // the words found, or the diff
	}{
		{"the same text", "has frozen its membership", "", "", Unchanged, "has frozen its membership"},
		{"something behind it", "has frozen its membership", "on Friday", "on Monday", Unchanged, "has frozen its membership"},
		{"something as long before it", "has frozen its membership", "Armenia", "Georgia", Unchanged, "has frozen its membership"},
		{"other white space in it", "has frozen its membership", "has frozen", "has\u00A0frozen", Unchanged, "has\u00A0frozen its membership"},
		{"something longer before it", "Nobody has asked for the base", "Armenia", "The Republic of Armenia", Moved, "Nobody has asked for the base"},
		{"its passage moved", "Nobody has asked for the base", before, third + "\n\n" + first, Moved, "Nobody has asked for the base"},
		{"everything else is new", "Nobody has asked for the base", before, "He said: Nobody has asked for the base, so far.", Moved, "Nobody has asked for the base"},
		{"few words that moved with theirs", "15 were detained", "Armenia", "The Republic", Moved, "15 were detained"},
		{"a part left out, moved", "Armenia […] on Friday", "", "News. ", Moved, "Armenia […] on Friday"},
		{"a word more", "has frozen its membership", "has frozen", "has not frozen", Altered, "has {+not +}frozen its membership"},
		{"another word", "Nobody has asked for the base in Gyumri", "Nobody", "Somebody", Altered, "[-Nobody-]{+Somebody+} has asked for the base in Gyumri"},
		{"another number", "15 were detained", "15", "50", Altered, "[-15-]{+50+} were detained"},
		{"only a number", "15", "15 were", "50 were", Altered, "[-15-]{+50+}"},
		{"quote marks", "«Решение ещё не принято»", "«Решение ещё не принято»", "“Решение ещё не принято”", Altered, "[-«-]{+“+}Решение ещё не принято[-»-]{+”+}"},
		{"rewritten in its place", "Twelve people were hurt in the clashes", "Twelve people were hurt in the clashes", "Nobody came to harm", Altered,
			"[-Twelve people were hurt in the clashes-]{+Nobody came to harm+}"},
		{"rewritten at the start", "Armenia has frozen", "Armenia has frozen", "Yerevan thinks of", Altered, "[-Armenia has frozen-]{+Yerevan thinks of+}"},
		{"few words, elsewhere in another sentence", "said no", before, "Long ago the king said no to them.", Altered,
			"[-umri to be closed. The minister-]{+Long ago the king+} said no[-. «Решение ещё не принято», — с-]{+ to them.+}"},
		{"a part left out, altered", "Armenia […] on Friday", "Friday", "Monday", Altered,
			"Armenia [-[…] on Friday-]{+has frozen its membership in the alliance, the prime minister said in Yerevan on Monday+}"},
		{"Armenian", "Հայաստանը դուրս չի գալիս", "չի", "է", Altered, "Հայաստանը դուրս [-չի-]{+է+} գալիս"},
		{"Chinese", "亚美尼亚没有退出联盟", "没有退出", "已经退出", Altered, "亚美尼亚[-没有-]{+已经+}退出联盟"},
		{"its sentence taken out", "The council will meet in June.", "The council will meet in June. ", "", Gone, ""},
		{"its passage taken out", "Nobody has asked for the base in Gyumri", third + "\n\n", "", Gone, ""},
		{"another document", "has frozen its membership", before, "Apples are ripe in September, and so are the plums.", Gone, ""},
		{"strangers on the subject", "Nobody has asked for the base in Gyumri to be closed", before, "The base in Gyumri has been there for long, and its commander spoke to the press.", Gone, ""},
		{"an empty text", "has frozen its membership", before, "", Gone, ""},
		{"passages torn apart", "membership […] The council", first + "\n\n", first + "\n\nBetween.\n\n", Altered, ""},
	}
	for _, tt := range tests {
		a, err := NewDocument(before).Find(Selector{Exact: tt.typed})
		if err != nil {
			t.Fatal(tt.name, err)
		}
		d := NewDocument(strings.Replace(before, tt.old, tt.now, 1))
		f := d.Again(a)
		checkFate(t, d, a, f)
		got := f.Anchor.Exact
		if f.Nearest != nil {
			got = show(f.Nearest.Diff)
		}
		if f.Kind != tt.want || tt.shown != "" && got != tt.shown {
			t.Errorf("%s: %s, %s; want %s, %s", tt.name, f.Kind, got, tt.want, tt.shown)
		}
	}
}

// checkFate makes sure that a fate holds what its kind promises.
func checkFate(t *testing.T, d *Document, old Anchor, f Fate) {
	t.Helper()
	switch f.Kind {
	case Unchanged, Moved:
		if foldSpace(f.Anchor.Exact) != foldSpace(old.Exact) || f.Nearest != nil {
			t.Errorf("%s to other words: %+v of %q", f.Kind, f.Anchor, old.Exact)
		}
		checkAnchor(t, d, f.Anchor.Exact, f.Anchor)
		if same := places(f.Anchor) == places(old); same && len(old.Spans) > 0 && f.Kind == Moved {
			t.Errorf("moved to where it was: %+v", f.Anchor)
		}
	case Altered:
		if f.Nearest == nil || f.Nearest.Start >= f.Nearest.End || len(f.Nearest.Diff) == 0 || f.Anchor.Exact != "" {
			t.Errorf("altered: %+v", f)
		}
	case Gone:
		if f.Nearest != nil || f.Anchor.Exact != "" {
			t.Errorf("gone: %+v", f)
		}
	default:
		t.Errorf("%+v", f)
	}
}

func TestAgainTakesTheTwinWithItsSurroundings(t *testing.T) {
	old := NewDocument("One. They all said no to it then. Two.\n\nThree. They all said no to it then. Four.")
	tests := []struct{ name, now, before string }{
		{"both are there", "New. " + old.Text(), "Three. "},
		{"the other way round", "Three. They all said no to it then. Four.\n\nOne. They all said no to it then. Two.", ""},
		{"the prefix alone", "A. They all said no to it then. B.\n\nC. Three. They all said no to it then. D.", "C. Three. "},
		{"nothing around, the nearest", "They all said no to it then?\n\nMore words of somebody else's they were, and all said no to it then", ""},
		{"nothing around, the nearest offset", "They all said no to it then?\n\nMore words are here! They all said no to it then?", "More words are here! "},
	}
	a, err := old.Find(Selector{Exact: "They all said no to it then", Prefix: "Three. "})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		d := NewDocument(tt.now)
		f := d.Again(a)
		if f.Kind != Moved || !strings.HasSuffix(d.Slice(0, f.Anchor.Start), tt.before) || tt.before == "" && f.Anchor.Start > 7 {
			t.Errorf("%s: %s at %d", tt.name, f.Kind, f.Anchor.Start)
		}
	}
}

func TestAgainOfWhatIsNoQuoteIsGone(t *testing.T) {
	d := NewDocument(before)
	for _, a := range []Anchor{{}, {Start: -5, End: 900000}, {Exact: " \n"}, {Exact: "a\xff"}, {Spans: []Span{{}, {}}}} {
		if f := d.Again(a); f.Kind != Gone {
			t.Errorf("%+v: %+v", a, f)
		}
	}
}

func TestLikeEnoughLiesBetweenRewordedSentencesAndStrangers(t *testing.T) {
	tests := []struct {
		old, now string
		alike    bool
	}{
		{"Armenia has frozen its membership in the alliance", "Armenia froze its membership in the alliance", true},
		{"Armenia has frozen its membership in the alliance", "Armenia has in effect frozen its participation in the alliance", true},
		{"Armenia has frozen its membership in the alliance", "Armenia has not left the alliance, the minister said", false},
		{"It is not pursuing formal withdrawal from it", "It is pursuing withdrawal", true},
		{"The vote was held on 5 May with 61 in favour", "The vote was held on 12 May with 58 in favour", true},
		{"The vote was held on 5 May with 61 in favour", "The talks were held in Brussels in the spring", false},
		{"Twelve people were hurt in the clashes", "At least twelve people were injured in clashes", true},
		{"Twelve people were hurt in the clashes", "Many people were at home in those days", false},
		{"Nobody has asked for the base to be closed", "Nobody asked that the base be closed", true},
		{"Nobody has asked for the base to be closed", "The base has been there for thirty years", false},
		{"Россия не намерена выводить войска из региона", "Россия не намерена вывести свои войска из региона", true},
		{"Россия не намерена выводить войска из региона", "Россия заявила о продаже газа в регион", false},
		{"Հայաստանը սառեցրել է իր անդամակցությունը", "Հայաստանը սառեցնում է անդամակցությունը", true},
		{"Հայաստանը սառեցրել է իր անդամակցությունը", "Հայաստանը ստորագրել է նոր պայմանագիր", false},
		{"قال الوزير إن الحكومة لن تنسحب", "قال الوزير إن الحكومة قد تنسحب", true},
		{"قال الوزير إن الحكومة لن تنسحب", "زار الوزير المدينة يوم الجمعة", false},
		{"亚美尼亚没有退出联盟", "亚美尼亚已经退出联盟", true},
		{"亚美尼亚没有退出联盟", "联盟的会议在六月举行", false},
	}
	least, most := 1.0, 0.0
	for _, tt := range tests {
		got := wordLikeness(tt.old, tt.now)
		if (got >= likeEnough) != tt.alike {
			t.Errorf("%q and %q: %.2f", tt.old, tt.now, got)
		}
		if tt.alike {
			least = min(least, got)
		} else {
			most = max(most, got)
		}
	}
	t.Logf("reworded from %.2f up, strangers up to %.2f", least, most)
}
