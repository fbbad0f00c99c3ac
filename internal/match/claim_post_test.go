package match

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// plain is a text with every run of white space as one blank.
func plain(text string) string { return strings.Join(strings.Fields(text), " ") }

func TestWhatSaysNothingOfAClaimIsTakenOutOfAPost(t *testing.T) {
	for given, want := range map[string]string{
		"":     "",
		"  \n": "",
		// links
		"Look https://example.org/a?b=c#d now":         "Look now",
		"Look HTTP://EXAMPLE.ORG now":                  "Look now",
		"Look www.example.org/wolf now":                "Look now",
		"Look example.org/wolf now":                    "Look now",
		"flood!pic.twitter.com/ab12":                   "flood!",
		"#Floodpic.twitter.com/ab12":                   "Flood",
		"wake upPic.Twitter.com/ab12 all":              "wake up all",
		"read https://t.co/abhttps://t.co/cd":          "read",
		"The U.S. budget rose by 3.5 percent. So what": "The U.S. budget rose by 3.5 percent. So what",
		"and/or, 24/7, example.org is a name":          "and/or, 24/7, example.org is a name",
		"https://":                                     "https://",
		"Seite https://example.org/ä/ö lesen":          "Seite lesen",
		"#կամուրջ https://example.org/կամուրջ փակ է":   "կամուրջ փակ է",
		// tags and handles
		"#HarwickBridge":             "Harwick Bridge",
		"#NYTimes says #WW3 #GE2019": "NY Times says WW 3 GE 2019",
		"#one_two__three_":           "one two three",
		"#СеверскНаРеке и #ԳետափիԿամուրջ": "Северск На Реке и Գետափի Կամուրջ",
		"@LenaMarsh: no":                     "Lena Marsh : no",
		".@tom_oakley@dan99":                 ". tom oakley dan 99",
		"＠LenaMarsh ＃OldTown":                "Lena Marsh Old Town",
		"# 1 and @ noon, #! @.":              "# 1 and @ noon, #! @.",
		"write to desk@example.org or @desk": "write to desk@example.org or desk",
		"C# is a language":                   "C# is a language",
		"#été2024 #Überfall":                 "été 2024 Überfall",
	} {
		if got := plain(clean(given).text); got != want {
			t.Errorf("%q is read as %q, want %q", given, got, want)
		}
	}
}

func TestTheDateOfASignatureGoesAndTheNameStays(t *testing.T) {
	for given, want := range map[string]string{
		"It rains — Ivy Penn (@ivypenn) May 2, 2023":                    "It rains Ivy Penn ivypenn",
		"It rains. — Ivy Penn (@IvyPenn)":                               "It rains. Ivy Penn Ivy Penn",
		"It rains– Ivy Penn 🔜 #PAX (@ivy) 2 May 2023":                   "It rains Ivy Penn 🔜 PAX ivy",
		"It rains -- Ivy Penn (@ivy) 2023-05-02":                        "It rains - Ivy Penn ivy",
		"It rains - Ivy Penn (@ivy) 02.05.2023":                         "It rains Ivy Penn ivy",
		"It rains — Ivy (@ivy) May 2, 2023, 8:15 PM":                    "It rains Ivy ivy",
		"It rains — Ivy (@ivy) 8:15 PM · May 2, 2023":                   "It rains Ivy ivy",
		"Il pleut — Luc (@luc) 3 mai 2024":                              "Il pleut Luc luc",
		"Llueve — Ana (@ana) 3 de mayo de 2024":                         "Llueve Ana ana",
		"Es regnet — Heike (@heike) 4. Mai 2024":                        "Es regnet Heike heike",
		"Дождь — Пётр (@petr) 5 апреля 2024 г.":                         "Дождь Пётр petr",
		"Անձրև է — Լիլիթ (@lilit) 12 մարտի 2024 թ.":                     "Անձրև է Լիլիթ lilit",
		"It rains — Ivy Penn, May 2, 2023":                              "It rains Ivy Penn",
		"It rained on May 2, 2023":                                      "It rained on May 2, 2023",
		"The law — passed on May 2, 2023":                               "The law — passed on May 2, 2023",
		"It rains (@ivy) May 2, 2023":                                   "It rains ( ivy ) May 2, 2023",
		"Rain — said Ivy (@ivy) on May 2, 2023, and more rain followed": "Rain — said Ivy ( ivy ) on May 2, 2023, and more rain followed",
		"one — two — Ivy (@ivy) May 2, 2023":                            "one — two Ivy ivy",
		"— Ivy (@ivy) May 2, 2023":                                      "Ivy ivy",
	} {
		if got := plain(clean(given).text); got != want {
			t.Errorf("%q is read as %q, want %q", given, got, want)
		}
	}
}

func TestThePartsOfAPostAreKnown(t *testing.T) {
	p := clean("Rain in #OldTown says @LenaMarsh #a pic.twitter.com/x — Ivy Penn #PAX (@ivy_p) May 2, 2023")
	if !p.picture || clean("no picture https://t.co/x").picture {
		t.Error("the link to a picture was missed, or seen where none is")
	}
	for word, want := range map[string]part{"Rain": body, "Old": tag, "Town": tag, "says": body, "Lena": handle, "Marsh": handle,
		"Ivy": author, "Penn": author, "PAX": tag, "ivy": handle} {
		if got := p.at(strings.Index(p.text, word)); got != want {
			t.Errorf("%s is part %d, want %d: %q %v", word, got, want, p.text, p.parts)
		}
	}
}

func TestALongPostIsReadWithinABlink(t *testing.T) {
	x := NewClaims()
	x.Put(Document{ID: 1, Text: "The bridge at Harwick stays closed"})
	x.Put(synthetic(2_000)...)
	unknown := ""
	for i := range 240 {
		unknown += madeUp(uint64(i*7919)) + strings.Repeat("x", 25) + " "
	}
	for _, text := range []string{strings.Repeat("— Ա (@a) ", 1_200), strings.Repeat("#HarwickBridge", 700), strings.Repeat("a.", 5_000),
		strings.Repeat("@", 10_000), strings.Repeat("— ", 5_000), strings.Repeat("aB", 5_000), "#" + strings.Repeat("harwickbridge", 700), unknown, newProse(3).text(1_400)} {
		begun := time.Now()
		x.Rank(text, 20, nil)
		took := time.Since(begun)
		t.Logf("%.30q took %v", text, took)
		if took > 5*time.Second { // milliseconds where nothing else runs
			t.Errorf("%.30q took %v", text, took)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, seed := range []string{"", "#", "@", "Rain — Ivy (@ivy) May 2, 2023", "pic.twitter.com/x", "#HarwickBridge@LenaMarsh", "\xff#\xffé", "a@b.c",
		"— (@a)", "#_", "дождь #ДождьИдёт", "Անձրև 2024 թ."} {
		f.Add(seed)
	}
	x := NewClaims()
	x.Put(Document{ID: 1, Text: "It rains in Harwick's Old Town", Claimant: "Ivy Penn", Language: "en"},
		Document{ID: 2, Text: "Дождь идёт в Заречье", Language: "ru"}, Document{ID: 3, Text: "Սարահարթում անձրև է", Language: "hy"})
	f.Fuzz(func(t *testing.T, text string) {
		p := clean(text)
		if utf8.ValidString(text) && !utf8.ValidString(p.text) {
			t.Errorf("%q becomes invalid: %q", text, p.text)
		}
		before := 0
		for _, s := range p.parts {
			if s.start < before || s.end <= s.start || s.end > len(p.text) {
				t.Errorf("%q has parts %v of %q", text, p.parts, p.text)
			}
			before = s.end
		}
		for _, found := range x.Rank(text, 0, nil) {
			if !(found.Score > 0 && found.Score <= 1) {
				t.Errorf("%q: %v", text, found)
			}
		}
	})
}
