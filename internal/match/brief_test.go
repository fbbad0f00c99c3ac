package match

import (
	"os"
	"slices"
	"strings"
	"testing"

	"claimdesk/internal/quote"
)

// paraphrase is a claim, how far it is from the source's words, and the
// passages that an editor would pick, any of which will do.
type paraphrase struct {
	kind  string // easy, plain or hard
	claim string
	picks []int
}

// tuned were written before the weights were settled.
var tuned = []paraphrase{
	{"easy", "Armenia recalled its representative to the CSTO", []int{9}},
	{"plain", "Armenia recalled its CSTO envoy in protest", []int{9}},
	{"plain", "Yerevan called back its ambassador to the Collective Security Treaty Organisation", []int{9}},
	{"plain", "The envoy was moved to the Netherlands as a punishment", []int{9}},
	{"plain", "Armenia will not replace its CSTO delegate", []int{9}},
	{"plain", "Armenia's seat at the CSTO is going to stay vacant", []int{9}},
	{"easy", "Armenia is leaving the CSTO", []int{13}},
	{"plain", "Armenia has decided to quit the alliance for good", []int{13}},
	{"plain", "Armenia suspended its CSTO membership", []int{13}},
	{"hard", "Yerevan is quitting the bloc", []int{13, 9}},
	{"easy", "Armenia and the US are holding the Eagle Partner 2023 exercise", []int{10}},
	{"plain", "Armenia’s drills with the Americans are the first of their kind", []int{10}},
	{"plain", "American troops are training in Armenia in order to provoke Russia", []int{10}},
	{"plain", "The United States forced Armenia into joint manoeuvres", []int{10}},
	{"plain", "US soldiers came to Armenia to scare Azerbaijan off", []int{10}},
	{"easy", "Pashinyan's wife took humanitarian aid to Kyiv", []int{8}},
	{"plain", "Armenia's first lady visited Ukraine", []int{8}},
	{"plain", "The Armenian prime minister said his country is not an ally of Russia in the Ukraine war", []int{8}},
	{"plain", "Armenia sent weapons to Ukraine", []int{8}},
	{"plain", "Anna Hakobian met Olena Zelenska in Kiev", []int{8}},
	{"plain", "Hakobyan delivered relief supplies to the Ukrainians", []int{8}},
	{"easy", "Armenia ratified the Rome Statute to spite Moscow", []int{12}},
	{"plain", "Armenia joins the International Criminal Court because of Putin’s indictment", []int{12}},
	{"plain", "If Putin visits Armenia he will be arrested", []int{12, 5}},
	{"plain", "Armenia must hand Putin over to The Hague", []int{12, 5}},
	{"plain", "The ICC membership is aimed at Russia", []int{12, 5}},
	{"plain", "The Constitutional Court held the ratification up", []int{12}},
	{"plain", "Armenia wants to prosecute Azerbaijani war crimes", []int{12}},
	{"easy", "Pashinyan told Politico that Armenia cannot rely on Russia", []int{11}},
	{"plain", "In La Repubblica the Armenian leader called dependence on Moscow a mistake", []int{11}},
	{"plain", "The prime minister said for the first time that Russia is no guarantor of security", []int{11}},
	{"plain", "The CSTO failed to defend Armenia when it was attacked in 2022", []int{11, 5}},
	{"plain", "Pashinyan's interviews were meant for the West", []int{11}},
	{"easy", "Azerbaijan is building up its troops on the border", []int{4}},
	{"plain", "Baku is massing its army near Karabakh", []int{4}},
	{"plain", "Azerbaijan is spreading fakes about Armenian provocations", []int{4}},
	{"plain", "Azerbaijan is getting ready for a new war", []int{4}},
	{"plain", "Azerbaijani soldiers invaded Armenia in September 2022 and nobody stopped them", []int{5, 11}},
	{"plain", "Armenia no longer believes that Russia keeps its security promises", []int{5, 11}},
	{"easy", "Armenia depends on Russia for its energy", []int{14}},
	{"plain", "Armenia's economy would survive a break with Moscow", []int{14}},
	{"plain", "Russia is going to retaliate against Armenia", []int{14}},
	{"plain", "Armenia can turn to the West without any cost", []int{14, 7}},
	{"hard", "Yerevan is playing with fire", []int{14}},
	{"plain", "Moscow reacted angrily to the anti-Russian statements of the Armenian government", []int{4, 14}},
	{"plain", "Armenia is moving away from Russia and closer to the West", []int{7}},
	{"hard", "Nikol's spouse went to a get-together of presidents' wives", []int{8}},
	{"hard", "The Kremlin's chief could be put in handcuffs on Armenian soil", []int{12, 5}},
}

// heldOut were written after the weights were found. On the first run 17 of the
// 20 came first, and all plain ones among the first three; what they showed
// then led to one more rule (a word for another is never worth more than it).
var heldOut = []paraphrase{
	{"plain", "Armenia's man at the CSTO was fired before his term was over", []int{9}},
	{"plain", "Armenia has withdrawn its permanent representative from the Russian-led military alliance", []int{9, 13}},
	{"plain", "Armenia officially terminated its membership of the CSTO", []int{13}},
	{"plain", "Washington proposed the military exercises to Yerevan at short notice", []int{10}},
	{"plain", "Never before had Armenian and American soldiers trained together", []int{10}},
	{"plain", "Armenia invited NATO troops onto its territory", []int{10}},
	{"plain", "The wife of Armenia's premier attended a summit in the Ukrainian capital", []int{8}},
	{"plain", "Armenia is supporting Kyiv in the war against Russia", []int{8}},
	{"plain", "In an interview with CNN Pashinyan distanced himself from Russia's invasion", []int{8}},
	{"plain", "Pashinyan told Italian and American media that relying on Moscow was wrong", []int{11}},
	{"plain", "Pashinyan has never criticised the CSTO before", []int{11}},
	{"plain", "Armenia will be obliged to arrest Vladimir Putin", []int{12, 5}},
	{"plain", "Parliament in Yerevan began ratifying the statute only after the warrant for Putin had been issued", []int{12, 5}},
	{"plain", "The Rome Statute has nothing to do with Russia", []int{5, 12}},
	{"plain", "Baku accuses Armenia of staging provocations at the border", []int{4}},
	{"plain", "Azerbaijan plans a military attack on Nagorno-Karabakh", []int{4}},
	{"plain", "Armenia has abandoned its partnership with Russia for good and sided with the West", []int{7, 13, 14}},
	{"plain", "Russian gas and trade tie Armenia to Moscow", []int{14}},
	{"plain", "Russia stood by while Azerbaijani forces entered Armenia last year", []int{5, 11}},
	{"hard", "Yerevan wants more than one string to its bow in foreign affairs", []int{13, 5}},
}

func TestBriefsPassagesComeFirst(t *testing.T) {
	passages := briefPassages(t)
	for _, set := range []struct {
		name  string
		table []paraphrase
	}{{"tuned", tuned}, {"held out", heldOut}} {
		t.Run(set.name, func(t *testing.T) { measure(t, NewPassages("en", passages), set.table) })
	}
}

// measure counts how often a pick comes first, and among the first three.
func measure(t *testing.T, p *Passages, table []paraphrase) {
	t.Helper()
	first, all := 0, 0
	for _, tt := range table {
		hits := p.Rank(tt.claim, 0)
		place := slices.IndexFunc(hits, func(h Hit) bool { return slices.Contains(tt.picks, h.Number) })
		all++
		if place == 0 {
			first++
			continue
		}
		t.Logf("%-5s %v comes %d of %d: %s %.3v", tt.kind, tt.picks, place+1, len(hits), tt.claim, numbered(hits, 4))
		if tt.kind != "hard" && (place < 0 || place > 2) {
			t.Errorf("%q: none of %v among the first three", tt.claim, tt.picks)
		}
	}
	t.Logf("%d of %d come first", first, all)
	if first*4 < all*3 {
		t.Errorf("only %d of %d come first", first, all)
	}
}

// numbered is the beginning of a ranking, for a message.
func numbered(hits []Hit, n int) []Hit {
	var out []Hit
	for _, h := range hits[:min(n, len(hits))] {
		out = append(out, Hit{Number: h.Number, Score: h.Score})
	}
	return out
}

// briefPassages reads a brief that is not part of the project.
func briefPassages(t *testing.T) []string {
	t.Helper()
	name := os.Getenv("CLAIMDESK_TEST_BRIEF")
	if name == "" {
		t.Skip("CLAIMDESK_TEST_BRIEF names no file")
	}
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := quote.Normalise(raw)
	if err != nil {
		t.Fatal(err)
	}
	texts := textsOf(quote.Passages(text))
	if len(texts) != 14 || !strings.Contains(texts[8], "CSTO") {
		t.Fatalf("not the brief that the table was written for: %d passages", len(texts))
	}
	return texts
}

func textsOf(passages []quote.Passage) []string {
	texts := make([]string, len(passages))
	for i, p := range passages {
		texts[i] = p.Text
	}
	return texts
}
