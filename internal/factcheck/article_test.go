package factcheck

import (
	"strings"
	"testing"

	"claimdesk/internal/quote"
)

func TestArticlesMayBeUnfinished(t *testing.T) {
	d, err := ArticleDraft{Headline: " A \n b ", Slug: " Über Žižek! ", Summary: " s\n\nt ", Body: "\r\n# B\r\n"}.Check()
	if err != nil || d != (ArticleDraft{"A b", "uber-zizek", "s\n\nt", "# B"}) {
		t.Errorf("%+v, %v", d, err)
	}
	invalid(t, "empty", articleErr(ArticleDraft{}))
	invalid(t, "a slug of nothing", articleErr(ArticleDraft{Slug: "!!! 。"}), "slug")
}

func TestAnArticleBeginsAsASkeletonOfTheEvidence(t *testing.T) {
	c := Claim{
		Verdict: &Verdict{Explanation: "It is not."},
		Evidence: []Evidence{
			{Position: 1, Stance: Context, Anchor: quote.Anchor{Exact: "the  third\nthing"}, Source: Source{Title: "Law"}},
			{Position: 2, Stance: Refutes, Anchor: quote.Anchor{Exact: "It [never] left."}, Source: Source{Title: "A *brief*", Publisher: "RC_DS"}},
			{Position: 3, Stance: Refutes, Anchor: quote.Anchor{Exact: "I stay"}, Speaker: "N. P.", Source: Source{Title: "Interview"}},
			{Position: 4, Stance: Supports, Anchor: quote.Anchor{Exact: "#1"}, Source: Source{Title: "Poll"}},
		}}
	a := c.Begin()
	want := "## What speaks against it\n\n" +
		`RC\_DS, in “A \*brief\*”: “It \[never\] left.”[2]` + "\n\n" +
		"N. P., quoted by “Interview”: “I stay.”[3]\n\n" +
		"## What is right in it\n\n“Poll”: “\\#1.”[4]\n\n" +
		"## What else to know\n\n“Law”: “the third thing.”[1]"
	if a.Body != want {
		t.Errorf("the body begins as\n%s\nwant\n%s", a.Body, want)
	}
	if a.Summary != "It is not." || a.Headline != "" {
		t.Errorf("summary %q, headline %q", a.Summary, a.Headline)
	}
	if a := (Claim{}).Begin(); a != (Article{}) {
		t.Errorf("out of nothing came %+v", a)
	}
}

func TestASummaryBeginsNoLongerThanItMayBe(t *testing.T) {
	for name, c := range map[string]struct{ explanation, want string }{
		"as long as it may be": {strings.Repeat("ա", MaxSummary), strings.Repeat("ա", MaxSummary)},
		"too long, in words":   {strings.Repeat("a ", MaxSummary), strings.Repeat("a ", MaxSummary/2-2) + "a…"},
		"too long, one word":   {strings.Repeat("ա", MaxSummary+1), strings.Repeat("ա", MaxSummary-1) + "…"},
	} {
		a := Claim{Verdict: &Verdict{Explanation: c.explanation}}.Begin()
		if a.Summary != c.want {
			t.Errorf("%s: got %d runes, want %d", name, len([]rune(a.Summary)), len([]rune(c.want)))
		}
		invalid(t, name, articleErr(ArticleDraft{Summary: a.Summary}))
	}
}

func TestSlugs(t *testing.T) {
	for title, want := range map[string]string{
		"Armenia’s seat at the CSTO is empty. It has not resigned.": "armenias-seat-at-the-csto-is-empty-it-has-not-resigned",
		"  A -- b__c  ":           "a-b-c",
		"Ереван":                  "erevan",
		"Россия и Щука":           "rossiia-i-shchuka",
		"Հայաստան":                "hayastan",
		"ՀԱՅԱՍՏԱՆ":                "hayastan",
		"Ղարաբաղը և Ռուսաստանը":   "gharabaghe-ev-rusastane",
		"Ուկրաինա":                "ukraina",
		"Ճիշտ՝ ձմեռ, ծառ":         "chisht-dzmer-tsar",
		"Straße & Öl":             "strasse-and-ol",
		"e\u0301te\u0301":         "ete",
		"100 %":                   "100",
		"":                        "",
		"…!?":                     "",
		"🙂":                       "",
		"../../etc/passwd":        "etc-passwd",
		"<script>alert(1)":        "script-alert-1",
		"a\x00b\nc":               "a-b-c",
		"can't, don’t":            "cant-dont",
		strings.Repeat("a", 100):  strings.Repeat("a", 80),
		strings.Repeat("ab ", 40): strings.TrimSuffix(strings.Repeat("ab-", 26), "-"),
	} {
		if got := Slug(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
	if got := NextSlug("csto", 2); got != "csto-2" {
		t.Errorf("the second is %q", got)
	}
}

func FuzzSlugIsAnAddress(f *testing.F) {
	for _, seed := range []string{"Armenia", "Հայաստան և", "--_", "a’b", "\xff", "ﬃ ½ ①", strings.Repeat("Щ", 50)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, title string) {
		s := Slug(title)
		if len(s) > 80 || strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || strings.Contains(s, "--") ||
			strings.HasPrefix(s, "-") || strings.HasSuffix(s, "-") {
			t.Errorf("%q gives %q", title, s)
		}
		if again := Slug(s); again != s {
			t.Errorf("%q gives %q, and that gives %q", title, s, again)
		}
	})
}
